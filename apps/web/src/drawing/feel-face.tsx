export type Feel = 1 | 2 | 3 | 4 | 5;

const EYES: Record<Feel, string> = {
  1: "M14.5 22.5l6.5-2.5M37.5 22.5l-6.5-2.5",
  2: "M15 21.5h6M31 21.5h6",
  3: "M18.5 19v4M33.5 19v4",
  4: "M18.5 18.5v4M33.5 18.5v4",
  5: "M18.5 17.5v4M33.5 17.5v4",
};
const MOUTHS: Record<Feel, string> = {
  1: "M17 36.5c4.5-5.5 13.5-5.5 18 0",
  2: "M18 34.5c4-3 12-3 16 0",
  3: "M17.5 33.5h17",
  4: "M17.5 31.5c4 3.5 13 3.5 17 0",
  5: "M16 29c4 7.5 16 7.5 20 0",
};

/** A face from very heavy (1) to very light (5); chosen = solid. Its word always stands beside it. */
export function FeelFace({ feel, chosen = false, size = 52 }: { feel: Feel; chosen?: boolean; size?: number }) {
  const line = chosen ? "var(--paper)" : "var(--ink)";
  return (
    <svg width={size} height={size} viewBox="0 0 52 52" className="shrink-0" fill="none" aria-hidden="true">
      <circle
        cx="26"
        cy="26"
        r="24.9"
        fill={chosen ? "var(--ink)" : "var(--paper)"}
        stroke="var(--ink)"
        strokeWidth="2.2"
      />
      <path d={EYES[feel]} stroke={line} strokeWidth={feel < 3 ? 2.4 : 3.4} strokeLinecap="round" />
      <path d={MOUTHS[feel]} stroke={line} strokeWidth="2.4" strokeLinecap="round" />
    </svg>
  );
}
