import type { LoadClass } from "@legwork/core/programme";

const PLATES: Record<LoadClass, number> = { none: 0, light: 1, moderate: 2, heavy: 3 };
const HEIGHTS = [7, 11, 15] as const;

/** A bar with none to three plates; always with its word beside it. */
export function LegLoadBar({ load }: { load: LoadClass }) {
  return (
    <svg width="30" height="16" viewBox="0 0 30 16" className="shrink-0" aria-hidden="true">
      <path d="M0 8h30" stroke="var(--line)" strokeWidth="1.75" />
      {HEIGHTS.map((height, index) => {
        const on = index < PLATES[load];
        return (
          <rect
            key={height}
            x={7.5 + index * 6}
            y={(16 - height) / 2}
            width="4"
            height={height}
            rx="1.3"
            fill={on ? "var(--ink)" : "var(--paper)"}
            stroke={on ? "var(--ink)" : "var(--line)"}
            strokeWidth="1"
          />
        );
      })}
    </svg>
  );
}
