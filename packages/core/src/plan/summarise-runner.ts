import type { PlanInput } from "./derive-plan";
import type { RunnerSummary } from "./summary";

export interface SummaryInput extends PlanInput {
  /** Kinds that the reader may see; null = all. */
  readonly kinds: readonly string[] | null;
}

/** One row of a coach's list. Null while there is no programme, or none may be read. */
export function summariseRunner(input: SummaryInput): RunnerSummary | null {
  void input;
  return null;
}
