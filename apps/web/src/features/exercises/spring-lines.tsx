import { SPRING_DRILLS, SPRING_NUMBERS, SPRING_STEPS, type ExerciseId, type SpringStep } from "@legwork/core/exercise";
import { useTranslations } from "use-intl";

/** When a spring drill has its place, and what opens it; nothing for other exercises. */
export function SpringLines({ exercise }: { exercise: ExerciseId }) {
  const t = useTranslations("exercises");
  const drill = SPRING_DRILLS.find((each) => exercise === `PLYO.${each}`);
  if (drill === undefined) return null;
  const step = SPRING_STEPS[drill];
  const numbers = {
    sessions: SPRING_NUMBERS.sessions,
    weeks: SPRING_NUMBERS.runWeeks,
    sitDowns: SPRING_NUMBERS.sitDowns,
    balance: SPRING_NUMBERS.balanceSeconds,
  };
  return (
    <p className="mt-1 text-row">
      {t(`weeks.${weeksOf(step)}`, { from: step.from, to: step.to ?? 0 })}.
      {step.needs === "twoLegs" && ` ${t("opens.twoLegs", { ...numbers, calfRaises: SPRING_NUMBERS.calfRaises })}`}
      {step.needs === "oneLeg" && ` ${t("opens.oneLeg", { calfRaises: SPRING_NUMBERS.calfRaisesOneLeg })}`}
    </p>
  );
}

function weeksOf({ from, to, laterBlocks }: SpringStep): "any" | "between" | "from" | "later" {
  if (laterBlocks) return "later";
  if (to !== null) return "between";
  return from === 1 ? "any" : "from";
}
