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
  "adjustments",
  "comment",
] as const satisfies readonly RecordKind[];

/** A word, and another rung or load than the app chose; never the programme itself. */
export const COACH_WRITES = ["comment", "adjustments"] as const satisfies readonly RecordKind[];
