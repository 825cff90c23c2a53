"use client";

import { Check, X } from "lucide-react";
import { useRouter, useSearchParams } from "next/navigation";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { parseRecordId } from "@legwork/core/record";
import { useRunner, useWriteRecord } from "@/data";
import { RunGlyph } from "@/drawing/run-glyph";
import { useDates } from "@/i18n/use-dates";
import { askToKeepStorage } from "@/platform/storage";
import { Button, IconButton } from "@/ui/button";
import { EmptyState } from "@/ui/empty-state";
import { RowLink } from "@/ui/row-link";
import { Screen, ScreenSkeleton } from "@/ui/screen";
import { showToast } from "@/ui/toast";
import { feelWindow } from "./feel-window";
import { FeelQuestion } from "./feel-question";
import { RunDetails } from "./run-details";
import { type RunDraft, runWrites } from "./run-draft";
import { UnplannedRun } from "./unplanned-run";
import { momentNow, type RunState, useRun } from "./use-run";

/** `/run?id=<run log id>`; without an id a run outside the plan. */
export function RunScreen() {
  const t = useTranslations("runLog");
  const state = useRun(parseRecordId(useSearchParams().get("id") ?? ""));
  if (state.status === "loading") return <ScreenSkeleton fullScreen />;
  if (state.status === "failed") {
    return (
      <Screen fullScreen>
        <EmptyState heading="h1" title={t("failedTitle")}>
          {t("failed")}
        </EmptyState>
      </Screen>
    );
  }
  return <RunForm key={state.start.id} {...state} />;
}

function RunForm({ start, origin }: Extract<RunState, { status: "ready" }>) {
  const t = useTranslations("runLog");
  const tRun = useTranslations("run");
  const dates = useDates();
  const router = useRouter();
  const write = useWriteRecord();
  const runner = useRunner();
  const [draft, setDraft] = useState(start);
  const [now] = useState(momentNow);
  const window = feelWindow(draft, now);
  const change = (part: Partial<RunDraft>) => setDraft((before) => ({ ...before, ...part }));

  async function save() {
    if (runner === null) return;
    try {
      await write(runWrites(draft, runner, { late: window === "late" }));
    } catch {
      showToast(t("saveFailed"));
      return;
    }
    void askToKeepStorage();
    showToast(t("saved"));
    router.push("/");
  }

  return (
    <Screen
      fullScreen
      footer={
        <Button
          size={72}
          wide
          disabled={window === "ahead"}
          iconAfter={<Check size={24} strokeWidth={1.9} aria-hidden="true" />}
          onClick={() => void save()}
        >
          {t("done")}
        </Button>
      }
    >
      <div className="relative -mx-3 flex h-12 items-center pt-1">
        <IconButton label={t("close")} onClick={() => router.push("/")}>
          <X size={24} strokeWidth={1.75} aria-hidden="true" />
        </IconButton>
        <span className="absolute inset-x-12 text-center text-row text-ink2">{dates.full(draft.date)}</span>
      </div>
      <header className="mt-3 flex items-center gap-4 border-b-[1.5px] border-ink pb-4">
        <RunGlyph kind={draft.kind} size={32} />
        <div className="min-w-0">
          <h1 className="type-title">{tRun(`kind.${draft.kind}`)}</h1>
          <p className="text-row text-ink2">{originLine(t, draft, origin)}</p>
        </div>
      </header>
      {origin === "new" && <UnplannedRun draft={draft} today={now.date} onChange={change} />}
      {(window === "open" || window === "late") && (
        <FeelQuestion value={draft.feel} onChange={(feel) => change({ feel })} />
      )}
      {window !== "open" && <p className="mt-4 text-body text-ink2">{t(window)}</p>}
      {window !== "ahead" && <RunDetails draft={draft} onChange={change} />}
      {origin === "log" && <RowLink href={`/history?id=${start.id}`}>{t("history")}</RowLink>}
    </Screen>
  );
}

function originLine(
  t: ReturnType<typeof useTranslations<"runLog">>,
  { minutes, startTime }: RunDraft,
  origin: "plan" | "log" | "new",
): string {
  if (origin === "new") return t("unplanned");
  if (origin === "log") return t("logged", { minutes });
  return startTime === null ? t("fromPlanNoTime", { minutes }) : t("fromPlan", { minutes, time: startTime });
}
