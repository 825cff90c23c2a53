import { useFormatter, useTranslations } from "use-intl";
import { takesLoad, type MobilityMove } from "@legwork/core/exercise";
import { amountRange, type Phase, type PrescribedExercise, type Tempo } from "@legwork/core/programme";

/** Names and amounts in the reader's language. */
export function useExerciseWords() {
  const t = useTranslations("session");
  const tExercise = useTranslations("exercise");
  const format = useFormatter();
  /** 8 each side · 30 s · 20 contacts */
  const amount = (exercise: PrescribedExercise, each: number) => t(`amount.${kindOf(exercise)}`, { amount: each });
  /** each side · reps */
  const unit = (exercise: PrescribedExercise) => t(`amount.unit.${kindOf(exercise)}`);
  const kg = (grams: number) => format.number(grams / 1000, { maximumFractionDigits: 2 });
  return {
    name: ({ exercise }: PrescribedExercise) => tExercise(`${exercise}.name` as "P1.0.name"),
    cue: ({ exercise }: PrescribedExercise) => tExercise(`${exercise}.cue` as "P1.0.cue"),
    short: ({ pattern, exercise }: PrescribedExercise) =>
      pattern === "MOB" ? t(`move.${exercise.slice("MOB.".length) as MobilityMove}`) : t(`short.${pattern}`),
    amount,
    unit,
    /** 8–10 each side; an amount that is meant as it stands has no range. */
    range: (exercise: PrescribedExercise, phase: Phase) => {
      const [least, most] = amountRange(exercise, phase);
      return least === most ? amount(exercise, least) : t(`amount.range.${kindOf(exercise)}`, { least, most });
    },
    /** of 8–10 each side · contacts */
    unitRange: (exercise: PrescribedExercise, phase: Phase) => {
      const [least, most] = amountRange(exercise, phase);
      return least === most ? unit(exercise) : t(`amount.unitRange.${kindOf(exercise)}`, { least, most });
    },
    /** 2 × 6 kg · 6 kg; empty without a weight. */
    load: ({ loadGrams, hands }: PrescribedExercise) =>
      loadGrams === undefined ? "" : t("amount.load", { hands: hands === 2 ? "two" : "one", kg: kg(loadGrams) }),
    /** 3 s down, 1 s still, 1 s up */
    tempo: (tempo: Tempo) => {
      const [down = "0", pause = "0", up = "0"] = tempo.split("-");
      const still = Number(pause) > 0 ? [t("set.pause", { seconds: Number(pause) })] : [];
      const lift = up === "X" ? t("set.upFast") : t("set.up", { seconds: Number(up) });
      return [t("set.down", { seconds: Number(down) }), ...still, lift].join(", ");
    },
    kg,
  };
}

/** Whether the weight of an exercise is one of two, each in a hand. */
export function isPairHeld({ exercise, hands }: PrescribedExercise): boolean {
  return (hands ?? takesLoad(exercise)?.hands) === 2;
}

// Contacts have no sides.
function kindOf({ unit, perSide }: PrescribedExercise): "reps" | "seconds" | "contacts" | "perSide" | "secondsPerSide" {
  if (!perSide || unit === "contacts") return unit;
  return unit === "seconds" ? "secondsPerSide" : "perSide";
}
