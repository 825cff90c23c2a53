"use client";

import { X } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import type { PlanSession, PlanWeek } from "@legwork/core/plan";
import type { SessionMode } from "@legwork/core/programme";
import type { RecordId } from "@legwork/core/record";
import { usePlan, useSafety, useToday } from "@/data";
import { LegLoadWord } from "@/drawing/leg-load";
import { Plate } from "@/drawing/plate";
import { plateLetter } from "@/drawing/plate-state";
import { ruleNumber } from "@/drawing/rule-number";
import { useReasonWords } from "@/i18n/use-reason-words";
import { unlockSound } from "@/platform/alarm";
import { Button, IconButton } from "@/ui/button";
import { Screen, ScreenSkeleton } from "@/ui/screen";
import { SectionTitle } from "@/ui/screen-title";
import { SegmentedControl } from "@/ui/segmented-control";
import { showToast } from "@/ui/toast";
import { BlockedStart } from "./blocked-start";
import { PairList } from "./pair-list";
import { UNCHECKED } from "./pre-check";
import { PreCheckFields } from "./pre-check-fields";
import type { Session } from "./use-session";

/** Before the first set: how long, how heavy, what, and why today. */
export function Opening({ id, session, missing }: { id: RecordId; session: Session; missing: ReactNode }) {
  const plan = usePlan();
  if (plan.status === "loading") return <ScreenSkeleton fullScreen />;
  const found = plan.status === "ready" ? findSession(plan.plan.weeks, id) : null;
  return found === null ? missing : <FoundOpening {...found} session={session} />;
}

interface Found {
  readonly week: PlanWeek;
  readonly planned: PlanSession;
}

function FoundOpening({ week, planned, session }: Found & { session: Session }) {
  const t = useTranslations("session.opening");
  const tSession = useTranslations("session");
  const tProgramme = useTranslations("programme");
  const router = useRouter();
  const reasonWords = useReasonWords();
  const [mode, setMode] = useState<SessionMode>("superset");
  const [check, setCheck] = useState(UNCHECKED);
  const safety = useSafety();
  const today = useToday();
  const beginning = { session: planned, monday: week.monday, mode, check };
  const name = tProgramme(`session.${planned.kind}.name`);

  function start() {
    unlockSound();
    void session.begin(beginning);
  }
  async function tick() {
    await session.begin({ ...beginning, ticked: true });
    showToast(t("tickedToast"));
    router.push("/");
  }

  return (
    <Screen
      fullScreen
      footer={
        <div className="grid gap-1">
          {safety.limits.blocked && <BlockedStart screening={safety.screening} today={today} />}
          <Button size={64} wide disabled={safety.status === "loading" || safety.limits.blocked} onClick={start}>
            {t("start")}
          </Button>
          <Button look="text" wide onClick={() => void tick()}>
            {t("ticked")}
          </Button>
        </div>
      }
    >
      <div className="-mx-3 flex h-12 items-center justify-between">
        <IconButton label={t("close")} onClick={() => router.push("/")}>
          <X size={24} strokeWidth={1.75} aria-hidden="true" />
        </IconButton>
        <span className="pr-3 text-row text-ink2">
          {t("about", { week: planned.week, phase: tProgramme(`phase.${week.phase}`) })}
        </span>
      </div>
      <header className="mt-3 flex items-center gap-4 border-b-[1.5px] border-ink pb-4">
        <Plate letter={plateLetter(planned.kind)} state="done" width={52} height={40} />
        <h1 className="type-title">{tSession("title", { kind: planned.kind, name })}</h1>
      </header>
      <div className="mt-5 flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
        <p className="flex items-baseline gap-2">
          <span className="type-figure">{Math.round(planned.minutes[mode])}</span>
          <span className="text-section font-strong">{t("minutes")}</span>
        </p>
        <div className="pb-1">
          <LegLoadWord load={planned.legLoad.class} strong />
        </div>
      </div>
      <p className="mt-1 text-row text-ink2">
        {t("minutesAbout", { mode, other: Math.round(planned.minutes[mode === "superset" ? "straight" : "superset"]) })}
      </p>
      {planned.why.length > 0 && (
        <section className="mt-5 border-t border-rule pt-3">
          <h2 className="text-row font-strong">{t("why")}</h2>
          {planned.why.map((reason) => (
            <p key={`${reason.rule} ${reason.code}`} className="mt-1 text-body">
              {reasonWords(reason)} <span className="text-caption text-ink3">{ruleNumber(reason.rule)}</span>
            </p>
          ))}
        </section>
      )}
      <SectionTitle>{t("pairs")}</SectionTitle>
      <PairList prescription={planned.prescription} />
      <div className="mt-4">
        <SegmentedControl
          label={t("order")}
          value={mode}
          onChange={setMode}
          options={[
            { value: "superset", text: t("superset") },
            { value: "straight", text: t("straight") },
          ]}
        />
        <p className="mt-2 text-row text-ink2">{t("warmUp")}</p>
      </div>
      <SectionTitle aside={<span className="text-row text-ink2">{t("checkAside")}</span>}>{t("check")}</SectionTitle>
      <PreCheckFields check={check} onChange={setCheck} />
    </Screen>
  );
}

function findSession(weeks: readonly PlanWeek[], id: RecordId): Found | null {
  for (const week of weeks) {
    const planned = week.sessions.find((each) => each.id === id);
    if (planned !== undefined) return { week, planned };
  }
  return null;
}
