import type { RecordKind } from "./kinds";

/** Rises when the rules give another answer for the same records; stands in every agreed session. */
export const CORE_VERSION = 3;

/** The body schema of each kind that this core writes and understands. */
export const SCHEMA_VERSIONS: Readonly<Record<RecordKind, number>> = {
  programme: 3,
  settings: 1,
  run_plan: 1,
  week_plan: 1,
  session_log: 2,
  run_log: 1,
  run_feel: 1,
  health: 2,
  strength_test: 1,
  adjustments: 1,
  comment: 1,
  grant: 1,
  held: 1,
};
