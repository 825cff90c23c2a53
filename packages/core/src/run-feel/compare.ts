import { meanOf } from "./baseline";
import { normalShareBelow, SHRINK_SD, SHRINK_WEIGHT, squaresAround } from "./spread";

/** What may be said of two windows of runs. */
export type FeelComparison =
  | { readonly status: "notEnough"; readonly runs: number; readonly needed: number }
  | { readonly status: "noClearChange"; readonly difference: number; readonly probability: number }
  | {
      /** `clear` from 0.90 on, `perhaps` from 0.70 on. */
      readonly status: "clear" | "perhaps";
      readonly direction: "heavier" | "lighter";
      /** Later minus earlier; negative is heavier. */
      readonly difference: number;
      /** Range of the difference that holds the true one 95 times in 100. */
      readonly low: number;
      readonly high: number;
      /** Probability that the change is larger than 0.3 on its side. */
      readonly probability: number;
    };

/** A window needs so many runs. Our own choice. */
const WINDOW_RUNS_MIN = 6;
/** A change up to this size means nothing in practice. Our own choice. */
export const SMALLEST_CHANGE = 0.3;
const CLEAR_FROM = 0.9;
const PERHAPS_FROM = 0.7;
const Z_95 = 1.96;

/** Compares adjusted feel (`adjustedFeel`, solid runs only) of a later window with an earlier one. Never says why. */
export function compareWindows(earlier: readonly number[], later: readonly number[]): FeelComparison {
  const fewest = Math.min(earlier.length, later.length);
  if (fewest < WINDOW_RUNS_MIN) return { status: "notEnough", runs: fewest, needed: WINDOW_RUNS_MIN };
  const [meanEarlier, meanLater] = [meanOf(earlier), meanOf(later)];
  const difference = meanLater - meanEarlier;
  const variance =
    (SHRINK_WEIGHT * SHRINK_SD ** 2 + squaresAround(earlier, meanEarlier) + squaresAround(later, meanLater)) /
    (SHRINK_WEIGHT + earlier.length + later.length - 2);
  const error = Math.sqrt(variance * (1 / earlier.length + 1 / later.length));
  const probability = normalShareBelow((Math.abs(difference) - SMALLEST_CHANGE) / error);
  if (probability < PERHAPS_FROM) return { status: "noClearChange", difference, probability };
  return {
    status: probability >= CLEAR_FROM ? "clear" : "perhaps",
    direction: difference < 0 ? "heavier" : "lighter",
    difference,
    low: difference - Z_95 * error,
    high: difference + Z_95 * error,
    probability,
  };
}
