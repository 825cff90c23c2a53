import { addDays, daysBetween, type LocalDate } from "../calendar";
import type { RunKind } from "../run";
import { isHollow, type FeelRun } from "./feel-run";
import { NORMAL_FEEL } from "./scale";

/** What is normal for a runner, on the scale of the question (1–5). */
export type Baseline =
  | {
      readonly status: "measured";
      readonly runs: number;
      readonly mean: number;
      readonly byKind: Readonly<Partial<Record<RunKind, number>>>;
    }
  /** Too few runs before the start: 3.0 is taken, and nothing is compared with it in words. */
  | { readonly status: "assumed"; readonly runs: number };

/** A baseline needs so many runs over so many days. Our own choice. */
const BASELINE_RUNS_MIN = 6;
const BASELINE_DAYS_MIN = 14;
/** What was normal longer ago says little of now. Our own choice. */
export const BASELINE_FROM_DAYS = 28;
/** A kind's mean is drawn towards the mean of all runs with the weight of three runs. Our own choice. */
const SHRINK_RUNS = 3;
/** After twelve weeks the baseline is made anew from the last four. Our own choice. */
const REFRESH_DAY = 84;

/** Normal feel per kind of run from the solid runs among `runs`; assumed when they are too few or too close together. */
export function baselineOf(runs: readonly FeelRun[]): Baseline {
  const solid = runs.filter((run) => !isHollow(run)).toSorted((one, other) => daysBetween(other.date, one.date));
  const [first, last] = [solid.at(0), solid.at(-1)];
  const days = first && last ? daysBetween(first.date, last.date) + 1 : 0;
  if (solid.length < BASELINE_RUNS_MIN || days < BASELINE_DAYS_MIN) return { status: "assumed", runs: solid.length };
  const mean = meanOf(solid.map((run) => run.feel));
  const kinds = [...new Set(solid.map((run) => run.kind))];
  const byKind = kinds.map((kind) => {
    const feels = solid.filter((run) => run.kind === kind).map((run) => run.feel);
    const shrunk = (feels.length * meanOf(feels) + SHRINK_RUNS * mean) / (feels.length + SHRINK_RUNS);
    return [kind, shrunk] as const;
  });
  return { status: "measured", runs: solid.length, mean, byKind: Object.fromEntries(byKind) };
}

/** The baseline in force on `today`: from the four weeks before the start; from day 84 on from the four weeks before that day, if they suffice. */
export function baselineInForce({
  runs,
  startDate,
  today,
}: {
  readonly runs: readonly FeelRun[];
  readonly startDate: LocalDate;
  readonly today: LocalDate;
}): Baseline {
  const before = baselineBefore(runs, startDate);
  const refreshDay = addDays(startDate, REFRESH_DAY);
  if (today < refreshDay) return before;
  const refreshed = baselineBefore(runs, refreshDay);
  return refreshed.status === "measured" ? refreshed : before;
}

/** The baseline from the four weeks before a day. */
export function baselineBefore(runs: readonly FeelRun[], day: LocalDate): Baseline {
  const from = addDays(day, -BASELINE_FROM_DAYS);
  return baselineOf(runs.filter((run) => run.date >= from && run.date < day));
}

/** The feel of a run against the runner's normal for its kind, moved so that 3 is normal. May leave 1–5. */
export function adjustedFeel(run: Pick<FeelRun, "feel" | "kind">, baseline: Baseline): number {
  if (baseline.status === "assumed") return run.feel;
  return run.feel - (baseline.byKind[run.kind] ?? baseline.mean) + NORMAL_FEEL;
}

/** Mean of at least one value. */
export function meanOf(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0) / values.length;
}
