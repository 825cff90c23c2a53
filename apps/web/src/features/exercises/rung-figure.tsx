import { patternOf, type ExerciseId } from "@legwork/core/exercise";
import { ExerciseFigure } from "@/drawing/figure/exercise-figure";
import { moveOf } from "@/drawing/figure/poses";

/** The figure of an exercise; nothing where no drawing is true. */
export function RungFigure({ exercise }: { exercise: ExerciseId }) {
  const move = moveOf(exercise);
  if (move === null) return null;
  return (
    <ExerciseFigure move={move} pattern={patternOf(exercise)} className="h-20 w-20 shrink-0 wide:h-24 wide:w-28" />
  );
}
