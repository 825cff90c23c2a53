import { expect, test } from "vitest";
import { type ExerciseId, MOBILITY_MOVES, PATTERNS, RUNGS, SPRING_DRILLS } from "@legwork/core/exercise";
import { boxOf } from "./box";
import { isLying } from "./lying";

const EXERCISES: readonly ExerciseId[] = PATTERNS.flatMap((pattern): readonly ExerciseId[] => {
  if (pattern === "PLYO") return SPRING_DRILLS.map((drill) => `PLYO.${drill}` as const);
  if (pattern === "MOB") return MOBILITY_MOVES.map((move) => `MOB.${move}` as const);
  return RUNGS.map((rung) => `${pattern}.${rung}` as const);
});

test("an exercise is known to be wide before its figure is there", () => {
  const wide = EXERCISES.filter((exercise) => {
    const { width, top } = boxOf(exercise);
    return width > 1.4 * top;
  });
  expect(EXERCISES.filter(isLying)).toEqual(wide);
});
