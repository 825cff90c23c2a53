import { useRef } from "react";
import type { ExerciseId, Pattern } from "@legwork/core/exercise";
import { endMoment, momentAt } from "@legwork/core/figure";
import { FigureDrawing } from "./figure-drawing";
import { useFigureMotion } from "./use-figure-motion";

export interface ExerciseFigureProps {
  readonly exercise: ExerciseId;
  readonly pattern: Pattern;
  /** What the picture says, from the exercise's name and cue; without it the picture is decoration. */
  readonly label?: string;
  /** `down-pause-up-pause` in seconds; null for the move's own. */
  readonly tempo?: string | null;
  /** Moves while it is seen; else, and where less motion is wanted, it stands at its end with its start as shadow. */
  readonly moving?: boolean;
  /** Fine lines for a figure smaller than about 80 px. */
  readonly lines?: "fine" | "bold";
  readonly className?: string;
}

/** An exercise as a drawn person, moving or at its end. */
export function ExerciseFigure(props: ExerciseFigureProps) {
  const { exercise, pattern, label, tempo = null, moving = false, lines = "bold", className } = props;
  const group = useRef<SVGGElement>(null);
  const moves = useFigureMotion({ exercise, pattern, tempo, group, wanted: moving });
  return (
    <FigureDrawing
      exercise={exercise}
      pattern={pattern}
      moment={moves ? momentAt(exercise, 0, tempo).moment : endMoment(exercise)}
      shadow={moves ? "none" : "start"}
      label={label}
      lines={lines}
      className={className}
      group={group}
    />
  );
}
