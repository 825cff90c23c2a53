import {
  addDays,
  parseClockTime,
  parseLocalDate,
  WEEKDAYS,
  type ClockTime,
  type LocalDate,
  type Weekday,
} from "../calendar";
import {
  DEFAULT_SETTINGS,
  type PlacementSettings,
  type SessionDose,
  type WeekInput,
  type WeeksInput,
  type WeekToPlace,
} from "../placement";
import type { LoadClass, SessionKind } from "../programme/prescription";
import { runsOfWeek, type PlannedRun, type RaceDistance, type RunKind, type WeeklyRun } from "../run";

/** Builders of running weeks and of what the placement needs, for tests. */
export const day = (text: string): LocalDate => {
  const date = parseLocalDate(text);
  if (date === null) throw new Error(`${text} is no day`);
  return date;
};

export const time = (text: string): ClockTime => {
  const clockTime = parseClockTime(text);
  if (clockTime === null) throw new Error(`${text} is no clock time`);
  return clockTime;
};

const MINUTES: Readonly<Record<RunKind, number>> = {
  easy: 45,
  recovery: 30,
  medium: 60,
  key: 60,
  race: 60,
  long: 90,
};

/** `"mon easy, wed key 19:30 75, sat long"`: day, kind, and in any order a start time and minutes. */
export function weeklyRuns(text: string): readonly WeeklyRun[] {
  if (text === "") return [];
  return text.split(", ").map((run, index) => {
    const [weekday, kind, ...rest] = run.split(" ") as [Weekday, RunKind, ...string[]];
    const clock = rest.find((part) => part.includes(":"));
    const minutes = rest.find((part) => !part.includes(":"));
    return {
      id: `run${index}`,
      day: weekday,
      kind,
      startTime: clock === undefined ? null : time(clock),
      minutes: minutes === undefined ? MINUTES[kind] : Number(minutes),
      km: null,
    };
  });
}

const POINTS: Readonly<Record<LoadClass, number>> = { none: 0, light: 1.8, moderate: 5.2, heavy: 8.4 };

/** A session of `legs` that takes `minutes` as supersets. */
export function dose(legs: LoadClass, minutes = 30): SessionDose {
  return { minutes: { superset: minutes, straight: minutes * 1.25 }, legLoad: { points: POINTS[legs], class: legs } };
}

const CLASSES: Readonly<Record<Exclude<SessionKind, "A" | "B">, LoadClass>> = {
  M: "heavy",
  V: "moderate",
  T2: "moderate",
  L: "light",
  T1: "light",
  C: "none",
};

/** Leg load by kind: A and B as said, M heavy, V and T2 moderate, L and T1 light, C none. */
export function doses(A: LoadClass, B: LoadClass, minutes = 30): (kind: SessionKind) => SessionDose {
  const classes = { ...CLASSES, A, B };
  return (kind) => dose(classes[kind], minutes);
}

export const MONDAY = day("2026-08-31");

/** A day of the first week, or of a later or earlier one. */
export const on = (weekday: Weekday, week = 1): LocalDate =>
  addDays(MONDAY, 7 * (week - 1) + WEEKDAYS.indexOf(weekday));

/** The settings that differ from the usual ones, as a change of a week's input. */
export const settings = (changes: Partial<PlacementSettings>): { readonly settings: PlacementSettings } => ({
  settings: { ...DEFAULT_SETTINGS, ...changes },
});

const RACES: Readonly<Record<RaceDistance, number>> = { short: 45, half: 100, marathon: 210, ultra: 600 };

/** A race at 09:00; with a distance the runner's goal, without one a training race of 45 min. */
export function race(date: LocalDate, goal: RaceDistance | null, startTime = "09:00"): PlannedRun {
  const run = { id: `race@${date}`, date, startTime: time(startTime), kind: "race", km: null } as const;
  return goal === null ? { ...run, minutes: RACES.short } : { ...run, minutes: RACES[goal], goal };
}

/** Runs that stand once take the place of the weekly runs of their day. */
function withOnce(weekly: readonly PlannedRun[], once: readonly PlannedRun[]): readonly PlannedRun[] {
  return [...weekly.filter(({ date }) => !once.some((run) => run.date === date)), ...once];
}

type WeekChanges = Partial<WeekInput> & { readonly once?: readonly PlannedRun[] };

/** The running week repeated before and after, strength at 18:00 for 30 min, A heavy and B moderate; change what matters. */
export function weekInput(runs: string | readonly WeeklyRun[], { once = [], ...changes }: WeekChanges = {}): WeekInput {
  const monday = changes.monday ?? MONDAY;
  const weekly = typeof runs === "string" ? weeklyRuns(runs) : runs;
  return {
    week: 1,
    monday,
    earliest: day("2000-01-01"),
    runs: withOnce(
      [-7, 0, 7].flatMap((shift) => runsOfWeek(weekly, addDays(monday, shift))),
      once,
    ),
    sessions: [],
    settings: DEFAULT_SETTINGS,
    habit: {},
    fixed: [],
    skipped: [],
    doseOf: doses("heavy", "moderate"),
    ...changes,
  };
}

type WeeksChanges = Partial<WeeksInput> & {
  readonly once?: readonly PlannedRun[];
  /** What differs in the first week, the second … */
  readonly each?: readonly Partial<WeekToPlace>[];
};

/** The running week `count` times, and once before and after; programme weeks from 1, nothing done before, doses as in `weekInput`. */
export function weeksInput(
  runs: string | readonly WeeklyRun[],
  count: number,
  { once = [], each = [], ...changes }: WeeksChanges = {},
): WeeksInput {
  const weekly = typeof runs === "string" ? weeklyRuns(runs) : runs;
  const { doseOf, settings: usual, earliest } = weekInput("");
  const mondays = Array.from({ length: count + 2 }, (_, index) => addDays(MONDAY, 7 * (index - 1)));
  return {
    weeks: mondays
      .slice(1, -1)
      .map((monday, index) => ({ week: index + 1, monday, fixed: [], skipped: [], ...each[index] })),
    earliest,
    runs: withOnce(
      mondays.flatMap((monday) => runsOfWeek(weekly, monday)),
      once,
    ),
    sessions: [],
    settings: usual,
    habit: {},
    exposures: { A: 0, B: 0 },
    doseOf: ({ kind }) => doseOf(kind),
    ...changes,
  };
}
