"use client";

import type { Plan } from "@legwork/core/plan";
import { programmeId } from "@legwork/core/record";
import { useTranslations } from "use-intl";
import { useRunner } from "@/data";
import { PlanScreen } from "@/shell/plan-screen";
import { BackRow } from "@/ui/back-row";
import { RowLink } from "@/ui/row-link";
import { Screen, ScreenSkeleton } from "@/ui/screen";
import { ScreenTitle } from "@/ui/screen-title";
import { DaysSection } from "./days-section";
import { KitSection } from "./kit-section";
import { PeaksSection } from "./peaks-section";
import { RacesSection } from "./races-section";
import { RulesSection } from "./rules-section";
import { TimeOffSection } from "./time-off-section";
import { TimesSection } from "./times-section";
import { useProgramme } from "./use-programme";

/** What the plan has to know beside the weekly runs: races, time off, and what the runner sets of the rules. */
export function AroundScreen() {
  return <PlanScreen>{(plan) => <Around plan={plan} />}</PlanScreen>;
}

function Around({ plan }: { plan: Plan }) {
  const t = useTranslations("around");
  const state = useProgramme();
  const runner = useRunner();
  if (state.status === "loading") return <ScreenSkeleton />;
  const { programme, change } = state;
  const section = { programme, change };
  return (
    <Screen>
      <BackRow />
      <ScreenTitle below={t("below")}>{t("title")}</ScreenTitle>
      <RacesSection {...section} />
      <TimeOffSection {...section} today={plan.today} />
      <PeaksSection {...section} />
      <KitSection {...section} />
      <DaysSection {...section} />
      <TimesSection {...section} />
      <RulesSection {...section} />
      <div className="mt-8 border-t-[1.5px] border-ink">
        <RowLink href="/week">{t("seeWeeks")}</RowLink>
        {runner !== null && <RowLink href={`/history?id=${programmeId(runner)}`}>{t("history")}</RowLink>}
      </div>
    </Screen>
  );
}
