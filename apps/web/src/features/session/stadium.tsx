import type { ReactNode } from "react";

const WIDTH = 350;
const HEIGHT = 466;
const STROKE = 12;
const INNER_LANES = [26, 38, 50] as const;

/** A track seen from above: what is left of the time runs clockwise from the start line. */
export function Stadium({ share, children }: { share: number; children: ReactNode }) {
  const left = Math.min(1, Math.max(0, share));
  const outer = stadiumPath(STROKE / 2 + 1);
  return (
    <div className="relative mx-auto aspect-[350/466] h-[min(466px,calc(100dvh-340px))] min-h-[220px] max-w-full">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className="absolute inset-0 size-full" fill="none" aria-hidden="true">
        {INNER_LANES.map((inset) => (
          <path key={inset} d={stadiumPath(inset)} stroke="var(--rule)" strokeWidth="1.25" />
        ))}
        <path d={outer} stroke="var(--line)" strokeWidth="2" strokeDasharray="1 7" strokeLinecap="round" />
        <path
          d={outer}
          pathLength={1}
          stroke="var(--ink)"
          strokeWidth={STROKE}
          strokeDasharray={`${left} 1`}
          className={left === 0 ? "hidden" : undefined}
        />
        <path d={`M${WIDTH / 2} 1v60`} stroke="var(--ink)" strokeWidth="2" />
      </svg>
      <div className="absolute inset-0 flex flex-col items-center justify-center">{children}</div>
    </div>
  );
}

/** The number that fits the inner lane, whatever its length, and what it counts. */
export function StadiumNumber({ text, children }: { text: string; children: ReactNode }) {
  const size = text.length <= 2 ? 304 : text.length === 3 ? 200 : 165;
  return (
    <>
      <svg viewBox={`0 0 ${WIDTH} 236`} className="w-full" aria-hidden="true">
        <text
          x={WIDTH / 2}
          y={118 + size * 0.35}
          textAnchor="middle"
          fontSize={size}
          fontWeight="640"
          fill="var(--ink)"
          className="stretch-timer"
        >
          {text}
        </text>
      </svg>
      <output className="mt-1 px-6 text-center text-caption text-ink2 [@media(min-height:640px)]:mt-3 [@media(min-height:640px)]:text-section">
        {children}
      </output>
    </>
  );
}

function stadiumPath(inset: number): string {
  const radius = WIDTH / 2 - inset;
  const middle = WIDTH / 2;
  const [top, bottom] = [inset + radius, HEIGHT - inset - radius];
  return [
    `M${middle} ${inset}`,
    `A${radius} ${radius} 0 0 1 ${middle + radius} ${top}`,
    `V${bottom}`,
    `A${radius} ${radius} 0 0 1 ${middle - radius} ${bottom}`,
    `V${top}`,
    `A${radius} ${radius} 0 0 1 ${middle} ${inset}`,
  ].join("");
}
