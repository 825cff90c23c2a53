import type { ClockTime, LocalDate, Weekday } from "../calendar";

export const RUN_KINDS = ["easy", "medium", "key", "long", "race", "recovery"] as const;
/** What a run is for. Key = tempo, threshold, intervals, hills, race pace, time trial. */
export type RunKind = (typeof RUN_KINDS)[number];

export const RACE_DISTANCES = ["short", "half", "marathon", "ultra"] as const;
/** How far a goal race goes; `short` = 5 to 10 km. */
export type RaceDistance = (typeof RACE_DISTANCES)[number];

/** A run on a day. */
export interface PlannedRun {
  /** Stable within the plan: `<weekly run id>@<date>` for a weekly run. */
  readonly id: string;
  readonly date: LocalDate;
  /** Null when unknown: the rules then read 07:00. */
  readonly startTime: ClockTime | null;
  readonly kind: RunKind;
  /** Whole minutes, 1–1440. */
  readonly minutes: number;
  readonly km: number | null;
  /** Of a race that the runner trains for: taper, race week and the days after it follow. A race without is a key run only. */
  readonly goal?: RaceDistance;
}

/** A run that comes back every week. */
export interface WeeklyRun {
  readonly id: string;
  readonly day: Weekday;
  readonly startTime: ClockTime | null;
  readonly kind: RunKind;
  readonly minutes: number;
  readonly km: number | null;
}
