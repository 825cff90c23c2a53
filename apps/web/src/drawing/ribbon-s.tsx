import { useId } from "react";
import { HatchPattern } from "./hatch";
import { kindColour } from "./kind-colour";
import { PlateShape } from "./plate-shape";
import { hourPosition, stretchPosition } from "./ribbon-geometry";
import type { RibbonWeek } from "./ribbon-week";
import { RUN_SHAPES } from "./run-glyph";

const DAY = 24;
const HEIGHT = 30;
const TOP = 7;
const GLYPH = 11;
const PLATE = { width: 15, height: 11.5 };

interface RibbonSProps {
  readonly week: Omit<RibbonWeek, "monday">;
  /** 0 = Monday; null when today is in another week. */
  readonly today: number | null;
  /** The week in a sentence. */
  readonly label: string;
}

/** The week in a coach's row, 168 × 30 and a small head for today's mark. */
export function RibbonS({ week, today, label }: RibbonSProps) {
  const pattern = useId();
  const width = DAY * 7;
  return (
    <svg
      width={width}
      height={HEIGHT + TOP}
      viewBox={`0 ${-TOP} ${width} ${HEIGHT + TOP}`}
      role="img"
      aria-label={label}
    >
      <HatchPattern id={pattern} every={3.2} weight={0.8} />
      {week.stretches.map((stretch) => {
        const place = stretchPosition(stretch, stretch.hours);
        if (place === null) return null;
        return (
          <rect
            key={stretch.key}
            x={place.from * DAY}
            width={(place.to - place.from) * DAY}
            height={HEIGHT}
            fill={`url(#${pattern})`}
          />
        );
      })}
      {[1, 2, 3, 4, 5, 6].map((day) => (
        <path key={day} d={`M${day * DAY} 0V${HEIGHT}`} stroke="var(--rule)" strokeWidth="1" />
      ))}
      <rect x=".5" y=".5" width={width - 1} height={HEIGHT - 1} fill="none" stroke="var(--line)" strokeWidth="1" />
      {today !== null && <path d={`M${today * DAY + 7.5} ${-TOP + 0.5}h9l-4.5 6Z`} fill="var(--ink)" />}
      {week.runs.map((run) => (
        <g
          key={run.key}
          transform={`translate(${run.day * DAY + Math.min(DAY - GLYPH - 1, hourPosition(run.hour) * DAY)} 2.5) scale(${GLYPH / 20})`}
          fill={run.done ? kindColour(run.kind) : "var(--paper)"}
          stroke={kindColour(run.kind)}
          strokeWidth="2.6"
        >
          {RUN_SHAPES[run.kind]}
        </g>
      ))}
      {week.sessions.map((session) => {
        const end = Math.max(PLATE.width + 1, hourPosition(session.endHour) * DAY);
        const x = session.day * DAY + end - PLATE.width;
        return (
          <g key={session.key} transform={`translate(${x} ${HEIGHT - PLATE.height - 2})`}>
            <PlateShape letter={session.letter} state={session.state} dose={session.dose} {...PLATE} />
            {session.breaksRule && (
              <path
                d={`M${PLATE.width / 2} -9v4.6m0 2.4v.1`}
                stroke="var(--amber)"
                strokeWidth="1.8"
                strokeLinecap="round"
              />
            )}
          </g>
        );
      })}
    </svg>
  );
}
