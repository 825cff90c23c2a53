import type { RefObject } from "react";
import type { ExerciseId, Pattern } from "@legwork/core/exercise";
import { figureAt, moveOf } from "@legwork/core/figure";
import { wholePath } from "./body";
import { boxOf } from "./box";
import { type Look, partsOf } from "./parts";
import { SOLE, thingPath } from "./scenery";

interface FigureDrawingProps {
  readonly exercise: ExerciseId;
  readonly pattern: Pattern;
  readonly moment: number;
  /** Whether the start stands behind as a shadow. */
  readonly shadow: "start" | "none";
  readonly label?: string | undefined;
  readonly lines?: "fine" | "bold";
  readonly className?: string | undefined;
  /** Gets the group whose paths are the person's parts. */
  readonly group?: RefObject<SVGGElement | null>;
}

const FILLS: Readonly<Record<Look, string>> = {
  far: "var(--line)",
  near: "var(--ink)",
  works: "var(--strength)",
  tool: "var(--ink)",
  band: "var(--ink2)",
  face: "var(--paper)",
};

/** One moment of an exercise: near limbs in ink, far ones grey, the working segment in violet. */
export function FigureDrawing(props: FigureDrawingProps) {
  const { exercise, pattern, moment, shadow, label, lines, className, group } = props;
  const fine = lines === "fine";
  const move = moveOf(exercise);
  const box = boxOf(exercise);
  const parts = partsOf({ move, pattern, moment, frame: figureAt(exercise, moment) });
  return (
    <svg
      viewBox={`${box.x} ${-box.top} ${box.width} ${box.top + SOLE}`}
      preserveAspectRatio="xMidYMax meet"
      className={className}
      {...(label === undefined ? { "aria-hidden": true } : { role: "img", "aria-label": label })}
    >
      <g transform="scale(1 -1)">
        {(move.things ?? []).map((thing, index) => (
          <path
            key={index}
            d={thingPath(thing, box.top)}
            fill={thing[0] === "panel" ? "var(--sunk)" : "var(--ghost)"}
            stroke={thing[0] === "panel" ? "var(--rule)" : "var(--line)"}
            strokeWidth={fine ? 0.75 : 1.5}
            vectorEffect="non-scaling-stroke"
          />
        ))}
        {shadow === "start" && <path d={wholePath(figureAt(exercise, 0), move)} fill="var(--ghost)" />}
        <g
          {...(group && { ref: group })}
          stroke="var(--paper)"
          strokeWidth={fine ? 0.9 : 2}
          style={{ paintOrder: "stroke" }}
        >
          {parts.map(({ d, look }, index) => (
            <path
              key={index}
              d={d}
              fill={FILLS[look]}
              stroke={look === "far" || look === "face" ? "none" : undefined}
              vectorEffect="non-scaling-stroke"
            />
          ))}
        </g>
      </g>
    </svg>
  );
}
