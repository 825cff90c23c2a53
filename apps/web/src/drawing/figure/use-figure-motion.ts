import { type RefObject, useEffect, useState } from "react";
import type { ExerciseId, Pattern } from "@legwork/core/exercise";
import { figureAt, momentAt, moveOf } from "@legwork/core/figure";
import { partsOf } from "./parts";

interface FigureMotion {
  readonly exercise: ExerciseId;
  readonly pattern: Pattern;
  readonly tempo: string | null;
  /** Holds one path per part of the figure, in their order. */
  readonly group: RefObject<SVGGElement | null>;
  readonly wanted: boolean;
}

/**
 * Moves the figure while it is on the screen; a hidden tab gets no frames. Each frame writes outlines, React draws
 * nothing anew and nothing is measured. Answers whether it moves: never when the reader wants less motion.
 */
export function useFigureMotion({ exercise, pattern, tempo, group, wanted }: FigureMotion): boolean {
  const calm = useCalm();
  const moves = wanted && !calm;
  useEffect(() => {
    const held = group.current;
    if (!moves || held === null) return undefined;
    const move = moveOf(exercise);
    let frame = 0;
    let began: number | null = null;
    const draw = (now: number) => {
      began ??= now;
      const { moment, seen } = momentAt(exercise, (now - began) / 1000, tempo);
      const parts = partsOf({ move, pattern, moment, frame: figureAt(exercise, moment) });
      held.style.opacity = seen === 1 ? "" : String(Math.max(0, seen));
      parts.forEach(({ d }, index) => held.children[index]?.setAttribute("d", d));
      frame = requestAnimationFrame(draw);
    };
    const watch = new IntersectionObserver((entries) => {
      cancelAnimationFrame(frame);
      // A busy phone hands over several changes at once: the last one holds.
      if (entries.at(-1)?.isIntersecting === true) frame = requestAnimationFrame(draw);
    });
    watch.observe(held.ownerSVGElement ?? held);
    return () => {
      watch.disconnect();
      cancelAnimationFrame(frame);
      held.style.opacity = "";
    };
  }, [exercise, pattern, tempo, group, moves]);
  return moves;
}

const CALM = "(prefers-reduced-motion: reduce)";

function useCalm(): boolean {
  const [calm, setCalm] = useState(() => typeof matchMedia !== "function" || matchMedia(CALM).matches);
  useEffect(() => {
    const query = matchMedia(CALM);
    const follow = () => setCalm(query.matches);
    follow();
    query.addEventListener("change", follow);
    return () => query.removeEventListener("change", follow);
  }, []);
  return calm;
}
