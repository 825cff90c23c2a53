import { Suspense } from "react";
import type { Plan, PlanWeek } from "@legwork/core/plan";
import { DECISION_WORDS, DecisionLine } from "@/drawing/decision-line";
import { WithWords } from "@/i18n/intl";
import { useTakeBack } from "@/shell/use-take-back";
import { decisionsOfWeek } from "./decisions-of-week";

/** Why this week is not simply the next one, and the way to go on all the same. */
export function WeekDecisions({ plan, week }: { plan: Plan; week: PlanWeek }) {
  if (decisionsOfWeek(plan, week).length === 0) return null;
  return (
    <Suspense>
      <WithWords of={DECISION_WORDS}>
        <Lines plan={plan} week={week} />
      </WithWords>
    </Suspense>
  );
}

function Lines({ plan, week }: { plan: Plan; week: PlanWeek }) {
  const takeBack = useTakeBack();
  const isRunning = plan.weeks[plan.currentWeek]?.monday === week.monday;
  return (
    <ul className="mb-3 border-t border-rule">
      {decisionsOfWeek(plan, week).map((decision) => (
        <li key={decision.id}>
          <DecisionLine
            decision={decision}
            undo={decision.rule === "WEEK5" ? "undo" : "goOn"}
            {...(isRunning ? { onTakeBack: (options) => void takeBack(decision, options) } : {})}
          />
        </li>
      ))}
    </ul>
  );
}
