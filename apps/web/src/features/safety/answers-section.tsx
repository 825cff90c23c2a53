import dynamic from "next/dynamic";
import { useState } from "react";
import {
  isCleared,
  judgeScreening,
  SCREENING_QUESTIONS,
  yesAnswers,
  type SafetyLimits,
  type Screening,
  type ScreeningQuestion,
} from "@legwork/core/safety";
import { useTranslations } from "use-intl";
import { useToday } from "@/data";
import { useDates } from "@/i18n/use-dates";
import { Button } from "@/ui/button";
import { Notice } from "@/ui/notice";
import { SectionTitle } from "@/ui/screen-title";
import { ClearanceToggle } from "./clearance-toggle";

const AgainSheet = dynamic(() => import("./again-sheet").then((module) => module.AgainSheet));

interface AnswersSectionProps {
  readonly screening: Screening;
  readonly limits: SafetyLimits;
  /** Questions that need a new answer. */
  readonly due: readonly ScreeningQuestion[];
}

/** What was answered, on which day, what is due again, and whether a professional has agreed. */
export function AnswersSection({ screening, limits, due }: AnswersSectionProps) {
  const t = useTranslations("safetyScreen.answers");
  const words = useTranslations("safety");
  const dates = useDates();
  const [asked, setAsked] = useState<readonly ScreeningQuestion[] | null>(null);
  const verdict = judgeScreening(screening, useToday()).kind;
  const asksForClearance = yesAnswers(screening).length > 0 || limits.groups.includes("sixtyPlus");

  return (
    <section>
      <SectionTitle>{t("title")}</SectionTitle>
      <p className="pb-1 text-row text-ink2">{t("private")}</p>
      {due.length > 0 && (
        <Notice>
          <p>{t("due", { count: due.length })}</p>
          <Button look="quiet" wide onClick={() => setAsked(due)}>
            {t("now")}
          </Button>
        </Notice>
      )}
      {(verdict === "tooYoung" || verdict === "unanswered") && <Notice>{words(`screening.${verdict}`)}</Notice>}
      {asksForClearance && (
        <Notice>
          {yesAnswers(screening).length > 0 && <p>{words("screening.seeSomebody")}</p>}
          {verdict === "blocked" && <p className="font-strong">{words("screening.blocked")}</p>}
          <ClearanceToggle screening={screening} />
          {screening.clearedOn !== null && isCleared(screening) && (
            <p>{t("cleared", { date: dates.full(screening.clearedOn) })}</p>
          )}
        </Notice>
      )}
      <dl className="mt-2">
        {SCREENING_QUESTIONS.map((question) => {
          const answer = screening.answers[question];
          return (
            <div key={question} className="flex items-start justify-between gap-4 border-b border-rule py-2.5">
              <dt className="text-row">{words(`question.${question}`)}</dt>
              <dd className="shrink-0 text-right">
                <span className="block text-row font-strong">
                  {answer === undefined ? t("open") : t("said", { yes: String(answer.yes) })}
                </span>
                {answer !== undefined && <span className="text-caption text-ink2">{dates.dayMonth(answer.on)}</span>}
              </dd>
            </div>
          );
        })}
        <div className="flex items-start justify-between gap-4 py-2.5">
          <dt className="text-row">{words("screening.birthYear")}</dt>
          <dd className="text-row font-strong">{screening.birthYear ?? t("open")}</dd>
        </div>
      </dl>
      <Button look="quiet" wide className="mt-2" onClick={() => setAsked(SCREENING_QUESTIONS)}>
        {t("again")}
      </Button>
      {asked !== null && <AgainSheet screening={screening} asked={asked} onClose={() => setAsked(null)} />}
    </section>
  );
}
