import type { RecordKind } from "@legwork/core/record";

/** What accepting an invitation opens to a coach: the training and how it feels, not `health`. */
export const COACH_READS = [
  "programme",
  "settings",
  "run_plan",
  "week_plan",
  "session_log",
  "run_log",
  "run_feel",
  "comment",
] as const satisfies readonly RecordKind[];

export const COACH_WRITES = ["comment"] as const satisfies readonly RecordKind[];
