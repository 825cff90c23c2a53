"use client";

import { PATTERNS } from "@legwork/core/exercise";
import { EQUIPMENT_NOTES } from "@legwork/core/safety";
import { useTranslations } from "use-intl";
import { usePlan } from "@/data";
import { BackRow } from "@/ui/back-row";
import { Screen } from "@/ui/screen";
import { ScreenTitle, SectionTitle } from "@/ui/screen-title";
import { Sentences } from "@/ui/sentences";
import { ownExercises } from "./own-exercises";
import { PatternRow } from "./pattern-row";

/** The exercise library: every pattern with its steps, and where the runner stands. Reads without a plan too. */
export function ExercisesScreen() {
  const t = useTranslations("exercises");
  const safety = useTranslations("safety.equipment");
  const plan = usePlan();
  const own = ownExercises(plan.status === "ready" ? plan.plan : null);
  return (
    <Screen busy={plan.status === "loading"}>
      <BackRow />
      <ScreenTitle below={t("below")}>{t("title")}</ScreenTitle>
      <div className="border-t-[1.5px] border-ink">
        {PATTERNS.map((pattern) => (
          <PatternRow key={pattern} pattern={pattern} own={own[pattern] ?? null} />
        ))}
      </div>
      <SectionTitle>{safety("title")}</SectionTitle>
      <Sentences of={EQUIPMENT_NOTES.map((note) => safety(note))} />
    </Screen>
  );
}
