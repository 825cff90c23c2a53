import { daysBetween, minutesIntoDay, WEEKDAYS, type LocalDate, type Moment } from "../calendar";
import type { LegLoad, SessionKind } from "../programme/prescription";
import { byStart, DEFAULT_RUN_TIME, isKeyRun, longRunsOf, type PlannedRun } from "../run";
import type { PlacementSettings, WeekInput } from "./types";

export const MINUTES_PER_DAY = 1440;
const DAYS_PER_WEEK = 7;

/** A run as the rules see it. Minutes count from Monday 00:00 of the placed week; days from −7 to 13. */
export interface RunFact {
  readonly run: PlannedRun;
  readonly day: number;
  readonly start: number;
  readonly end: number;
  readonly isKey: boolean;
  readonly isLong: boolean;
}

/** A session that is already there, on the same clock. */
export interface SessionFact {
  readonly kind: SessionKind;
  readonly date: LocalDate;
  readonly start: number;
  readonly legLoad: LegLoad;
}

/** All that the rules of one week look at, computed once. Arrays by day begin with Monday. */
export interface WeekFacts {
  readonly monday: LocalDate;
  readonly dates: readonly LocalDate[];
  readonly settings: PlacementSettings;
  readonly strengthStart: number;
  /** In order of their start. */
  readonly runs: readonly RunFact[];
  readonly runsByDay: readonly (readonly RunFact[])[];
  readonly runsByDayBefore: readonly (readonly RunFact[])[];
  readonly sessions: readonly SessionFact[];
  readonly isBeforeStart: readonly boolean[];
  readonly isLocked: readonly boolean[];
  readonly isRestDay: readonly boolean[];
  /** True for a day without key or long run. */
  readonly isQuiet: readonly boolean[];
}

/** Reads the input of a week into facts; `dates` are its seven days. */
export function weekFacts(input: WeekInput, dates: readonly LocalDate[]): WeekFacts {
  const runs = runFacts(input);
  const onDay = (day: number) => runs.filter((fact) => fact.day === day);
  const runsByDay = dates.map((_, day) => onDay(day));
  const runsByDayBefore = [onDay(-1), ...runsByDay.slice(0, -1)];
  const { settings } = input;
  const daysToStart = daysBetween(input.monday, input.earliest);
  return {
    monday: input.monday,
    dates,
    settings,
    strengthStart: minutesIntoDay(settings.strengthTime),
    runs,
    runsByDay,
    runsByDayBefore,
    sessions: input.sessions.map(({ kind, start, legLoad }) => ({
      kind,
      date: start.date,
      start: minutesFrom(input.monday, start),
      legLoad,
    })),
    isBeforeStart: dates.map((_, day) => day < daysToStart),
    isLocked: WEEKDAYS.map((weekday) => settings.lockedDays.includes(weekday)),
    isRestDay: restDays(settings, runsByDay, runsByDayBefore),
    isQuiet: runsByDay.map((day) => day.every((fact) => !fact.isKey && !fact.isLong)),
  };
}

/** Minutes from 00:00 of `monday` to `moment`. */
export function minutesFrom(monday: LocalDate, moment: Moment): number {
  return daysBetween(monday, moment.date) * MINUTES_PER_DAY + minutesIntoDay(moment.time);
}

function runFacts({ runs, monday }: WeekInput): readonly RunFact[] {
  const dated = runs
    .map((run) => ({ run, day: daysBetween(monday, run.date) }))
    .filter(({ day }) => day >= -DAYS_PER_WEEK && day < 2 * DAYS_PER_WEEK);
  const long = new Set(
    [-1, 0, 1].flatMap((week) =>
      longRunsOf(dated.filter(({ day }) => Math.floor(day / DAYS_PER_WEEK) === week).map(({ run }) => run)),
    ),
  );
  return dated
    .map(({ run, day }) => {
      const start = day * MINUTES_PER_DAY + minutesIntoDay(run.startTime ?? DEFAULT_RUN_TIME);
      return { run, day, start, end: start + run.minutes, isKey: isKeyRun(run), isLong: long.has(run) };
    })
    .sort((one, other) => one.start - other.start || byStart(one.run, other.run));
}

// The day that the runner names; when none is named, a day without a run after a long run.
function restDays(
  settings: PlacementSettings,
  runsByDay: WeekFacts["runsByDay"],
  runsByDayBefore: WeekFacts["runsByDayBefore"],
): readonly boolean[] {
  if (settings.restDay !== null) return WEEKDAYS.map((weekday) => weekday === settings.restDay);
  return runsByDay.map((runs, day) => runs.length === 0 && (runsByDayBefore[day] ?? []).some((fact) => fact.isLong));
}
