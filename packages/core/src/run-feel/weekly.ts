import { meanOf } from "./baseline";
import type { FeelPoint } from "./smooth";
import { SHRINK_SD, SHRINK_WEIGHT, squaresAround, studentT975 } from "./spread";

/** Mean feel of a week; without a whisker when it rests on one run. */
export interface WeeklyFeel {
  /** 0 holds the days 0–6. */
  readonly week: number;
  readonly runs: number;
  readonly mean: number;
  readonly whisker: { readonly low: number; readonly high: number } | null;
}

/** The weeks that have points, in order, with 95 % whiskers clipped to 1–5. */
export function weeklyFeel(points: readonly FeelPoint[]): readonly WeeklyFeel[] {
  const weekOf = (point: FeelPoint) => Math.floor(point.day / 7);
  const weeks = [...new Set(points.map(weekOf))].toSorted((one, other) => one - other);
  return weeks.map((week) => {
    const values = points.filter((point) => weekOf(point) === week).map((point) => point.value);
    const mean = meanOf(values);
    return { week, runs: values.length, mean, whisker: values.length < 2 ? null : whiskerOf(values, mean) };
  });
}

function whiskerOf(values: readonly number[], mean: number): { low: number; high: number } {
  const runs = values.length;
  const variance = (SHRINK_WEIGHT * SHRINK_SD ** 2 + squaresAround(values, mean)) / (SHRINK_WEIGHT + runs - 1);
  const half = studentT975(runs + 3) * Math.sqrt(variance / runs);
  return { low: Math.max(1, mean - half), high: Math.min(5, mean + half) };
}
