import { useMemo, useState } from "react";
import { useTranslations } from "use-intl";
import type { Mistake } from "@legwork/core/attention";
import type { Kit } from "@legwork/core/exercise";
import type { Plan } from "@legwork/core/plan";
import type { FeelRun } from "@legwork/core/run-feel";
import { useDeviceValue } from "@/data";
import { MistakeCard } from "@/shell/mistake-card";
import { mistakeToShow } from "@/shell/mistake-to-show";
import { SafetyLine } from "@/shell/safety-line";
import { Screen } from "@/ui/screen";
import { ScreenTitle } from "@/ui/screen-title";
import { adherenceRows } from "./adherence-rows";
import { AdherenceSection } from "./adherence-section";
import { feelRows } from "./feel-rows";
import { FeelSection } from "./feel-section";
import { useOriginalWeights } from "./use-original-weights";
import { useWeekSentence } from "./use-week-sentence";

interface ProgressProps {
  readonly plan: Plan;
  readonly kit: Kit;
  /** With those of the weeks before the start: they are what run feel is compared with. */
  readonly runs: readonly FeelRun[];
  readonly mistakes: readonly Mistake[];
}

/** Both charts on the same twelve weeks. */
export function Progress({ plan, kit, runs, mistakes }: ProgressProps) {
  const t = useTranslations("progress");
  const weights = useOriginalWeights(kit, { isWanted: plan.currentWeek < 0 });
  const adherence = useMemo(
    () => adherenceRows(plan, { originalWeight: (week) => weights[week - 1] ?? 0 }),
    [plan, weights],
  );
  const feel = useMemo(() => feelRows(plan, runs), [plan, runs]);
  const sentences = useWeekSentence(adherence, feel);
  const [week, setWeek] = useState<number | null>(null);
  const start = plan.currentWeek < 0 ? 1 : plan.currentWeek + 1;
  const focus = { week, start, onChange: setWeek };
  const monday = plan.weeks[plan.currentWeek]?.monday;
  const read = useDeviceValue(`mistakeRead/${monday ?? ""}`);
  const shown = mistakeToShow(mistakes, {
    screen: "progress",
    isRead: read.status === "loading" || read.value === true,
  });

  return (
    <Screen>
      <ScreenTitle aside={<SafetyLine />}>{t("title")}</ScreenTitle>
      <AdherenceSection rows={adherence} focus={focus} weekSentence={sentences.sessions} />
      {shown !== null && monday !== undefined && <MistakeCard mistake={shown} monday={monday} />}
      <FeelSection rows={feel} focus={focus} weekSentence={sentences.runs} />
    </Screen>
  );
}
