import { addDays, parseClockTime, parseLocalDate, type ClockTime, type LocalDate, type Weekday } from "../calendar";
import { DEFAULT_SETTINGS, type SessionDose, type WeekInput } from "../placement";
import type { LoadClass, SessionKind } from "../programme/prescription";
import { runsOfWeek, type RunKind, type WeeklyRun } from "../run";

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

/** Leg load by kind: A and B as said, V moderate, L light, C none. */
export function doses(A: LoadClass, B: LoadClass, minutes = 30): (kind: SessionKind) => SessionDose {
  return (kind) => {
    if (kind === "A") return dose(A, minutes);
    if (kind === "B") return dose(B, minutes);
    return dose(kind === "C" ? "none" : kind === "L" || kind === "T1" ? "light" : "moderate", minutes);
  };
}

export const MONDAY = day("2026-08-31");

/** The running week repeated before and after, strength at 18:00 for 30 min, A heavy and B moderate; change what matters. */
export function weekInput(runs: string | readonly WeeklyRun[], changes: Partial<WeekInput> = {}): WeekInput {
  const monday = changes.monday ?? MONDAY;
  const weekly = typeof runs === "string" ? weeklyRuns(runs) : runs;
  return {
    week: 1,
    monday,
    earliest: day("2000-01-01"),
    runs: [-7, 0, 7].flatMap((shift) => runsOfWeek(weekly, addDays(monday, shift))),
    sessions: [],
    settings: DEFAULT_SETTINGS,
    habit: {},
    fixed: [],
    skipped: [],
    doseOf: doses("heavy", "moderate"),
    ...changes,
  };
}
