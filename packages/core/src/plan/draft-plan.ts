import type { LocalDate } from "../calendar";
import { PROGRAMME_WEEKS } from "../programme";
import type { ProgrammeFields, RunnerId, RunPlanFields } from "../record";
import { planFrom } from "./derive-plan";
import { factsOfDraft } from "./runner-facts";
import type { Plan } from "./types";

export interface DraftInput {
  readonly programme: ProgrammeFields;
  readonly runs: RunPlanFields["runs"];
  readonly today: LocalDate;
  /** How many weeks to make, 1–12; 12 when absent. */
  readonly weeks?: number;
  /** Whose ids the sessions carry; nobody's when absent. */
  readonly runner?: RunnerId;
}

const NOBODY = "00000000-0000-0000-0000-000000000000" as RunnerId;

/** The plan that these answers would give, before anything is stored. */
export function draftPlan({ programme, runs, today, weeks = PROGRAMME_WEEKS, runner = NOBODY }: DraftInput): Plan {
  return planFrom(factsOfDraft(runner, { programme, runs }), { today, weeks });
}
