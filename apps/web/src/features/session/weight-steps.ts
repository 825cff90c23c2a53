import { ownedWeights } from "@legwork/core/adaptation";
import { takesLoad, type ExerciseId } from "@legwork/core/exercise";
import type { ProgrammeFields } from "@legwork/core/record";

/** The weights that an exercise may be done with, in grams of each, lightest first; null = any, for none were entered. */
export function weightSteps(
  exercise: ExerciseId,
  { kit, weights = {} }: Pick<ProgrammeFields, "kit" | "weights">,
): readonly number[] | null {
  if (Object.keys(weights).length === 0) return null;
  const owned = ownedWeights(kit, weights);
  const load = takesLoad(exercise);
  const inHand = load?.hands === 2 && owned.pairs.length > 0 ? owned.pairs : owned.single;
  const { grams } = load ?? {};
  const fitting = grams === undefined ? inHand : inHand.filter((each) => each >= grams.least && each <= grams.most);
  return fitting.length === 0 ? null : fitting;
}

/** From one weight to the next one owned; below the lightest there is none, 0. */
export function nextWeight(weights: readonly number[], grams: number, direction: 1 | -1): number {
  if (direction === 1) return weights.find((each) => each > grams) ?? grams;
  return weights.findLast((each) => each < grams) ?? 0;
}
