"use client";

import type { Plan } from "@legwork/core/plan";
import type { Prescription } from "@legwork/core/programme";
import { useTranslations } from "use-intl";
import { DecisionLine } from "@/drawing/decision-line";
import { useTakeBack } from "@/shell/use-take-back";
import { SectionTitle } from "@/ui/screen-title";
import { sessionChanges } from "./session-changes";

/** What the last sessions changed in this one, quietly, each with its reason and the way back. */
export function ChangesPart({ plan, prescription }: { plan: Plan; prescription: Prescription }) {
  const t = useTranslations("session.opening");
  const programme = useTranslations("programme");
  const takeBack = useTakeBack();
  const changes = sessionChanges(plan, prescription);
  if (changes.length === 0) return null;
  return (
    <>
      <SectionTitle>{t("changed")}</SectionTitle>
      <ul>
        {changes.map((decision) => (
          <li key={decision.id}>
            <DecisionLine
              decision={decision}
              about={programme(`pattern.${decision.pattern}.name`)}
              undo="undo"
              {...(decision.change === null ? {} : { onTakeBack: (options) => void takeBack(decision, options) })}
            />
          </li>
        ))}
      </ul>
    </>
  );
}
