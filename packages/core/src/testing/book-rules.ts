import { daysBetween, minutesIntoDay, WEEKDAYS } from "../calendar";
import type { EarlierSession, FixedSession, WeeksInput } from "../placement";
import type { LoadClass, SessionKind, Slot } from "../programme";
import type { PlannedRun, RaceDistance } from "../run";

// The rules written a second time, straight from the book, to judge the solver by: no code and no number is shared with it.
// Minutes count from 00:00 of the first Monday, days from that Monday.

/** None, light, moderate, heavy. */
export const LEGS: Readonly<Record<LoadClass, 0 | 1 | 2 | 3>> = { none: 0, light: 1, moderate: 2, heavy: 3 };
const LIGHT = 1;
const MODERATE = 2;
const HEAVY = 3;
const HOUR = 60;
export const DAY = 24 * HOUR;

/** A session at a place. */
export interface Session {
  readonly slot: Slot;
  readonly kind: SessionKind;
  readonly day: number;
  readonly start: number;
  readonly end: number;
  /** As in `LEGS`. */
  readonly legs: number;
  readonly isFirstA: boolean;
  readonly step: "taken" | "waits" | null;
  readonly isCaughtUp: boolean;
  readonly given: FixedSession | null;
  readonly isAtOtherTime: boolean;
}

/** Whether the rules forbid something, and what it costs: of a given place the cost alone counts. */
export interface Verdict {
  readonly forbidden: boolean;
  readonly points: number;
}

interface BookRun {
  readonly run: PlannedRun;
  readonly day: number;
  readonly start: number;
  readonly end: number;
  readonly isKey: boolean;
  readonly isLong: boolean;
}

/** The weeks' input with its runs on the book's own clock. */
export interface Book {
  readonly input: WeeksInput;
  /** In order of their start. */
  readonly runs: readonly BookRun[];
  readonly races: readonly BookRun[];
  /** Sessions beside the weeks. */
  readonly beside: readonly { readonly day: number; readonly start: number; readonly legs: number }[];
  /** By week, the days without key run, long run and moderate or heavy legs beside the plan. */
  readonly quietDays: readonly (readonly number[])[];
}

export function openBook(input: WeeksInput): Book {
  const { runs, sessions, weeks } = input;
  const near = runs.filter((run) => dayOf(input, run.date) >= -7 && dayOf(input, run.date) < 7 * weeks.length + 7);
  const inOrder = near.map((run) => bookRun(input, near, run)).toSorted((one, other) => one.start - other.start);
  const beside = sessions.map((session) => besideOf(input, session));
  const hardDays = [
    ...inOrder.filter(({ isKey, isLong }) => isKey || isLong),
    ...beside.filter((other) => other.legs >= MODERATE),
  ].map(({ day }) => day);
  return {
    input,
    runs: inOrder,
    races: runs.filter(({ goal }) => goal !== undefined).map((run) => bookRun(input, near, run)),
    beside,
    quietDays: weeks.map((_, week) =>
      [0, 1, 2, 3, 4, 5, 6].map((weekday) => week * 7 + weekday).filter((day) => !hardDays.includes(day)),
    ),
  };
}

export function dayOf({ weeks }: WeeksInput, date: PlannedRun["date"]): number {
  return weeks[0] ? daysBetween(weeks[0].monday, date) : 0;
}

function besideOf(input: WeeksInput, { start, legLoad }: EarlierSession): Book["beside"][number] {
  const day = dayOf(input, start.date);
  return { day, start: day * DAY + minutesIntoDay(start.time), legs: LEGS[legLoad.class] };
}

function bookRun(input: WeeksInput, runs: readonly PlannedRun[], run: PlannedRun): BookRun {
  const day = dayOf(input, run.date);
  const start = day * DAY + (run.startTime === null ? 7 * HOUR : minutesIntoDay(run.startTime));
  const isLong = isLongOfItsWeek(input, runs, run);
  const isKey = run.kind === "key" || run.kind === "race" || (isLong && input.settings.longRunIsKey);
  return { run, day, start, end: start + run.minutes, isKey, isLong };
}

// Labelled long; or the longest of its week, the last of several: from 90 minutes, or from 60 when it is a quarter of the week and no key run.
function isLongOfItsWeek(input: WeeksInput, runs: readonly PlannedRun[], run: PlannedRun): boolean {
  if (run.kind === "long") return true;
  const week = (each: PlannedRun) => Math.floor(dayOf(input, each.date) / 7);
  const others = runs.filter((each) => week(each) === week(run));
  const longest = Math.max(...others.map((each) => each.minutes));
  const equals = others.filter((each) => each.minutes === longest);
  const chosen = equals.find((each) => each.kind === "long") ?? equals.toSorted(earlierFirst).at(-1);
  if (chosen !== run) return false;
  if (run.minutes >= 90) return true;
  const total = others.reduce((sum, each) => sum + each.minutes, 0);
  return run.kind !== "key" && run.kind !== "race" && run.minutes >= 60 && run.minutes * 4 >= total;
}

function earlierFirst(one: PlannedRun, other: PlannedRun): number {
  const when = (run: PlannedRun) => `${run.date} ${run.startTime ?? "07:00"} ${run.id}`;
  return when(one) < when(other) ? -1 : 1;
}

/** Times of day at which strength may start, the preferred one first. */
export function timesOf({ settings: { strengthTime, otherTime } }: WeeksInput): readonly number[] {
  const times = [strengthTime, otherTime ?? strengthTime].map(minutesIntoDay);
  return [...new Set(times)];
}

/** When a session of `minutes` starts: at `time` of the day, or right after the run that takes that time. */
export function startOn(
  { runs }: Book,
  day: number,
  { time, minutes }: { readonly time: number; readonly minutes: number },
) {
  let start = day * DAY + time;
  for (const run of runs) if (run.start < start + minutes && start < run.end) start = run.end;
  return start;
}

/** What the rules say to a session at its place, the other sessions of the weeks left aside. */
export function judge(book: Book, session: Session): Verdict {
  return total([
    forbidden(isDayClosed(book, session)),
    forbidden(isThereNoRoom(book, session)),
    ...[...onDay(book, session.day), ...fromDayBefore(book, session.day)].map((run) => sameDay(session, run)),
    beforeRuns(book, session),
    worthOfDay(book, session),
    ...book.races.map((race) => aroundRace(session, race)),
    ...book.beside.map((other) => apart(session, { ...other, isCaughtUp: false })),
  ]);
}

export function total(verdicts: readonly Verdict[]): Verdict {
  return {
    forbidden: verdicts.some((each) => each.forbidden),
    points: verdicts.reduce((sum, each) => sum + each.points, 0),
  };
}

function forbidden(is: boolean): Verdict {
  return { forbidden: is, points: 0 };
}

function onDay({ runs }: Book, day: number): readonly BookRun[] {
  return runs.filter((run) => run.day === day);
}

/** Runs that began the day before and end on this day. */
function fromDayBefore({ runs }: Book, day: number): readonly BookRun[] {
  return runs.filter((run) => run.day === day - 1 && run.end > day * DAY);
}

/** Why there is time off on a day, when several reasons meet: the one that leaves least. */
export function offOn({ input }: Book, day: number): "none" | "withoutKit" | null {
  const off = (input.timeOff ?? []).filter(({ from, to }) => dayOf(input, from) <= day && day <= dayOf(input, to));
  if (off.some(({ sessions }) => sessions === "none")) return "none";
  return off.length > 0 ? "withoutKit" : null;
}

// Start of the programme, now, time off, locked days, one thing a day.
function isDayClosed(book: Book, { day, start, legs }: Session): boolean {
  const { earliest, now, settings } = book.input;
  return (
    day < dayOf(book.input, earliest) ||
    (now ? start < dayOf(book.input, now.date) * DAY + minutesIntoDay(now.time) : false) ||
    offOn(book, day) === "none" ||
    settings.lockedDays.includes(weekdayOf(day)) ||
    (!settings.twoADay && legs >= LIGHT && onDay(book, day).length > 0)
  );
}

function weekdayOf(day: number): (typeof WEEKDAYS)[number] {
  return WEEKDAYS[((day % 7) + 7) % 7] ?? "mon";
}

function isThereNoRoom({ input: { settings }, runs }: Book, { kind, day, start, end }: Session): boolean {
  const minutes = end - start;
  return (
    minutes > (settings.minutesOn[weekdayOf(day)] ?? Infinity) ||
    (kind !== "C" && minutes > (settings.maxMinutes ?? Infinity)) ||
    start >= (day + 1) * DAY ||
    runs.some((run) => run.start < end && start < run.end)
  );
}

// C7, C8, C9, C10, C12.
function sameDay(
  { start, end, legs }: Session,
  { run, start: runStart, end: runEnd, isKey, isLong }: BookRun,
): Verdict {
  if (legs < LIGHT) return forbidden(false);
  const isEasy = run.kind === "easy" || run.kind === "recovery";
  if (runStart > start) {
    if (isKey || isLong || !isEasy || run.minutes > 60) return forbidden(true);
    const until = runStart - end;
    return { forbidden: until < 3 * HOUR, points: until < 8 * HOUR ? 8 : 0 };
  }
  const since = start - runEnd;
  const afterKey = { forbidden: since < 3 * HOUR, points: since < 6 * HOUR ? 10 : 0 };
  const afterLong = { forbidden: since < 3 * HOUR || legs === HEAVY, points: 15 };
  const straightAfter = { forbidden: !isEasy || run.minutes > 45 || legs === HEAVY, points: 4 };
  return total([
    ...(isKey && legs >= MODERATE ? [afterKey] : []),
    ...(isLong ? [afterLong] : []),
    ...(!isKey && !isLong && since < HOUR / 2 ? [straightAfter] : []),
  ]);
}

// C1–C6, C16, C19, C20.
function beforeRuns({ runs, input: { settings } }: Book, { day, start, end, legs, isFirstA, step }: Session): Verdict {
  const later = runs.filter((run) => run.start > start);
  const until = (some: readonly BookRun[]) => Math.min(...some.map((run) => run.start - end)) / HOUR;
  const toKey = until(later.filter(({ isKey }) => isKey));
  const toLong = until(later.filter(({ isLong }) => isLong));
  const toMedium = until(later.filter((each) => each.run.kind === "medium" && each.day === day + 1));
  const keyHard = [0, 12, 24, settings.keyRunHours][legs] ?? 0;
  const keySoft = [2, 12, 36, settings.keyRunHours + 12][legs] ?? 0;
  const keyPoints = [3, 0, 20, 20][legs] ?? 0;
  const longHard = [0, 0, 12, 24][legs] ?? 0;
  const longSoft = [0, 0, 24, 36][legs] ?? 0;
  const longPoints = [0, 0, 12, 12][legs] ?? 0;
  return total([
    { forbidden: toKey < keyHard, points: toKey < keySoft ? keyPoints : 0 },
    { forbidden: toLong < longHard, points: toLong < longSoft ? longPoints : 0 },
    { forbidden: false, points: legs === HEAVY && toMedium < 12 ? 6 : 0 },
    forbidden(isFirstA && legs >= LIGHT && (toKey < 48 || toLong < 36)),
    { forbidden: step === "taken" && toKey < 48, points: step === "waits" ? 5 : 0 },
  ]);
}

// C13, C14.
function worthOfDay(book: Book, { day, legs }: Session): Verdict {
  const { restDay, restDayPenalty } = book.input.settings;
  const today = onDay(book, day);
  const dayBefore = onDay(book, day - 1);
  const isAfterLong = dayBefore.some(({ isLong }) => isLong);
  const isRestDay = restDay === null ? today.length === 0 && isAfterLong : weekdayOf(day) === restDay;
  const points = isRestDay && legs >= MODERATE ? restDayPenalty : 0;
  if (legs < LIGHT) return { forbidden: false, points };
  if (today.some(({ isKey }) => isKey)) return { forbidden: false, points: points + 10 };
  if (today.some(({ isLong }) => isLong)) return { forbidden: false, points };
  if (isAfterLong) return { forbidden: false, points: points + 2 };
  return { forbidden: false, points: dayBefore.some(isWorthADayAfter) ? points - 3 : points };
}

// The day after a goal race is for recovery.
function isWorthADayAfter({ isKey, run }: BookRun): boolean {
  return isKey && run.goal === undefined;
}

/** Days before a goal race without heavy, moderate and light legs, hours before it without anything, days after it, days before it without anything new. */
const RACES: Readonly<Record<RaceDistance, readonly [number, number, number, number, number, number]>> = {
  short: [5, 4, 2, 48, 3, 14],
  half: [7, 5, 3, 72, 7, 14],
  marathon: [10, 7, 4, 96, 14, 21],
  ultra: [12, 8, 5, 120, 21, 21],
};

// C17.
function aroundRace({ kind, day, start, end, legs, step }: Session, race: BookRun): Verdict {
  const [heavy, moderate, light, nothingHours, after, nothingNew] = RACES[race.run.goal ?? "short"];
  if (start >= race.start) {
    const days = day - race.day;
    const isTaper = kind === "T1" || kind === "T2";
    return forbidden((isTaper && days < 7) || (legs >= MODERATE && days <= after) || (legs >= LIGHT && days === 0));
  }
  const needed = [0, light, moderate, heavy][legs] ?? 0;
  const days = race.day - day;
  return forbidden(race.start - end < nothingHours * HOUR || days < needed || (step === "taken" && days <= nothingNew));
}

/** What two sessions are to each other: one a day, C11. */
export function apart(one: Session, other: Pick<Session, "day" | "start" | "legs" | "isCaughtUp">): Verdict {
  if (one.day === other.day) return forbidden(true);
  const hours = Math.abs(one.start - other.start) / HOUR;
  const lighter = Math.min(one.legs, other.legs);
  if (lighter >= MODERATE) return { forbidden: hours < 48, points: hours < 72 ? 6 : 0 };
  return forbidden((one.isCaughtUp || other.isCaughtUp) && lighter >= LIGHT && hours < 48);
}

/** C18: one session of a high-volume week loads the legs. C15: a day of the week stays without key run, long run and hard legs. */
export function isWeekTooFull(book: Book, week: number, sessions: readonly Session[]): boolean {
  const loaded = sessions.filter(({ legs, given }) => legs >= MODERATE && !given?.leftOut);
  if (book.input.weeks[week]?.ask === "AL" && loaded.length > 1 && loaded.some(({ given }) => given === null))
    return true;
  const quiet = book.quietDays[week] ?? [];
  const without = (some: readonly Session[]) => quiet.filter((day) => !some.some((each) => each.day === day)).length;
  return without(loaded) === 0 && without(loaded.filter(({ given }) => given !== null)) > 0;
}
