import { ArrowLeftRight, ArrowRight, Check, Clock } from "lucide-react";
import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useState } from "react";
import type { Plan, PlanSession, PlanWeek } from "@legwork/core/plan";
import { cutText } from "@legwork/core/programme";
import { useTranslations } from "use-intl";
import { LegLoadWord } from "@/drawing/leg-load";
import { Plate } from "@/drawing/plate";
import { plateLetter } from "@/drawing/plate-state";
import { useSafety } from "@/data";
import { useDates } from "@/i18n/use-dates";
import { useReasonWords, useTranslate } from "@/i18n/use-reason-words";
import { Button, ButtonLink } from "@/ui/button";
import { showToast } from "@/ui/toast";
import { PairLines } from "./pair-lines";
import { useQuickSession } from "./use-quick-session";

const MoveSheet = dynamic(() => import("@/shell/move-sheet").then((module) => module.MoveSheet));

interface SessionTodayProps {
  readonly plan: Plan;
  readonly week: PlanWeek;
  readonly session: PlanSession;
  /** True when the card above says that it stood on an earlier day, and where it fits now. */
  readonly proposed: boolean;
}

export function SessionToday({ plan, week, session, proposed }: SessionTodayProps) {
  const t = useTranslations("today");
  const programme = useTranslations("programme");
  const dates = useDates();
  const reasonWords = useReasonWords();
  const translate = useTranslate();
  const { cut } = session.prescription;
  const router = useRouter();
  const quick = useQuickSession(week, session);
  const { limits } = useSafety();
  const [moving, setMoving] = useState(false);
  const begun = session.state.status === "started";
  const late = session.date < plan.today && !begun;

  return (
    <section className="mt-5" aria-labelledby="todays-session">
      <div className="flex items-center gap-4">
        <Plate letter={plateLetter(session.kind)} width={48} height={34} />
        <div>
          <p className="text-row leading-4 text-ink2">{t("strength", { letter: plateLetter(session.kind) })}</p>
          <h2 id="todays-session" className="text-section font-strong">
            {programme(`session.${session.kind}.name`)}
          </h2>
          {session.prescription.library !== undefined && (
            <p className="text-row leading-4 text-ink2">{t("fromLibrary")}</p>
          )}
        </div>
      </div>
      <div className="mt-2 flex flex-wrap items-end justify-between gap-x-4 gap-y-3">
        <p className="pt-1">
          <span className="type-figure">{Math.round(session.minutes.superset)}</span>
          <span className="ml-1.5 text-section font-caption">{t("min")}</span>
        </p>
        <span className="pb-1.5">
          <LegLoadWord load={session.legLoad.class} strong />
        </span>
      </div>
      {!(late && proposed) && (
        <p className="mt-4 text-body">
          {late
            ? t("late", { day: dates.weekdayLong(session.date) })
            : session.why.map((reason) => reasonWords(reason)).join(" ")}
        </p>
      )}
      {cut !== undefined && <p className="mt-2 text-row text-ink2">{cutText(cut, translate)}</p>}
      <PairLines prescription={session.prescription} />
      <ButtonLink
        href={`/session?id=${session.id}`}
        size={64}
        wide
        look="primary"
        iconAfter={<ArrowRight size={24} strokeWidth={1.75} aria-hidden="true" />}
      >
        {begun ? t("goOn") : t("start")}
      </ButtonLink>
      {!begun && (
        <div className="-mx-3 flex flex-wrap justify-between">
          {session.kind !== "V" && quick.short !== null && !limits.blocked && (
            <Button
              look="text"
              className="px-3!"
              icon={<Clock size={20} strokeWidth={1.75} aria-hidden="true" />}
              onClick={() => void quick.beginShort().then(() => router.push(`/session?id=${session.id}`))}
            >
              {t("short", { minutes: Math.round(quick.short.minutes.superset) })}
            </Button>
          )}
          <Button
            look="text"
            className="px-3!"
            icon={<ArrowLeftRight size={20} strokeWidth={1.75} aria-hidden="true" />}
            onClick={() => setMoving(true)}
          >
            {t("move")}
          </Button>
          <Button
            look="text"
            className="px-3!"
            icon={<Check size={20} strokeWidth={1.75} aria-hidden="true" />}
            onClick={() => void quick.tick().then((undo) => showToast(t("ticked"), undo))}
          >
            {t("did")}
          </Button>
        </div>
      )}
      {moving && <MoveSheet plan={plan} week={week} session={session} onClose={() => setMoving(false)} />}
    </section>
  );
}
