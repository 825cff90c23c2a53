import { addDays, type LocalDate } from "../calendar";
import type { RunKind } from "../run";
import { adjustedFeel, BASELINE_FROM_DAYS, baselineBefore, type Baseline } from "./baseline";
import { compareWindows, type FeelComparison } from "./compare";
import { dayOf, isHollow, type FeelRun } from "./feel-run";
import type { Feel } from "./scale";
import { hasTrend, smoothFeel, TREND_RUNS_MIN, type TrendPoint } from "./smooth";

/** One run as it is drawn. */
export interface FeelDot {
  readonly date: LocalDate;
  /** Days since the start of the programme, negative before it; fractions are hours. */
  readonly day: number;
  readonly kind: RunKind;
  /** As answered. */
  readonly feel: Feel;
  /** Against the runner's normal for this kind of run; 3 = normal. Held within 1–5. */
  readonly value: number;
  readonly hollow: boolean;
}

export type FeelTrend =
  | { readonly status: "drawn"; readonly points: readonly TrendPoint[] }
  /** Fewer than six solid runs, or six within less than three weeks. */
  | { readonly status: "notEnough"; readonly runs: number; readonly needed: number };

/** Windows of the programme that are compared. `before` ends where week 1 begins. */
export const FEEL_WINDOWS = {
  before: { from: -BASELINE_FROM_DAYS, to: 0 },
  weeks1to4: { from: 0, to: 28 },
  weeks5to8: { from: 28, to: 56 },
  weeks9to12: { from: 56, to: 84 },
} as const;
export type FeelWindow = keyof typeof FEEL_WINDOWS;

export interface FeelSeries {
  readonly baseline: Baseline;
  /** Oldest first, runs before the start included. */
  readonly dots: readonly FeelDot[];
  readonly trend: FeelTrend;
  /** Weeks 1–4, 5–8 and 9–12 against the baseline, or, without one, the later two against weeks 1–4. */
  readonly comparisons: readonly {
    readonly earlier: FeelWindow;
    readonly later: FeelWindow;
    readonly result: FeelComparison;
  }[];
}

const PROGRAMME_DAYS = 84;

/** Everything that is shown of run feel in one block. `runs` in any order, those of the four weeks before the start included. */
export function feelSeries({
  runs,
  startDate,
}: {
  readonly runs: readonly FeelRun[];
  readonly startDate: LocalDate;
}): FeelSeries {
  const baseline = baselineBefore(runs, startDate);
  const first = addDays(startDate, -BASELINE_FROM_DAYS);
  const end = addDays(startDate, PROGRAMME_DAYS);
  const inOrder = runs
    .filter((run) => run.date >= first && run.date < end)
    .map((run) => ({ run, day: dayOf(run, startDate) }))
    .toSorted((one, other) => one.day - other.day);
  const solid = inOrder
    .filter(({ run }) => !isHollow(run))
    .map(({ run, day }) => ({ day, value: adjustedFeel(run, baseline) }));
  const valuesIn = (window: FeelWindow) => {
    const { from, to } = FEEL_WINDOWS[window];
    return solid.filter(({ day }) => day >= from && day < to).map(({ value }) => value);
  };
  const earlier = baseline.status === "measured" ? "before" : "weeks1to4";
  const later = (["weeks1to4", "weeks5to8", "weeks9to12"] as const).filter((window) => window !== earlier);
  return {
    baseline,
    dots: inOrder.map(({ run, day }) => ({
      date: run.date,
      day,
      kind: run.kind,
      feel: run.feel,
      value: Math.min(5, Math.max(1, adjustedFeel(run, baseline))),
      hollow: isHollow(run),
    })),
    trend: hasTrend(solid)
      ? {
          status: "drawn",
          points: smoothFeel(solid, { at: Array.from({ length: PROGRAMME_DAYS + 1 }, (_, day) => day) }),
        }
      : { status: "notEnough", runs: solid.length, needed: TREND_RUNS_MIN },
    comparisons: later.map((window) => ({
      earlier,
      later: window,
      result: compareWindows(valuesIn(earlier), valuesIn(window)),
    })),
  };
}
