import { daysBetween, type LocalDate } from "@legwork/core/calendar";
import type { Plan } from "@legwork/core/plan";
import type { RunKind } from "@legwork/core/run";
import {
  dayOf,
  feelSeries,
  weeklyFeel,
  type Feel,
  type FeelRun,
  type FeelSeries,
  type WeeklyFeel,
} from "@legwork/core/run-feel";

/** One run as a mark. `day` counts from the Monday of week 1. */
export interface DotRow {
  readonly day: number;
  readonly value: number;
  readonly kind: RunKind;
  readonly feel: Feel;
  readonly date: LocalDate;
  readonly hollow: boolean;
  /** Pixels beside the value: each kind of run has its own sub-lane. */
  readonly lane: number;
}

/** The line on one day. The edge is the last seven days; the day where both meet is in both. */
export interface LineRow {
  readonly day: number;
  readonly solid: number | null;
  readonly edge: number | null;
  readonly band: readonly [number, number] | null;
}

export interface TickRow {
  readonly day: number;
  readonly partly: boolean;
}

export interface FeelRows {
  readonly series: FeelSeries;
  /** Dots within the weeks of the block, oldest first. */
  readonly dots: readonly DotRow[];
  /** One row a day; empty while there is no line. */
  readonly line: readonly LineRow[];
  readonly ticks: readonly TickRow[];
  readonly reducedWeeks: readonly number[];
  readonly weeks: readonly {
    readonly week: number;
    readonly dots: readonly DotRow[];
    readonly mean: WeeklyFeel | null;
  }[];
  readonly kinds: readonly RunKind[];
  readonly isAdapting: boolean;
  /** Weeks at the beginning in which heavier legs are expected; none in a later block. */
  readonly adaptingWeeks: number;
}

/** Pixels off the value by kind of run; it only separates marks that would hide each other. */
const LANES: Readonly<Record<RunKind, number>> = { easy: -9, recovery: -9, key: -3, race: -3, medium: 3, long: 9 };
const LEGEND_ORDER: readonly RunKind[] = ["easy", "recovery", "medium", "key", "long", "race"];
/** The weeks in which heavier legs are expected. */
const ADAPTING_WEEKS = 4;

/** What the run-feel chart draws and its sentences say. `runs` hold those before the start too. */
export function feelRows(plan: Plan, runs: readonly FeelRun[]): FeelRows {
  const start = plan.weeks[0]?.monday ?? plan.startDate;
  const adaptingWeeks = plan.block === 1 ? ADAPTING_WEEKS : 0;
  const series = feelSeries({ runs, startDate: start });
  const dots = series.dots
    .filter((dot) => dot.day >= 0)
    .map(({ day, value, kind, feel, date, hollow }) => ({ day, value, kind, feel, date, hollow, lane: LANES[kind] }));
  const means = weeklyFeel(dots.filter((dot) => !dot.hollow));
  return {
    series,
    dots,
    line: lineRows(series),
    ticks: plan.weeks.flatMap((week) =>
      week.sessions.flatMap(({ state, startTime }) =>
        "dose" in state
          ? [{ day: dayOf({ date: state.date, startTime }, start), partly: state.status === "partly" }]
          : [],
      ),
    ),
    reducedWeeks: plan.weeks.filter((week) => week.reduced).map((week) => week.week),
    weeks: plan.weeks.map(({ week }) => ({
      week,
      dots: dots.filter(({ day }) => Math.floor(day / 7) === week - 1),
      mean: means.find((mean) => mean.week === week - 1) ?? null,
    })),
    kinds: LEGEND_ORDER.filter((kind) => dots.some((dot) => dot.kind === kind)),
    isAdapting: daysBetween(start, plan.today) < adaptingWeeks * 7,
    adaptingWeeks,
  };
}

function lineRows({ trend }: FeelSeries): readonly LineRow[] {
  if (trend.status === "notEnough") return [];
  const [first, last] = [trend.points[0], trend.points.at(-1)];
  if (first === undefined || last === undefined) return [];
  const byDay = new Map(trend.points.map((point) => [point.day, point]));
  return Array.from({ length: last.day - first.day + 1 }, (_, index) => {
    const day = first.day + index;
    const point = byDay.get(day);
    if (point === undefined) return { day, solid: null, edge: null, band: null };
    const meetsEdge = byDay.get(day + 1)?.edge ?? false;
    return {
      day,
      solid: point.edge ? null : point.value,
      edge: point.edge || meetsEdge ? point.value : null,
      band: [point.low, point.high] as const,
    };
  });
}
