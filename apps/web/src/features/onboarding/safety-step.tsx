import { useState } from "react";
import type { LocalDate } from "@legwork/core/calendar";
import { ageGroup, judgeScreening } from "@legwork/core/safety";
import { useTranslations } from "use-intl";
import { screeningOf } from "@/data";
import { bringIntoView } from "@/ui/bring-into-view";
import { Button } from "@/ui/button";
import { Field } from "@/ui/field";
import { Notice } from "@/ui/notice";
import { ScreeningTicks } from "@/ui/screening-ticks";
import { Toggle } from "@/ui/toggle";
import type { StepProps } from "./running-week-step";
import { StepFrame } from "./step-frame";

interface SafetyStepProps extends StepProps {
  readonly today: LocalDate;
}

/** Ten questions, one of them the year of birth. A yes that needs a professional's word lets the plan be saved, not begun. */
export function SafetyStep({ answers, tell, onBack, onNext, today }: SafetyStepProps) {
  const t = useTranslations("onboarding.safety");
  const words = useTranslations("safety");
  const common = useTranslations("onboarding");
  const { screening: draft } = answers;
  const [yearText, setYearText] = useState(draft.birthYear === null ? "" : String(draft.birthYear));
  const verdict = judgeScreening(screeningOf(draft, { today }), today);
  const stops = verdict.kind === "unanswered" || verdict.kind === "tooYoung";
  const age = ageGroup(draft.birthYear, today);

  return (
    <StepFrame
      step="safety"
      onBack={onBack}
      title={t("title")}
      below={t("below")}
      footer={
        <Button size={56} wide disabled={stops} onClick={onNext}>
          {common("next")}
        </Button>
      }
    >
      <ScreeningTicks
        yes={draft.yes}
        none={draft.answered && draft.yes.length === 0}
        onToggle={(question) => tell({ kind: "symptomToggled", question })}
        onNone={() => tell({ kind: "noSymptoms" })}
      />
      <Field
        className="mt-6 max-w-48"
        label={words("screening.birthYear")}
        inputMode="numeric"
        autoComplete="bday-year"
        maxLength={4}
        value={yearText}
        problem={yearText.length >= 4 && age === "unknown" ? words("screening.badYear") : null}
        onChange={(event) => {
          setYearText(event.target.value);
          const year = /^\d{4}$/.test(event.target.value.trim()) ? Number(event.target.value) : null;
          tell({ kind: "birthYearGiven", year });
        }}
      />
      <div aria-live="polite">
        {draft.yes.length > 0 && (
          <Notice>
            <p>{words("screening.seeSomebody")}</p>
            {draft.yes.includes("bonesAndJoints") && <p>{words("screening.withInjury")}</p>}
            {verdict.kind === "blocked" && <p>{words("screening.blocked")}</p>}
            <Toggle
              label={words("screening.cleared")}
              on={draft.cleared}
              onChange={(cleared) => tell({ kind: "clearanceGiven", cleared })}
            />
          </Notice>
        )}
        {(age === "tooYoung" || age === "under18") && (
          <div ref={bringIntoView} className="scroll-mb-28">
            <Notice>{words(`screening.${age}`)}</Notice>
          </div>
        )}
      </div>
      <p className="mt-6 text-row text-ink2">{words("disclaimer")}</p>
      <p className="mt-2 text-row text-ink2">{t("private")}</p>
    </StepFrame>
  );
}
