import { clockTimeFrom, minutesIntoDay, type ClockTime, type LocalDate, type Weekday } from "@legwork/core/calendar";
import type { RunFeelFields, RunLogFields, RecordId, RunPlanFields } from "@legwork/core/record";
import { SAMPLE_WEEKS, type PlannedRun, type RunKind } from "@legwork/core/run";
import type { Random } from "./random";

const EFFORT: Readonly<Record<RunKind, number>> = { recovery: 2, easy: 3, medium: 5, long: 5, key: 7, race: 9 };
/** Minutes per kilometre against the runner's easy pace. Invented. */
const PACE: Readonly<Record<RunKind, number>> = {
  recovery: 1.08,
  easy: 1,
  medium: 0.95,
  long: 1.02,
  key: 0.9,
  race: 0.82,
};
const EARLY = ["06:15", "06:45", "07:00", "07:30"] as const;
const LATE = ["12:10", "17:45", "18:30", "19:00"] as const;
const WEEKEND: readonly Weekday[] = ["sat", "sun"];
/** Spread of one answer around the mean of its week. Invented. */
const FEEL_SPREAD = 0.65;

/** A running week of this runner: one of the sample weeks with their own minutes and times. */
export function planRuns(random: Random): RunPlanFields["runs"] {
  const sample = random.pick([SAMPLE_WEEKS[0], SAMPLE_WEEKS[1], SAMPLE_WEEKS[2], SAMPLE_WEEKS[2], SAMPLE_WEEKS[3]]);
  const scale = 0.85 + random.next() * 0.4;
  const workday = random.pick([...EARLY, ...LATE]);
  const weekend = random.pick(["08:00", "08:30", "09:15"]);
  return Object.fromEntries(
    (sample?.runs ?? []).map(({ id, day, kind, minutes }) => [
      id,
      {
        day,
        kind,
        minutes: Math.round((minutes * scale) / 5) * 5,
        startTime: (WEEKEND.includes(day) ? weekend : workday) as ClockTime,
      },
    ]),
  );
}

export interface RunToLog {
  readonly planned: PlannedRun;
  /** Minutes against those planned. */
  readonly volume: number;
  /** Minutes per kilometre of an easy run. */
  readonly easyPace: number;
  readonly isIll: boolean;
}

/** The log that such a runner leaves of a planned run. */
export function logRun({ planned, volume, easyPace, isIll }: RunToLog, random: Random): RunLogFields {
  const { id, date, startTime, kind } = planned;
  const minutes = Math.max(15, Math.round(planned.minutes * volume + random.bell() * 3));
  const started = minutesIntoDay(startTime ?? ("07:00" as ClockTime)) + random.between(-5, 15);
  return {
    plannedRun: id,
    date,
    startTime: clockTimeFrom(started),
    kind,
    minutes,
    km: Math.round((minutes / (easyPace * PACE[kind])) * 10) / 10,
    effort: Math.min(10, Math.max(1, EFFORT[kind] + random.between(-1, 1) + (isIll ? 2 : 0))),
    tags: { ...(isIll ? { ill: true as const } : {}), ...(random.happens(0.12) ? { hilly: true as const } : {}) },
  };
}

/** How the run felt, around the mean of its week. */
export function logFeel(
  { run, date, mean }: { readonly run: RecordId; readonly date: LocalDate; readonly mean: number },
  random: Random,
): RunFeelFields {
  const feel = Math.min(5, Math.max(1, Math.round(mean + random.bell() * FEEL_SPREAD))) as RunFeelFields["feel"];
  return { run, date, feel, ...(random.happens(0.05) ? { late: true } : {}) };
}

/** Whether a run of today has been run by the middle of the day. */
export function isMorningRun({ startTime }: PlannedRun): boolean {
  return minutesIntoDay(startTime ?? ("07:00" as ClockTime)) < 12 * 60;
}
