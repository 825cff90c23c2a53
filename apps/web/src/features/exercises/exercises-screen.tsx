"use client";

import { ArrowLeft } from "lucide-react";
import { useRouter } from "next/navigation";
import { PATTERNS } from "@legwork/core/exercise";
import { useTranslations } from "use-intl";
import { usePlan } from "@/data";
import { IconButton } from "@/ui/button";
import { Screen } from "@/ui/screen";
import { ScreenTitle, SectionTitle } from "@/ui/screen-title";
import { ownExercises } from "./own-exercises";
import { PatternRow } from "./pattern-row";

const EQUIPMENT = ["chair", "step", "band", "anchor"] as const;

/** The exercise library: every pattern with its steps, and where the runner stands. Reads without a plan too. */
export function ExercisesScreen() {
  const t = useTranslations("exercises");
  const exercise = useTranslations("exercise");
  const router = useRouter();
  const plan = usePlan();
  const own = ownExercises(plan.status === "ready" ? plan.plan : null);
  return (
    <Screen busy={plan.status === "loading"}>
      <div className="-mx-3 flex h-12 items-center pt-1">
        <IconButton label={t("back")} onClick={() => router.back()}>
          <ArrowLeft size={24} strokeWidth={1.75} aria-hidden="true" />
        </IconButton>
      </div>
      <ScreenTitle below={t("below")}>{t("title")}</ScreenTitle>
      <div className="border-t-[1.5px] border-ink">
        {PATTERNS.map((pattern) => (
          <PatternRow key={pattern} pattern={pattern} own={own[pattern] ?? null} />
        ))}
      </div>
      <SectionTitle>{t("equipment")}</SectionTitle>
      <ul className="list-disc space-y-1 pl-5 text-body">
        {EQUIPMENT.map((each) => (
          <li key={each}>{exercise(`equipment.${each}`)}</li>
        ))}
      </ul>
    </Screen>
  );
}
