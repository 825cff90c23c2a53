import { ArrowLeftRight } from "lucide-react";
import { useMemo } from "react";
import type { LocalDate } from "@legwork/core/calendar";
import { draftPlan, type PlanSession, type PlanWeek } from "@legwork/core/plan";
import { safetyLimits } from "@legwork/core/safety";
import { useTranslations } from "use-intl";
import { screeningOf } from "@/data";
import { LegLoadWord } from "@/drawing/leg-load";
import { VerdictMark } from "@/drawing/marks";
import { Plate } from "@/drawing/plate";
import { plateLetter } from "@/drawing/plate-state";
import { RibbonM } from "@/drawing/ribbon-m";
import { ribbonOf } from "@/drawing/ribbon-week";
import { useDates } from "@/i18n/use-dates";
import { useReasonWords, useShortfallWords } from "@/i18n/use-reason-words";
import { Button } from "@/ui/button";
import type { Answers } from "./answers";
import { startRecords } from "./start-records";
import { StepFrame } from "./step-frame";
import { tellingRejection } from "./telling-rejection";

interface ResultStepProps {
  readonly answers: Answers;
  readonly today: LocalDate;
  readonly zone: string;
  readonly onBack: () => void;
  readonly onChange: () => void;
  readonly onStart: () => void;
  readonly starting: boolean;
  /** Set when the phone could not save. */
  readonly problem: string | null;
}

export function ResultStep(props: ResultStepProps) {
  const { answers, today, zone, onBack, onChange, onStart, starting, problem } = props;
  const t = useTranslations("onboarding");
  const dates = useDates();
  const { week, begins } = useMemo(() => {
    const records = startRecords({ answers, today, zone });
    const plan = draftPlan({ programme: records.programme, runs: records.run_plan.runs, today, weeks: 1 });
    const week = plan.weeks[0] ?? null;
    const { startDate } = records.programme;
    // A start late in a week begins with the next Monday.
    return { week, begins: week !== null && week.monday > startDate ? week.monday : startDate };
  }, [answers, today, zone]);
  const { blocked } = safetyLimits(screeningOf(answers.screening, { today }), today);
  const sessions = week?.sessions ?? [];
  const minutes = Math.round(sessions.reduce((sum, session) => sum + session.minutes.superset, 0));

  return (
    <StepFrame
      step="result"
      onBack={onBack}
      title={t("result.title")}
      below={t("result.below", { sessions: sessions.length, minutes })}
      footer={
        <div className="flex flex-col gap-2">
          {problem !== null && (
            <p role="alert" className="text-row text-amber">
              {problem}
            </p>
          )}
          <ChangeButton onPress={onChange} className="short:hidden" />
          <Button size={64} wide onClick={onStart} disabled={starting}>
            {blocked ? t("result.savePlan") : t("result.start", { date: dates.full(begins) })}
          </Button>
        </div>
      }
    >
      {week !== null && (
        <>
          <div className="mt-2">
            <RibbonM week={ribbonOf(week)} today={null} />
          </div>
          <WeekReasons week={week} />
          {/* A low screen keeps its footer for the start. */}
          <ChangeButton onPress={onChange} className="tall:hidden" />
        </>
      )}
    </StepFrame>
  );
}

function ChangeButton({ onPress, className }: { onPress: () => void; className: string }) {
  const t = useTranslations("onboarding");
  return (
    <Button
      look="quiet"
      wide
      className={className}
      onClick={onPress}
      icon={<ArrowLeftRight size={18} strokeWidth={1.75} aria-hidden="true" />}
    >
      {t("result.change")}
    </Button>
  );
}

function WeekReasons({ week }: { week: PlanWeek }) {
  const t = useTranslations("onboarding");
  const dates = useDates();
  const reasonWords = useReasonWords();
  const shortfallWords = useShortfallWords();
  const telling = tellingRejection(week.sessions);
  return (
    <ul className="mt-4">
      {week.sessions.map((session) => (
        <SessionReason key={session.id} session={session} />
      ))}
      {week.shortfall.map((each) => (
        <li key={each.slot} className="border-t border-rule py-4 text-row">
          {shortfallWords(each)}
        </li>
      ))}
      {telling !== null && (
        <li className="flex gap-4 border-t border-rule py-4">
          <span className="flex w-12 shrink-0 justify-center">
            <VerdictMark verdict="breaks" />
          </span>
          <p className="text-body">
            <strong className="font-strong">
              {t("result.whyNot", {
                day: dates.weekdayLong(telling.rejected.date),
                letter: plateLetter(telling.session.kind),
              })}
            </strong>{" "}
            <span className="text-ink2">{reasonWords(telling.rejected.reason)}</span>
          </p>
        </li>
      )}
    </ul>
  );
}

function SessionReason({ session }: { session: PlanSession }) {
  const t = useTranslations("onboarding");
  const words = useTranslations("programme");
  const dates = useDates();
  const reasonWords = useReasonWords();
  return (
    <li className="flex gap-4 border-t border-rule py-4 first:border-t-0">
      <span className="w-12 shrink-0 pt-0.5">
        <Plate letter={plateLetter(session.kind)} width={48} height={34} />
      </span>
      <div className="min-w-0 grow">
        <p className="flex items-baseline justify-between gap-3">
          <span className="text-body font-strong">
            {t("result.session", {
              day: dates.weekdayLong(session.date),
              name: words(`session.${session.kind}.name`),
            })}
          </span>
          <span className="shrink-0 text-row font-strong">
            {t("minutes", { minutes: Math.round(session.minutes.superset) })}
          </span>
        </p>
        <p className="mt-0.5 mb-1">
          <LegLoadWord load={session.legLoad.class} />
        </p>
        <p className="text-body">{session.why.map(reasonWords).join(" ")}</p>
      </div>
    </li>
  );
}
