import { SCREENING_QUESTIONS, type ScreeningQuestion } from "@legwork/core/safety";
import { useTranslations } from "use-intl";
import { TickRow } from "./tick-row";

interface ScreeningTicksProps {
  readonly asked?: readonly ScreeningQuestion[];
  readonly yes: readonly ScreeningQuestion[];
  /** "None of these" was said. */
  readonly none: boolean;
  readonly onToggle: (question: ScreeningQuestion) => void;
  readonly onNone: () => void;
}

/** The safety questions: what is true is ticked, or none of it is. */
export function ScreeningTicks({ asked = SCREENING_QUESTIONS, yes, none, onToggle, onNone }: ScreeningTicksProps) {
  const t = useTranslations("safety");
  return (
    <div className="border-t-[1.5px] border-ink">
      {asked.map((question) => (
        <TickRow key={question} on={yes.includes(question)} onToggle={() => onToggle(question)}>
          {t(`question.${question}`)}
        </TickRow>
      ))}
      <TickRow strong on={none} onToggle={onNone}>
        {t("screening.none")}
      </TickRow>
    </div>
  );
}
