import type { LocalDate } from "@legwork/core/calendar";
import type { HealthFields, RecordId } from "@legwork/core/record";
import { morningAdvice, PAIN_ACTIONS, painAction, worstReport } from "@legwork/core/safety";
import { otherPains, useSafety } from "@/data";
import { useAdviceWords } from "@/i18n/use-advice-words";

interface PainAfterProps {
  readonly id: RecordId;
  readonly health: HealthFields;
  readonly today: LocalDate;
}

/** What a pain that ended an exercise or the session means for the next time. Milder pain is asked about tomorrow. */
export function PainAfter({ id, health, today }: PainAfterProps) {
  const adviceWords = useAdviceWords();
  const before = otherPains(useSafety().health, id);
  const report = worstReport(health);
  if (PAIN_ACTIONS.indexOf(painAction(report)) < PAIN_ACTIONS.indexOf("stopExercise")) return null;
  return (
    <div className="space-y-2 pt-2 text-body font-strong">
      {morningAdvice({ report, morning: {}, today, before }).map((advice) => (
        <p key={advice.key}>{adviceWords(advice)}</p>
      ))}
    </div>
  );
}
