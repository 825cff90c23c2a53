import { questionsDue, type Screening, type ScreeningQuestion } from "@legwork/core/safety";
import { lastLegsOf, usePlan, useToday } from "@/data";

/** The questions that need a new answer today; none while the plan is read. */
export function useQuestionsDue(screening: Screening): readonly ScreeningQuestion[] {
  const today = useToday();
  const plan = usePlan();
  if (plan.status === "loading") return [];
  return questionsDue(screening, { today, lastLegs: plan.status === "ready" ? lastLegsOf(plan.plan) : null });
}
