import { SHRINK_SD, SHRINK_WEIGHT } from "./spread";

/** One run's adjusted feel at a time in days. */
export interface FeelPoint {
  readonly day: number;
  readonly value: number;
}

/** The smoothed feel on a day, with the band that holds the true mean 95 times in 100. */
export interface TrendPoint {
  readonly day: number;
  /** 1–5, as are `low` and `high`. */
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** True in the last seven days, where the kernel sees one side only: drawn dotted. */
  readonly edge: boolean;
}

/** Width of the kernel in days: about five runs weigh in at three a week. Our own choice. */
const BANDWIDTH_DAYS = 8;
/** The line is drawn where it rests on the weight of three runs. Our own choice. */
const EFFECTIVE_RUNS_MIN = 3;
/** No line before six runs over three weeks. Our own choice. */
export const TREND_RUNS_MIN = 6;
const TREND_DAYS_MIN = 21;
const EDGE_DAYS = 7;
const Z_95 = 1.96;

/**
 * Gaussian-kernel mean of the points on each of the days `at`, between the first and the last point. Empty before six
 * points over three weeks; days that rest on too few points are left out.
 */
export function smoothFeel(
  points: readonly FeelPoint[],
  { at }: { readonly at: readonly number[] },
): readonly TrendPoint[] {
  if (!hasTrend(points)) return [];
  const days = points.map((point) => point.day);
  const [first, last] = [Math.min(...days), Math.max(...days)];
  const spread = spreadAround(points);
  return at
    .filter((day) => day >= first && day <= last)
    .flatMap((day) => {
      const { mean, effectiveRuns } = kernelMean(points, day);
      // Three runs of equal weight are three, whatever their last bits add up to.
      if (effectiveRuns < EFFECTIVE_RUNS_MIN - 1e-9) return [];
      const half = (Z_95 * spread) / Math.sqrt(effectiveRuns);
      return [
        { day, value: clip(mean), low: clip(mean - half), high: clip(mean + half), edge: day > last - EDGE_DAYS },
      ];
    });
}

/** Whether there are six points over three weeks. */
export function hasTrend(points: readonly FeelPoint[]): boolean {
  if (points.length < TREND_RUNS_MIN) return false;
  const days = points.map((point) => Math.floor(point.day));
  return Math.max(...days) - Math.min(...days) + 1 >= TREND_DAYS_MIN;
}

/** Standard deviation around the smoothed line, drawn towards 0.8 with the weight of four runs. */
function spreadAround(points: readonly FeelPoint[]): number {
  const squares = points.reduce((sum, { day, value }) => sum + (value - kernelMean(points, day).mean) ** 2, 0);
  return Math.sqrt((SHRINK_WEIGHT * SHRINK_SD ** 2 + squares) / (SHRINK_WEIGHT + points.length - 1));
}

function kernelMean(points: readonly FeelPoint[], day: number): { mean: number; effectiveRuns: number } {
  let weights = 0;
  let squaredWeights = 0;
  let weighted = 0;
  for (const point of points) {
    const weight = Math.exp(-0.5 * ((day - point.day) / BANDWIDTH_DAYS) ** 2);
    weights += weight;
    squaredWeights += weight ** 2;
    weighted += weight * point.value;
  }
  return { mean: weighted / weights, effectiveRuns: weights ** 2 / squaredWeights };
}

function clip(value: number): number {
  return Math.min(5, Math.max(1, value));
}
