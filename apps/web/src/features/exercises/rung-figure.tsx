import { patternOf, type ExerciseId } from "@legwork/core/exercise";
import { LazyFigure } from "@/drawing/figure/lazy-figure";

/** The figure of an exercise, moving while it is seen. */
export function RungFigure({ exercise }: { exercise: ExerciseId }) {
  return (
    <LazyFigure
      exercise={exercise}
      pattern={patternOf(exercise)}
      moving
      className="h-20 w-20 shrink-0 border-b border-line wide:h-24 wide:w-28"
    />
  );
}
