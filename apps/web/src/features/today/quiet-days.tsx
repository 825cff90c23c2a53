import type { ReactNode } from "react";
import { daysBetween, type LocalDate } from "@legwork/core/calendar";
import type { Reason } from "@legwork/core/placement";
import type { PlanSession, PlanWeek } from "@legwork/core/plan";
import { useTranslations } from "use-intl";
import { useToday } from "@/data";
import { LegLoadWord } from "@/drawing/leg-load";
import { Plate } from "@/drawing/plate";
import { plateLetter, plateStateOf } from "@/drawing/plate-state";
import { useDates } from "@/i18n/use-dates";
import { useReasonWords } from "@/i18n/use-reason-words";
import { ButtonLink } from "@/ui/button";

/** Days on which nothing has to be lifted say so, and what comes next. */
interface RestTodayProps {
  readonly week: PlanWeek;
  readonly next: PlanSession | null;
  readonly away: Reason | null;
}

export function RestToday({ week, next, away }: RestTodayProps) {
  const t = useTranslations("today");
  const reasonWords = useReasonWords();
  const why = away ?? (week.ask === "none" ? week.askedBy : null);
  return (
    <Quiet title={t("rest.title")} text={why === null ? t("rest.text") : reasonWords(why)}>
      {next !== null && <NextSession session={next} />}
    </Quiet>
  );
}

export function DoneToday({ session, next }: { session: PlanSession; next: PlanSession | null }) {
  const t = useTranslations("today");
  const programme = useTranslations("programme");
  const state = session.state;
  const dose = "dose" in state ? state.dose : 1;
  // What the app itself made smaller on the day is named as it was done.
  const { kind } = session.prescription.eased === undefined ? session : session.prescription;
  return (
    <Quiet
      mark={<Plate letter={plateLetter(kind)} state={plateStateOf(state.status)} dose={dose} width={48} height={34} />}
      title={t("done.title", { name: programme(`session.${kind}.name`) })}
      text={t("done.text", { status: state.status })}
    >
      <ButtonLink look="quiet" href={`/session?id=${session.id}`}>
        {t("done.look")}
      </ButtonLink>
      {next !== null && <NextSession session={next} />}
    </Quiet>
  );
}

interface BeforeStartProps {
  readonly begins: LocalDate;
  readonly daysToGo: number;
  readonly first: PlanSession | null;
}

export function BeforeStart({ begins, daysToGo, first }: BeforeStartProps) {
  const t = useTranslations("today");
  const dates = useDates();
  return (
    <Quiet title={t("before.title", { date: dates.full(begins) })} text={t("before.text", { days: daysToGo })}>
      {first !== null && <NextSession session={first} />}
    </Quiet>
  );
}

export function Over() {
  const t = useTranslations("today");
  return (
    <Quiet title={t("over.title")} text={t("over.text")}>
      <ButtonLink look="quiet" href="/progress">
        {t("over.look")}
      </ButtonLink>
    </Quiet>
  );
}

interface QuietProps {
  readonly mark?: ReactNode;
  readonly title: string;
  readonly text: string;
  readonly children: ReactNode;
}

function Quiet({ mark, title, text, children }: QuietProps) {
  return (
    <section className="mt-6">
      {mark}
      <h2 className="mt-1 text-section font-strong">{title}</h2>
      <p className="mt-1 mb-4 text-body text-ink2">{text}</p>
      {children}
    </section>
  );
}

function NextSession({ session }: { session: PlanSession }) {
  const t = useTranslations("today");
  const programme = useTranslations("programme");
  const dates = useDates();
  const today = useToday();
  // From a week on a weekday alone would be the wrong one.
  const isFar = today !== "" && daysBetween(today, session.date) >= 7;
  return (
    <div className="mt-4 border-t border-rule pt-3">
      <p className="text-row text-ink2">{t("next")}</p>
      <div className="mt-2 flex items-center gap-4">
        <Plate letter={plateLetter(session.kind)} width={48} height={34} />
        <div className="grow">
          <p className="text-body font-strong">
            {t("nextSession", {
              day: isFar ? dates.full(session.date) : dates.weekdayLong(session.date),
              name: programme(`session.${session.kind}.name`),
            })}
          </p>
          <p className="flex flex-wrap gap-x-4 text-row text-ink2">
            {t("minutesAt", { minutes: Math.round(session.minutes.superset), time: session.startTime })}
            <LegLoadWord load={session.legLoad.class} />
          </p>
        </div>
      </div>
    </div>
  );
}
