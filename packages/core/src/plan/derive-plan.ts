import type { LocalDate, ClockTime } from "../calendar";
import type { RunnerId } from "../record/kinds";
import type { SyncedRecord } from "../wire/sync";
import type { Plan } from "./types";

/** What the plan reads of a record: server state with the pending patches laid over it. */
export type PlanRecord = Pick<SyncedRecord, "id" | "kind" | "body" | "deleted">;

export interface PlanInput {
  readonly runner: RunnerId;
  readonly records: readonly PlanRecord[];
  /** The runner's own civil day. */
  readonly today: LocalDate;
  /** The runner's clock, for what is still due today; absent = the end of the day has not come. */
  readonly now?: ClockTime;
}

/** The runner's weeks from their records: the one door for phone and worker. Null without a programme record. */
export function derivePlan(input: PlanInput): Plan | null {
  void input;
  return null;
}
