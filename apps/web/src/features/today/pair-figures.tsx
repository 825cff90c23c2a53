import type { PrescribedExercise } from "@legwork/core/programme";
import { LazyFigure } from "@/drawing/figure/lazy-figure";

/** The exercises of a pair as small figures on one ground line, standing still. */
export function PairFigures({ pair }: { pair: readonly PrescribedExercise[] }) {
  return (
    <>
      {pair.slice(0, 2).map(({ exercise, pattern }) => (
        <span key={exercise} className="flex h-9 w-9 items-end justify-center border-b border-line">
          <LazyFigure exercise={exercise} pattern={pattern} lines="fine" className="max-h-full w-full" />
        </span>
      ))}
    </>
  );
}
