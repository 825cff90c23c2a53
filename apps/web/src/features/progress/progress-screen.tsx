"use client";

import { useMemo, useState } from "react";
import { useTranslations } from "use-intl";
import { addDays, type LocalDate } from "@legwork/core/calendar";
import type { Kit } from "@legwork/core/exercise";
import type { Plan } from "@legwork/core/plan";
import { BASELINE_FROM_DAYS, feelRuns, type FeelRun } from "@legwork/core/run-feel";
import { usePlan, useRecords } from "@/data";
import { SafetyLine } from "@/shell/safety-line";
import { Button, ButtonLink } from "@/ui/button";
import { EmptyState } from "@/ui/empty-state";
import { Screen, ScreenSkeleton } from "@/ui/screen";
import { ScreenTitle } from "@/ui/screen-title";
import { adherenceRows } from "./adherence-rows";
import { AdherenceSection } from "./adherence-section";
import { feelRows } from "./feel-rows";
import { FeelSection } from "./feel-section";
import { useOriginalWeights } from "./use-original-weights";
import { useWeekSentence } from "./use-week-sentence";

/** Until the plan is known no run is read. */
const AFTER_ALL = "9999-12-31" as LocalDate;

/** Is it being done, and how do the runs feel meanwhile. */
export function ProgressScreen() {
  const t = useTranslations("progress");
  const state = usePlan();
  const programme = useRecords("programme");
  const from = state.status === "ready" ? addDays(state.plan.startDate, -BASELINE_FROM_DAYS) : AFTER_ALL;
  const runs = useRecords("run_log", { from });
  const answers = useRecords("run_feel", { from });
  const isLoading = [programme, runs, answers].some(({ status }) => status === "loading");
  const felt = useMemo(() => feelRuns(runs.value, answers.value), [runs.value, answers.value]);

  if (state.status === "failed")
    return (
      <Screen>
        <ScreenTitle>{t("title")}</ScreenTitle>
        <EmptyState
          title={t("failed.title")}
          actions={<Button onClick={() => location.reload()}>{t("failed.action")}</Button>}
        >
          {t("failed.text")}
        </EmptyState>
      </Screen>
    );
  if (state.status === "none")
    return (
      <Screen>
        <ScreenTitle>{t("title")}</ScreenTitle>
        <EmptyState title={t("none.title")} actions={<ButtonLink href="/start">{t("none.action")}</ButtonLink>}>
          {t("none.text")}
        </EmptyState>
      </Screen>
    );
  if (state.status === "loading" || isLoading) return <ScreenSkeleton />;
  return <Progress plan={state.plan} kit={programme.value[0]?.fields.kit ?? "none"} runs={felt} />;
}

interface ProgressProps {
  readonly plan: Plan;
  readonly kit: Kit;
  /** With those of the weeks before the start: they are what run feel is compared with. */
  readonly runs: readonly FeelRun[];
}

function Progress({ plan, kit, runs }: ProgressProps) {
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

  return (
    <Screen>
      <ScreenTitle aside={<SafetyLine />}>{t("title")}</ScreenTitle>
      <AdherenceSection rows={adherence} focus={focus} weekSentence={sentences.sessions} />
      <FeelSection rows={feel} focus={focus} weekSentence={sentences.runs} />
    </Screen>
  );
}
