import type { WeekDecision } from "@legwork/core/adaptation";
import { addDays } from "@legwork/core/calendar";
import type { Plan, PlanWeek } from "@legwork/core/plan";

/** What decided that a week is as it is: how the week before went, or a return after a gap. The usual step is not worth a line. */
export function decisionsOfWeek({ decisions }: Pick<Plan, "decisions">, { monday }: Pick<PlanWeek, "monday">) {
  return decisions.filter((decision): decision is WeekDecision => {
    if (decision.about !== "week") return false;
    const isOfWeek = decision.days === null ? addDays(decision.date, 1) === monday : decision.date === monday;
    return isOfWeek && (decision.rule !== "WEEK1" || decision.undone);
  });
}
