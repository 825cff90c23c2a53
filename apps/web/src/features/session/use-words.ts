import { useFormatter, useTranslations } from "use-intl";
import type { MobilityMove } from "@legwork/core/exercise";
import type { PrescribedExercise } from "@legwork/core/programme";

/** Names and amounts in the reader's language. */
export function useExerciseWords() {
  const t = useTranslations("session");
  const tExercise = useTranslations("exercise");
  const format = useFormatter();
  return {
    name: ({ exercise }: PrescribedExercise) => tExercise(`${exercise}.name` as "P1.0.name"),
    cue: ({ exercise }: PrescribedExercise) => tExercise(`${exercise}.cue` as "P1.0.cue"),
    short: ({ pattern, exercise }: PrescribedExercise) =>
      pattern === "MOB" ? t(`move.${exercise.slice("MOB.".length) as MobilityMove}`) : t(`short.${pattern}`),
    /** 8 each side · 30 s · 20 contacts */
    amount: ({ unit, perSide }: PrescribedExercise, amount: number) => {
      if (!perSide || unit === "contacts") return t(`amount.${unit}`, { amount });
      return t(unit === "seconds" ? "amount.secondsPerSide" : "amount.perSide", { amount });
    },
    /** each side · reps */
    unit: ({ unit, perSide }: PrescribedExercise) => {
      if (!perSide || unit === "contacts") return t(`amount.unit.${unit}`);
      return t(unit === "seconds" ? "amount.unit.secondsPerSide" : "amount.unit.perSide");
    },
    kg: (grams: number) => format.number(grams / 1000, { maximumFractionDigits: 2 }),
  };
}
