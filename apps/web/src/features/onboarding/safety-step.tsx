import { Check } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/ui/button";
import { classNames } from "@/ui/class-names";
import { Field } from "@/ui/field";
import { Toggle } from "@/ui/toggle";
import type { StepProps } from "./running-week-step";
import { isMinor, judgeScreening, needsClearance, SCREENING_QUESTIONS } from "./screening";
import { StepFrame } from "./step-frame";

interface SafetyStepProps extends StepProps {
  readonly thisYear: number;
}

export function SafetyStep({ answers, tell, onBack, onNext, thisYear }: SafetyStepProps) {
  const t = useTranslations("onboarding.safety");
  const common = useTranslations("onboarding");
  const { screening } = answers;
  const [yearText, setYearText] = useState(screening.birthYear === null ? "" : String(screening.birthYear));
  const verdict = judgeScreening(screening, thisYear);
  const stops = verdict.kind === "unanswered" || verdict.kind === "tooYoung" || verdict.kind === "blocked";
  const badYear = yearText.length >= 4 && verdict.kind === "unanswered" && verdict.missing === "birthYear";

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
      <div className="border-t-[1.5px] border-ink">
        {SCREENING_QUESTIONS.map((question) => (
          <Tick
            key={question}
            on={screening.yes.includes(question)}
            onToggle={() => tell({ kind: "symptomToggled", question })}
          >
            {t(`question.${question}`)}
          </Tick>
        ))}
        <Tick
          strong
          on={screening.answered && screening.yes.length === 0}
          onToggle={() => tell({ kind: "noSymptoms" })}
        >
          {t("none")}
        </Tick>
      </div>
      <Field
        className="mt-6 max-w-48"
        label={t("birthYear")}
        inputMode="numeric"
        autoComplete="bday-year"
        maxLength={4}
        value={yearText}
        problem={badYear ? t("badYear") : null}
        onChange={(event) => {
          setYearText(event.target.value);
          const year = /^\d{4}$/.test(event.target.value.trim()) ? Number(event.target.value) : null;
          tell({ kind: "birthYearGiven", year });
        }}
      />
      <div aria-live="polite">
        {screening.yes.length > 0 && (
          <Notice>
            <p>{t("seeSomebody")}</p>
            {screening.yes.includes("bonesAndJoints") && <p>{t("withInjury")}</p>}
            {needsClearance(screening.yes) && (
              <Toggle
                label={t("cleared")}
                on={screening.cleared}
                onChange={(cleared) => tell({ kind: "clearanceGiven", cleared })}
              />
            )}
          </Notice>
        )}
        {verdict.kind === "tooYoung" && <Notice>{t("tooYoung")}</Notice>}
        {verdict.kind !== "tooYoung" && isMinor(screening.birthYear, thisYear) && <Notice>{t("minor")}</Notice>}
      </div>
      <p className="mt-6 text-row text-ink2">{t("disclaimer")}</p>
      <p className="mt-2 text-row text-ink2">{t("private")}</p>
    </StepFrame>
  );
}

function Notice({ children }: { children: React.ReactNode }) {
  return (
    <div className="mt-4 space-y-2 rounded-control border-[1.25px] border-amber bg-amber-tint px-4 py-3 text-row">
      {children}
    </div>
  );
}

interface TickProps {
  readonly on: boolean;
  readonly strong?: boolean;
  readonly onToggle: () => void;
  readonly children: React.ReactNode;
}

function Tick({ on, strong = false, onToggle, children }: TickProps) {
  return (
    <label
      className={classNames(
        "relative -mx-5 flex min-h-12 cursor-pointer items-center gap-4 border-b border-rule px-5 py-2.5 text-row has-focus-visible:outline-[2.5px] has-focus-visible:-outline-offset-2 has-focus-visible:outline-ink desk:-mx-3 desk:px-3",
        on && "bg-sunk",
        strong && "font-strong",
      )}
    >
      <input
        type="checkbox"
        className="absolute inset-0 cursor-pointer appearance-none opacity-0"
        checked={on}
        onChange={onToggle}
      />
      <span className="grow">{children}</span>
      <span
        aria-hidden="true"
        className={classNames(
          "flex size-6 shrink-0 items-center justify-center rounded-[7px] border-[1.5px]",
          on ? "border-ink bg-ink text-paper" : "border-line",
        )}
      >
        {on && <Check size={16} strokeWidth={2.25} />}
      </span>
    </label>
  );
}
