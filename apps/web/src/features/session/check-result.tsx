import dynamic from "next/dynamic";
import { useState } from "react";
import { useTranslations } from "use-intl";
import type { Plan, PlanSession, PlanWeek } from "@legwork/core/plan";
import { ruleNumber } from "@/drawing/rule-number";
import { useDecisionWords } from "@/i18n/use-decision-words";
import { Button } from "@/ui/button";
import { SegmentedControl } from "@/ui/segmented-control";
import type { CheckedSession } from "./opening-check";

const MoveSheet = dynamic(() => import("@/shell/move-sheet").then((module) => module.MoveSheet));

interface CheckResultProps {
  readonly plan: Plan;
  readonly week: PlanWeek;
  readonly planned: PlanSession;
  readonly checked: CheckedSession;
  readonly anyway: boolean;
  readonly onAnyway: (anyway: boolean) => void;
}

/** What the check makes of today's session, why, and the runner's own word. */
export function CheckResult({ plan, week, planned, checked, anyway, onAnyway }: CheckResultProps) {
  const t = useTranslations("session.opening.lighter");
  const tCheck = useTranslations("session.check.verdict");
  const words = useDecisionWords();
  const [moving, setMoving] = useState(false);
  const { verdict, mayIgnore } = checked;
  const { headline, why } = words.check(verdict);
  return (
    <div
      // What an answer changes stands below it, and above the button that begins.
      ref={checked.isByRuns ? null : intoView}
      className="mb-4 scroll-mb-44 rounded-control border-[1.25px] border-line bg-sunk p-4"
    >
      <p className="text-body font-strong">{headline}</p>
      <p className="mt-1 text-row">
        {why} <span className="text-caption text-ink3">{ruleNumber(verdict.rule)}</span>
      </p>
      {verdict.action === "noLegs" && <p className="mt-1 text-row">{tCheck("restLegs")}</p>}
      {verdict.action === "replan" ? (
        <Button look="quiet" wide className="mt-3 bg-paper" onClick={() => setMoving(true)}>
          {t("move")}
        </Button>
      ) : (
        mayIgnore && (
          <div className="mt-3 rounded-control bg-paper">
            <SegmentedControl
              label={t("label")}
              value={anyway ? "planned" : "advised"}
              onChange={(value) => onAnyway(value === "planned")}
              options={[
                { value: "advised", text: t("asAdvised") },
                { value: "planned", text: t("anyway") },
              ]}
            />
          </div>
        )
      )}
      {moving && <MoveSheet plan={plan} week={week} session={planned} onClose={() => setMoving(false)} />}
    </div>
  );
}

function intoView(result: HTMLElement | null) {
  result?.scrollIntoView({ block: "nearest" });
}
