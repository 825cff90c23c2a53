export { RACE_DISTANCES, RUN_KINDS } from "./run";
export type { PlannedRun, RaceDistance, RunKind, WeeklyRun } from "./run";
export {
  byStart,
  DEFAULT_RUN_TIME,
  isKeyRun,
  isLongRun,
  LONG_RUN_MINUTES,
  LONG_RUN_SHARE,
  LONG_RUN_SHARE_MINUTES,
  longRunsOf,
  RUN_KM_MAX,
  RUN_MINUTES_MAX,
  RUN_MINUTES_MIN,
  RUNS_PER_DAY_MAX,
  runsOfWeek,
} from "./run-rules";
export { SAMPLE_WEEK, SAMPLE_WEEKS } from "./sample-weeks";
export type { SampleWeek } from "./sample-weeks";
