import { datesFrom, daysBetween, minutesIntoDay, WEEKDAYS, type LocalDate, type Moment } from "../calendar";
import { byStart, DEFAULT_RUN_TIME, isKeyRun, longRunsOf, type PlannedRun } from "../run";
import { RULES, rulesFor, loadsFrom, type RaceWindow, type RulesForRunner } from "./rules";
import type { EarlierSession, PlacementSettings, TimeOff, WeeksInput } from "./types";

export const MINUTES_PER_DAY = 1440;
export const DAYS_PER_WEEK = 7;

/** A run as the rules see it. Minutes count from 00:00 of the first Monday, days from that Monday. */
export interface RunFact {
  readonly run: PlannedRun;
  readonly day: number;
  readonly start: number;
  readonly end: number;
  readonly isKey: boolean;
  readonly isLong: boolean;
}

/** A goal race and what it forbids. */
export interface RaceFact extends RunFact {
  readonly window: RaceWindow;
}

/** A session beside the weeks, on the same clock. */
export interface SessionFact {
  readonly session: EarlierSession;
  readonly day: number;
  readonly start: number;
}

/** One civil day, with all that the rules of places on it look at. */
export interface DayFacts {
  readonly day: number;
  readonly date: LocalDate;
  readonly runs: readonly RunFact[];
  readonly runsOfDayBefore: readonly RunFact[];
  /** Index of the first run of this day or later. */
  readonly firstRun: number;
  /** Sessions beside the weeks that are near enough to matter. */
  readonly sessions: readonly SessionFact[];
  readonly isBeforeStart: boolean;
  readonly isLocked: boolean;
  readonly isRestDay: boolean;
  /** True for a day without key run, long run and unplanned hard legs. */
  readonly isQuiet: boolean;
  readonly timeOff: TimeOff | null;
  /** Minutes there are for strength; null = enough. */
  readonly minutes: number | null;
}

/** All that the rules look at, computed once for the weeks in a row. */
export interface Facts {
  readonly settings: PlacementSettings;
  readonly rules: RulesForRunner;
  /** Times of day at which strength may start, the preferred one first, in minutes. */
  readonly times: readonly number[];
  /** In order of their start. */
  readonly runs: readonly RunFact[];
  /** Of each run, the index of the next key and the next long run from it on; the number of runs when there is none. */
  readonly nextKey: readonly number[];
  readonly nextLong: readonly number[];
  readonly races: readonly RaceFact[];
  readonly firstMonday: LocalDate;
  readonly weekCount: number;
  /** From the first Monday on. */
  readonly days: readonly DayFacts[];
  /** Nothing is placed before so many minutes. */
  readonly now: number;
}

type FactsInput = Pick<WeeksInput, "earliest" | "now" | "runs" | "timeOff" | "sessions" | "settings">;

/** Two sessions whose starts lie further apart do not see each other. */
const NEAR_DAYS = Math.ceil(RULES.C11.softHours / 24);

/** Reads the input of `weekCount` weeks from `firstMonday` on. */
export function readFacts(input: FactsInput, firstMonday: LocalDate, weekCount: number): Facts {
  const { settings } = input;
  const dayCount = weekCount * DAYS_PER_WEEK;
  const dayOf = daysFrom(firstMonday);
  const runs = runFacts(input, { dayOf, dayCount });
  const runsByDay = byDay(runs, dayCount);
  const sessions = input.sessions.map((session) => ({
    session,
    day: dayOf(session.start.date),
    start: minutesFrom(dayOf, session.start),
  }));
  const daysToStart = dayOf(input.earliest);
  const timeOff = (input.timeOff ?? []).map((each) => ({ each, from: dayOf(each.from), to: dayOf(each.to) }));
  // Of two that overlap the one that leaves less holds.
  const timeOffOn = (day: number) => {
    if (timeOff.length === 0) return null;
    const here = timeOff.filter(({ from, to }) => from <= day && day <= to).map(({ each }) => each);
    return here.find((each) => each.sessions === "none") ?? here[0] ?? null;
  };
  const dates = datesFrom(firstMonday, dayCount);
  const days: DayFacts[] = [];
  let firstRun = runs.findIndex(({ day }) => day >= 0);
  if (firstRun < 0) firstRun = runs.length;
  for (let day = 0; day < dayCount; day += 1) {
    while (firstRun < runs.length && (runs[firstRun]?.day ?? 0) < day) firstRun += 1;
    const weekday = WEEKDAYS[day % DAYS_PER_WEEK];
    const today = runsByDay(day);
    const dayBefore = runsByDay(day - 1);
    days.push({
      day,
      date: dates[day] ?? firstMonday,
      runs: today,
      runsOfDayBefore: dayBefore,
      firstRun,
      sessions: sessions.length === 0 ? [] : sessions.filter((each) => Math.abs(each.day - day) <= NEAR_DAYS),
      isBeforeStart: day < daysToStart,
      isLocked: weekday !== undefined && settings.lockedDays.includes(weekday),
      isRestDay: isRestDay(settings, day, today, dayBefore),
      isQuiet: !today.some(({ isKey, isLong }) => isKey || isLong) && !sessions.some((each) => takes(each, day)),
      timeOff: timeOffOn(day),
      minutes: (weekday && settings.minutesOn[weekday]) ?? null,
    });
  }
  return {
    settings,
    rules: rulesFor(settings),
    times: timesOf(settings),
    runs,
    nextKey: nextOf(runs, ({ isKey }) => isKey),
    nextLong: nextOf(runs, ({ isLong }) => isLong),
    races: raceFacts(input.runs, dayOf),
    firstMonday,
    weekCount,
    days,
    now: input.now ? minutesFrom(dayOf, input.now) : -Infinity,
  };
}

/** Days from `first`, each date counted once. */
function daysFrom(first: LocalDate): (date: LocalDate) => number {
  const counted = new Map<LocalDate, number>();
  return (date) => {
    const known = counted.get(date);
    if (known !== undefined) return known;
    const days = daysBetween(first, date);
    counted.set(date, days);
    return days;
  };
}

function minutesFrom(dayOf: (date: LocalDate) => number, { date, time }: Moment): number {
  return dayOf(date) * MINUTES_PER_DAY + minutesIntoDay(time);
}

interface Range {
  readonly dayOf: (date: LocalDate) => number;
  readonly dayCount: number;
}

function runFacts({ runs, settings }: FactsInput, { dayOf, dayCount }: Range): readonly RunFact[] {
  const weeks = new Map<number, { readonly run: PlannedRun; readonly day: number }[]>();
  for (const run of runs) {
    const day = dayOf(run.date);
    if (day < -DAYS_PER_WEEK || day >= dayCount + DAYS_PER_WEEK) continue;
    const week = Math.floor(day / DAYS_PER_WEEK);
    const others = weeks.get(week);
    if (others) others.push({ run, day });
    else weeks.set(week, [{ run, day }]);
  }
  const facts: RunFact[] = [];
  for (const week of weeks.values()) {
    const long = longRunsOf(week.map(({ run }) => run));
    for (const { run, day } of week) {
      const isLong = long.includes(run);
      facts.push(runFact(run, day, { isLong, isKey: isKeyRun(run) || (isLong && settings.longRunIsKey) }));
    }
  }
  return facts.sort(inOrder);
}

function runFact(run: PlannedRun, day: number, { isKey, isLong }: Pick<RunFact, "isKey" | "isLong">): RunFact {
  const start = day * MINUTES_PER_DAY + minutesIntoDay(run.startTime ?? DEFAULT_RUN_TIME);
  return { run, day, start, end: start + run.minutes, isKey, isLong };
}

// Races far outside the weeks forbid nothing in them, and cost nothing to look at: a runner has few.
function raceFacts(runs: readonly PlannedRun[], dayOf: Range["dayOf"]): readonly RaceFact[] {
  const races = runs.flatMap((run) => {
    if (run.goal === undefined) return [];
    const fact = runFact(run, dayOf(run.date), { isKey: true, isLong: false });
    return [{ ...fact, window: RULES.C17.windows[run.goal] }];
  });
  return races.sort(inOrder);
}

function inOrder(one: RunFact, other: RunFact): number {
  return one.start - other.start || byStart(one.run, other.run);
}

function byDay(runs: readonly RunFact[], dayCount: number): (day: number) => readonly RunFact[] {
  const days = new Map<number, RunFact[]>();
  for (const run of runs) {
    if (run.day < -1 || run.day > dayCount) continue;
    const others = days.get(run.day);
    if (others) others.push(run);
    else days.set(run.day, [run]);
  }
  return (day) => days.get(day) ?? NO_RUNS;
}

const NO_RUNS: readonly RunFact[] = [];

function nextOf(runs: readonly RunFact[], is: (run: RunFact) => boolean): readonly number[] {
  const next = Array.from({ length: runs.length + 1 }, () => runs.length);
  for (let index = runs.length - 1; index >= 0; index -= 1) {
    const run = runs[index];
    next[index] = run && is(run) ? index : (next[index + 1] ?? runs.length);
  }
  return next;
}

// The day that the runner names; when none is named, a day without a run after a long run.
function isRestDay(
  { restDay }: PlacementSettings,
  day: number,
  today: readonly RunFact[],
  dayBefore: readonly RunFact[],
): boolean {
  if (restDay !== null) return WEEKDAYS[day % DAYS_PER_WEEK] === restDay;
  return today.length === 0 && dayBefore.some(({ isLong }) => isLong);
}

function takes({ session, day }: SessionFact, other: number): boolean {
  return day === other && loadsFrom(session.legLoad.class, RULES.C15.legsFrom);
}

function timesOf({ strengthTime, otherTime }: PlacementSettings): readonly number[] {
  const preferred = minutesIntoDay(strengthTime);
  const other = otherTime === null ? preferred : minutesIntoDay(otherTime);
  return other === preferred ? [preferred] : [preferred, other];
}
