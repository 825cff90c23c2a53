import { useTranslations } from "use-intl";
import { takesLoad } from "@legwork/core/exercise";
import type { Phase, PrescribedExercise } from "@legwork/core/programme";
import { type DraftSet, useRecords } from "@/data";
import { Stepper } from "@/ui/stepper";
import { isPairHeld, useExerciseWords } from "./use-words";
import { nextWeight, weightSteps } from "./weight-steps";

const AMOUNT_MAX = 999;
const LOAD_MAX_KG = 400;
/** A hold changes by five seconds, everything else by one. Our own number. */
const HOLD_STEP = 5;

interface SetNumbersProps {
  readonly exercise: PrescribedExercise;
  readonly phase: Phase;
  readonly draft: Pick<DraftSet, "amount" | "loadGrams">;
  readonly onChange: (change: Partial<Pick<DraftSet, "amount" | "loadGrams">>) => void;
}

/** Weight and amount of one set; the weight steps from one owned to the next. */
export function SetNumbers({ exercise, phase, draft, onChange }: SetNumbersProps) {
  const t = useTranslations("session.set");
  const words = useExerciseWords();
  const programme = useRecords("programme").value[0]?.fields;
  const weights = programme === undefined ? null : weightSteps(exercise.exercise, programme);
  const loaded = takesLoad(exercise.exercise) !== null || draft.loadGrams !== null;
  return (
    <div className={loaded ? "mt-3 grid gap-2 wide:grid-cols-2" : "mt-3"}>
      {loaded && (
        <Stepper
          label={t("load")}
          decreaseLabel={`${t("load")}: ${t("less")}`}
          increaseLabel={`${t("load")}: ${t("more")}`}
          value={(draft.loadGrams ?? 0) / 1000}
          shown={words.kg(draft.loadGrams ?? 0)}
          unit={t("loadUnit", { hands: isPairHeld(exercise) ? "two" : "one" })}
          min={0}
          max={LOAD_MAX_KG}
          onChange={(kg) => onChange({ loadGrams: kg === 0 ? null : Math.round(kg * 1000) })}
          {...(weights === null
            ? {}
            : {
                next: (kg: number, direction: 1 | -1) => nextWeight(weights, Math.round(kg * 1000), direction) / 1000,
              })}
        />
      )}
      <Stepper
        label={t("amount")}
        decreaseLabel={`${t("amount")}: ${t("less")}`}
        increaseLabel={`${t("amount")}: ${t("more")}`}
        value={draft.amount}
        unit={words.unitRange(exercise, phase)}
        min={1}
        max={AMOUNT_MAX}
        step={exercise.unit === "seconds" ? HOLD_STEP : 1}
        onChange={(amount) => onChange({ amount: Math.round(amount) })}
      />
    </div>
  );
}
