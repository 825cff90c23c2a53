"use client";

import dynamic from "next/dynamic";
import { useMemo } from "react";
import { useTranslations } from "use-intl";
import { addDays, type LocalDate } from "@legwork/core/calendar";
import { BASELINE_FROM_DAYS, feelRuns } from "@legwork/core/run-feel";
import { useMistakes, usePlan, useRecords } from "@/data";
import { Button, ButtonLink } from "@/ui/button";
import { EmptyState } from "@/ui/empty-state";
import { Screen, ScreenSkeleton } from "@/ui/screen";
import { ScreenTitle } from "@/ui/screen-title";

// The charts and their sentences come while the records are read.
const Progress = dynamic(() => import("./progress").then((module) => module.Progress), {
  loading: () => <ScreenSkeleton />,
});

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
  const { known, mistakes } = useMistakes(state.status === "ready" ? state.plan : null);
  const isLoading = !known || [programme, runs, answers].some(({ status }) => status === "loading");
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
  return <Progress plan={state.plan} kit={programme.value[0]?.fields.kit ?? "none"} runs={felt} mistakes={mistakes} />;
}
