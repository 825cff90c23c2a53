import { ArrowRight, LayoutPanelTop } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import { WEEKDAYS } from "@legwork/core/calendar";
import { SAMPLE_WEEK } from "@legwork/core/run";
import { useTranslations } from "use-intl";
import { Button } from "@/ui/button";
import { weekSum, type Answer, type Answers } from "./answers";
import { DayRow } from "./day-row";
import { DayTray } from "./day-tray";
import { StepFrame } from "./step-frame";

const TemplateSheet = dynamic(() => import("./template-sheet").then((module) => module.TemplateSheet));

export interface StepProps {
  readonly answers: Answers;
  readonly tell: (event: Answer) => void;
  readonly onBack: () => void;
  readonly onNext: () => void;
}

export function RunningWeekStep({ answers, tell, onBack, onNext }: StepProps) {
  const t = useTranslations("onboarding");
  const [choosing, setChoosing] = useState(false);
  const sum = weekSum(answers.runs);

  return (
    <StepFrame
      step="week"
      onBack={onBack}
      title={t("week.title")}
      below={t("week.below")}
      footer={
        <DayTray
          answers={answers}
          tell={tell}
          next={
            sum.runs === 0 ? (
              <Button
                size={56}
                wide
                look="primary"
                onClick={() => tell({ kind: "templateChosen", template: SAMPLE_WEEK })}
              >
                {t("week.useSample")}
              </Button>
            ) : (
              <Button size={56} wide onClick={onNext} className="justify-between!">
                <span className="text-body font-button">
                  {t("week.sum", { runs: sum.runs, hours: Math.floor(sum.minutes / 60), minutes: sum.minutes % 60 })}
                </span>
                <span className="flex items-center gap-3">
                  {t("next")}
                  <ArrowRight size={22} strokeWidth={1.75} aria-hidden="true" />
                </span>
              </Button>
            )
          }
        />
      }
    >
      <div className="border-t-[1.5px] border-ink">
        {WEEKDAYS.map((day) => (
          <DayRow
            key={day}
            day={day}
            run={answers.runs[day] ?? null}
            rest={answers.restDay === day}
            selected={answers.selected === day}
            onTap={() => tell({ kind: "dayTapped", day })}
          />
        ))}
      </div>
      <Button
        look="text"
        className="mt-1 -ml-3 px-3!"
        icon={<LayoutPanelTop size={20} strokeWidth={1.75} aria-hidden="true" />}
        onClick={() => setChoosing(true)}
      >
        {t("week.templates")}
      </Button>
      {choosing && (
        <TemplateSheet
          onClose={() => setChoosing(false)}
          onChoose={(template) => {
            tell({ kind: "templateChosen", template });
            setChoosing(false);
          }}
        />
      )}
    </StepFrame>
  );
}
