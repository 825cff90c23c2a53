import type { LocalDate } from "../calendar";
import type { ProgrammeFields, RunPlanFields } from "../record/kinds";
import type { Plan } from "./types";

export interface DraftInput {
  readonly programme: ProgrammeFields;
  readonly runs: RunPlanFields["runs"];
  readonly today: LocalDate;
  /** How many weeks to make, 1–12; 12 when absent. */
  readonly weeks?: number;
}

/** The plan that these answers would give, before anything is stored. */
export function draftPlan(input: DraftInput): Plan {
  return { startDate: input.programme.startDate, today: input.today, weeks: [], currentWeek: -1 };
}
