import type { Kit } from "../exercise";

/** The weights that a runner has for an exercise, in grams of each, lightest first. */
export type Weights = readonly number[];

export interface OwnedWeights {
  readonly single: Weights;
  readonly pairs: Weights;
  /** What a gym is taken to have: steps between loads, but nobody is told with which to begin. */
  readonly isAssumed?: true;
}

export const NO_WEIGHTS: OwnedWeights = { single: [], pairs: [] };

/** What a gym is taken to have where nothing was entered: pairs of 1 to 50 kg. OURS */
const GYM_LIGHT = Array.from({ length: 10 }, (_, index) => (index + 1) * 1000);
const GYM_HEAVY = Array.from({ length: 16 }, (_, index) => 12_500 + index * 2500);
const GYM_ALL = [...GYM_LIGHT, ...GYM_HEAVY];
const GYM: OwnedWeights = { single: GYM_ALL, pairs: GYM_ALL, isAssumed: true };

/** Weights above this are a slip of the finger. OURS */
const HEAVIEST_GRAMS = 300_000;

/**
 * The weights that the runner entered (`<grams>` = one or a pair). They are offered once the kit holds dumbbells; with a smaller kit
 * they wait. An entry that is no weight is passed over.
 */
export function ownedWeights(kit: Kit, entered: Readonly<Record<string, "one" | "pair">>): OwnedWeights {
  if (kit === "none" || kit === "band") return NO_WEIGHTS;
  const all = Object.entries(entered)
    .map(([grams, owned]) => ({ grams: Number(grams), owned }))
    .filter(({ grams }) => isWeight(grams))
    .sort((one, other) => one.grams - other.grams);
  if (all.length === 0) return kit === "gym" ? GYM : NO_WEIGHTS;
  return {
    single: all.map(({ grams }) => grams),
    pairs: all.filter(({ owned }) => owned === "pair").map(({ grams }) => grams),
  };
}

/** Whether grams can be a weight in a hand. */
export function isWeight(grams: number): boolean {
  return Number.isInteger(grams) && grams > 0 && grams <= HEAVIEST_GRAMS;
}

/** The heaviest weight up to `grams`, else the lightest there is; null when there is none. */
export function weightUpTo(weights: Weights, grams: number): number | null {
  return weights.findLast((each) => each <= grams) ?? weights[0] ?? null;
}

/** The next heavier weight: the heaviest within `most` times, else the next one at all; null when none is heavier. */
export function nextHeavier(
  weights: Weights,
  grams: number,
  { least, most }: { readonly least: number; readonly most: number },
): number | null {
  const within = weights.findLast((each) => each >= grams * least && each <= grams * most);
  return within ?? weights.find((each) => each > grams * most) ?? weights.find((each) => each > grams) ?? null;
}

/** The heaviest weight at or below `share` of `grams`; null when there is none. */
export function lighterBy(weights: Weights, grams: number, share: number): number | null {
  return weights.findLast((each) => each <= grams * share) ?? null;
}
