import type { PrescribedExercise } from "@legwork/core/programme";
import { ExerciseFigure } from "@/drawing/figure/exercise-figure";
import { moveOf } from "@/drawing/figure/poses";

/** The exercises of a pair as small figures on one ground line; one without a true drawing leaves its place free. */
export function PairFigures({ pair }: { pair: readonly PrescribedExercise[] }) {
  return (
    <>
      {pair.slice(0, 2).map(({ exercise, pattern }) => {
        const move = moveOf(exercise);
        return (
          <span key={exercise} className="flex h-9 w-9 items-end justify-center border-b border-line">
            {move !== null && <ExerciseFigure move={move} pattern={pattern} className="max-h-full w-full" />}
          </span>
        );
      })}
    </>
  );
}
