import { addDays, WEEKDAYS, type ClockTime, type LocalDate } from "../calendar";
import type { PlannedRun, WeeklyRun } from "./run";

/** A run without a known start is read as starting at 07:00. Our own choice. */
export const DEFAULT_RUN_TIME = "07:00" as ClockTime;

/** Whole minutes of a run. The limits are our own choice: they catch slips of the finger, not slow ultras. */
export const RUN_MINUTES_MIN = 1;
export const RUN_MINUTES_MAX = 1440;
/** Runs on one day. Our own choice: double days exist, and two more. */
export const RUNS_PER_DAY_MAX = 4;
/** Kilometres of one run. Our own choice. */
export const RUN_KM_MAX = 500;

/** The longest run of the week is a long run from 90 min on, or from 60 min when it is a quarter of the week. Expert practice. */
export const LONG_RUN_MINUTES = 90;
export const LONG_RUN_SHARE = 0.25;
export const LONG_RUN_SHARE_MINUTES = 60;

type AnyRun = PlannedRun | WeeklyRun;

/** True for the runs whose quality the rules protect first: key runs, and for now races. */
export function isKeyRun(run: Pick<AnyRun, "kind">): boolean {
  return run.kind === "key" || run.kind === "race";
}

/** The long runs among the runs of one Monday–Sunday week: those labelled long, and the longest one when it is long enough. */
export function longRunsOf<Run extends AnyRun>(runsOfWeek: readonly Run[]): readonly Run[] {
  const longest = longestOf(runsOfWeek);
  const minutes = runsOfWeek.reduce((sum, run) => sum + run.minutes, 0);
  return runsOfWeek.filter((run) => run.kind === "long" || (run === longest && isLongEnough(run, minutes)));
}

/** True when `run` is a long run within its week. */
export function isLongRun<Run extends AnyRun>(run: Run, runsOfWeek: readonly Run[]): boolean {
  return longRunsOf(runsOfWeek).includes(run);
}

/** The weekly runs as planned runs of the week that begins on `monday`, in order of their start. */
export function runsOfWeek(weeklyRuns: readonly WeeklyRun[], monday: LocalDate): readonly PlannedRun[] {
  return weeklyRuns
    .map(({ day, ...run }) => {
      const date = addDays(monday, WEEKDAYS.indexOf(day));
      return { ...run, id: `${run.id}@${date}`, date };
    })
    .sort(byStart);
}

/** Orders runs by day, then start (unknown = 07:00), then id, so that no order of entry decides anything. */
export function byStart(one: AnyRun, other: AnyRun): number {
  const start = (run: AnyRun) => `${whenOf(run)} ${run.startTime ?? DEFAULT_RUN_TIME} ${run.id}`;
  return start(one) < start(other) ? -1 : 1;
}

// Among equals a run labelled long, else the last of the week: long runs close a week more often than they open it.
function longestOf<Run extends AnyRun>(runs: readonly Run[]): Run | null {
  let longest: Run | null = null;
  for (const run of runs) if (longest === null || isLonger(run, longest)) longest = run;
  return longest;
}

function isLonger(run: AnyRun, longest: AnyRun): boolean {
  if (run.minutes !== longest.minutes) return run.minutes > longest.minutes;
  if (run.kind === "long" || longest.kind === "long") return longest.kind !== "long";
  return byStart(longest, run) < 0;
}

function whenOf(run: AnyRun): string {
  return "date" in run ? run.date : String(WEEKDAYS.indexOf(run.day));
}

// A key run that happens to be the longest of a short week is protected as a key run; from 90 min on it is a long run too.
function isLongEnough(run: AnyRun, weekMinutes: number): boolean {
  if (run.minutes >= LONG_RUN_MINUTES) return true;
  return !isKeyRun(run) && run.minutes >= LONG_RUN_SHARE_MINUTES && run.minutes >= LONG_RUN_SHARE * weekMinutes;
}
