export { RUN_KINDS } from "./run";
export type { PlannedRun, RunKind, WeeklyRun } from "./run";
