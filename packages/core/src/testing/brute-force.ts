import { daysBetween, minutesIntoDay, WEEKDAYS } from "../calendar";
import type { LoadClass, SessionKind } from "../programme";
import type { PlannedRun } from "../run";
import type { WeekInput } from "../placement";

/**
 * The rules written a second time, straight from the book and as slowly as they come, to judge the solver by. Shares no code
 * with it: hours from Monday 00:00, every way, every pair of days; what one session costs on a day is kept.
 */
export function bruteForceWeek(input: WeekInput): { readonly sum: number; readonly sessions: readonly string[] } {
  let best: readonly number[] = [Infinity];
  let chosen: readonly string[] = [];
  for (const [A, B, cost] of WAYS)
    for (const dayA of A === null ? [7] : SEVEN)
      for (const dayB of B === null ? [7] : SEVEN) {
        const a = A && sessionOn(input, A, dayA);
        const b = B && sessionOn(input, B, dayB);
        const sum =
          cost +
          pointsOf(
            input,
            [a, b].filter((each) => each !== null),
          );
        const habit = [input.habit.A === WEEKDAYS[dayA], input.habit.B === WEEKDAYS[dayB]].filter(Boolean).length;
        const rank = [sum, -habit, a && b ? -Math.abs(a.start - b.start) : 0, dayA, dayB];
        if (goesBefore(rank, best)) {
          best = rank;
          chosen = [A && `${A} ${dayA}`, B && `${B} ${dayB}`].filter((each) => each !== null);
        }
      }
  return { sum: best[0] ?? Infinity, sessions: chosen };
}

function goesBefore(one: readonly number[], other: readonly number[]): boolean {
  const first = one.findIndex((value, index) => Math.abs(value - (other[index] ?? Infinity)) > 1e-9);
  return first >= 0 && (one[first] ?? 0) < (other[first] ?? Infinity);
}

/** Points of the week with these sessions; Infinity when a hard rule is broken. */
export function pointsOf(input: WeekInput, sessions: readonly Session[]): number {
  const [one, other] = sessions;
  const pair = one && other ? pairPoints(one, other) : 0;
  const own = sessions.reduce((sum, each) => sum + pointsAt(input, each.kind, each.day), pair);
  return own + quietPoints(input, sessions);
}

export interface Session {
  readonly kind: SessionKind;
  readonly day: number;
  readonly start: number;
  readonly end: number;
  readonly legs: number;
}

const SEVEN = [0, 1, 2, 3, 4, 5, 6];
export const WAYS: readonly (readonly [SessionKind | null, SessionKind | null, number])[] = [
  ["A", "B", 0],
  ["A", "L", 36],
  ["A", null, 60],
  ["V", "L", 70],
  ["V", null, 90],
  ["C", "L", 110],
  ["C", null, 140],
  [null, null, 200],
];
const LEGS: Readonly<Record<LoadClass, number>> = { none: 0, light: 1, moderate: 2, heavy: 3 };
const NO = Infinity;
const KEY_HARD = [0, 12, 24, 36];
const KEY_SOFT = [0, 0, 36, 48];
const LONG_HARD = [0, 0, 12, 24];
const LONG_SOFT = [0, 0, 24, 36];

export const sessionOn = keptPerWeek((input: WeekInput, kind: SessionKind, day: number): Session => {
  const { minutes, legLoad } = input.doseOf(kind);
  let start = day * 24 + minutesIntoDay(input.settings.strengthTime) / 60;
  for (const run of runsOf(input).toSorted((one, other) => one.start - other.start))
    if (run.start < start + minutes.superset / 60 && run.end > start) start = run.end;
  return { kind, day, start, end: start + minutes.superset / 60, legs: LEGS[legLoad.class] };
});

const runsOf = keptPerWeek((input: WeekInput) => input.runs.map((run) => timesOf(input, run)));

function keptPerWeek<Rest extends readonly (string | number)[], Value>(
  compute: (input: WeekInput, ...rest: Rest) => Value,
): (input: WeekInput, ...rest: Rest) => Value {
  const kept = new WeakMap<WeekInput, Map<string, Value>>();
  return (input, ...rest) => {
    const values = kept.get(input) ?? new Map<string, Value>();
    kept.set(input, values);
    const key = rest.join();
    const known = values.get(key) ?? compute(input, ...rest);
    values.set(key, known);
    return known;
  };
}

function timesOf(input: WeekInput, run: PlannedRun) {
  const day = daysBetween(input.monday, run.date);
  const start = day * 24 + (run.startTime === null ? 7 : minutesIntoDay(run.startTime) / 60);
  const isKey = run.kind === "key" || run.kind === "race";
  return { run, day, start, end: start + run.minutes / 60, isKey, isLong: isLong(input, run), minutes: run.minutes };
}

function earlierFirst(one: PlannedRun, other: PlannedRun): number {
  const when = (run: PlannedRun) => `${run.date} ${run.startTime ?? "07:00"} ${run.id}`;
  return when(one).localeCompare(when(other));
}

function isLong(input: WeekInput, run: PlannedRun): boolean {
  if (run.kind === "long") return true;
  const week = (each: PlannedRun) => Math.floor(daysBetween(input.monday, each.date) / 7);
  const others = input.runs.filter((each) => week(each) === week(run));
  const longest = Math.max(...others.map((each) => each.minutes));
  const equals = others.filter((each) => each.minutes === longest);
  const chosen = equals.find((each) => each.kind === "long") ?? equals.toSorted(earlierFirst).at(-1);
  const total = others.reduce((sum, each) => sum + each.minutes, 0);
  if (chosen !== run) return false;
  return (
    run.minutes >= 90 || (run.kind !== "key" && run.kind !== "race" && run.minutes >= 60 && run.minutes * 4 >= total)
  );
}

const pointsAt = keptPerWeek((input: WeekInput, kind: SessionKind, day: number) =>
  sessionPoints(input, sessionOn(input, kind, day)),
);

function sessionPoints(input: WeekInput, session: Session): number {
  const runs = runsOf(input);
  const on = (day: number) => runs.filter((each) => each.day === day);
  const today = on(session.day);
  const dayBefore = on(session.day - 1);
  const later = runs.filter((each) => each.start > session.start);
  const until = (protectedRuns: typeof runs) => Math.min(...protectedRuns.map((each) => each.start - session.end), 999);
  const toKey = until(later.filter((each) => each.isKey));
  const toLong = until(later.filter((each) => each.isLong));
  const { legs } = session;
  const { settings } = input;
  let points = 0;

  const weekday = WEEKDAYS[session.day];
  if (session.day < daysBetween(input.monday, input.earliest)) return NO;
  if (weekday && settings.lockedDays.includes(weekday)) return NO;
  if (!settings.twoADay && legs > 0 && today.length > 0) return NO;
  if (
    settings.maxMinutes !== null &&
    session.kind !== "C" &&
    (session.end - session.start) * 60 > settings.maxMinutes + 1e-6
  )
    return NO;
  if (session.start >= (session.day + 1) * 24) return NO;

  if (legs === 0) return toKey < 2 ? 3 : 0;
  if (toKey < (KEY_HARD[legs] ?? 0)) return NO;
  if (legs > 1 && toKey < (KEY_SOFT[legs] ?? 0)) points += 20;
  if (toLong < (LONG_HARD[legs] ?? 0)) return NO;
  if (legs > 1 && toLong < (LONG_SOFT[legs] ?? 0)) points += 12;
  if (legs === 3 && on(session.day + 1).some((each) => each.run.kind === "medium" && each.start - session.end < 12))
    points += 6;

  for (const each of today) {
    const isEasy = each.run.kind === "easy" || each.run.kind === "recovery";
    if (each.start > session.start) {
      if (each.isKey || each.isLong || !isEasy || each.minutes > 60) return NO;
      if (each.start - session.end < 3) return NO;
      if (each.start - session.end < 8) points += 8;
      continue;
    }
    const since = session.start - each.end;
    if (each.isKey && legs > 1 && since < 3) return NO;
    if (each.isKey && legs > 1 && since < 6) points += 10;
    if (each.isLong) {
      if (legs === 3 || since < 3) return NO;
      points += 15;
    }
    if (!each.isKey && !each.isLong && since < 0.5) {
      if (!isEasy || each.minutes > 45 || legs === 3) return NO;
      points += 4;
    }
  }

  const named = settings.restDay;
  const isRest = named === null ? today.length === 0 && dayBefore.some((each) => each.isLong) : named === weekday;
  if (isRest && legs > 1) points += 25;

  if (today.some((each) => each.isKey)) points += 10;
  else if (!today.some((each) => each.isLong)) {
    if (dayBefore.some((each) => each.isLong)) points += 2;
    else if (dayBefore.some((each) => each.isKey)) points -= 3;
  }

  for (const earlier of input.sessions) {
    if (legs < 2 || LEGS[earlier.legLoad.class] < 2) continue;
    const start = daysBetween(input.monday, earlier.start.date) * 24 + minutesIntoDay(earlier.start.time) / 60;
    points += apart(Math.abs(session.start - start));
  }
  return points;
}

function pairPoints(one: Session, other: Session): number {
  if (one.day === other.day) return NO;
  return one.legs > 1 && other.legs > 1 ? apart(Math.abs(one.start - other.start)) : 0;
}

function apart(hours: number): number {
  if (hours < 48) return NO;
  return hours < 72 ? 6 : 0;
}

function quietPoints(input: WeekInput, sessions: readonly Session[]): number {
  const runs = runsOf(input);
  const quiet = SEVEN.filter((day) => !runs.some((each) => each.day === day && (each.isKey || each.isLong)));
  const left = quiet.filter((day) => !sessions.some((each) => each.day === day && each.legs > 1));
  return quiet.length > 0 && left.length === 0 ? NO : 0;
}
