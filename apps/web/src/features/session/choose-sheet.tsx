import { useState } from "react";
import { useTranslations } from "use-intl";
import {
  exerciseId,
  holdsRung,
  RUNGS,
  rungOf,
  takesLoad,
  type Kit,
  type LadderPattern,
  type Rung,
} from "@legwork/core/exercise";
import type { Plan } from "@legwork/core/plan";
import type { PrescribedExercise } from "@legwork/core/programme";
import type { ProgrammeFields } from "@legwork/core/record";
import type { SafetyLimits } from "@legwork/core/safety";
import { choiceDay, useAdjustments } from "@/data";
import { useDates } from "@/i18n/use-dates";
import { Button } from "@/ui/button";
import { classNames } from "@/ui/class-names";
import { Sheet } from "@/ui/sheet";
import { Stepper } from "@/ui/stepper";
import { showToast } from "@/ui/toast";
import { useExerciseWords } from "./use-words";
import { nextWeight, weightSteps } from "./weight-steps";

interface ChooseSheetProps {
  readonly plan: Plan;
  readonly exercise: PrescribedExercise & { readonly pattern: LadderPattern };
  readonly programme: Pick<ProgrammeFields, "weights">;
  /** What is at hand where the session is done. */
  readonly kit: Kit;
  readonly limits: SafetyLimits;
  readonly onClose: () => void;
}

const LOAD_MAX_KG = 300;
/** Nordics begin on this rung of the hamstring curl. EX */
const FIRST_NORDIC = 3;

/** Another rung or weight, in the runner's own word; it stands until the rules change it. */
export function ChooseSheet({ plan, exercise, programme, kit, limits, onClose }: ChooseSheetProps) {
  const t = useTranslations("session.choose");
  const tSet = useTranslations("session.set");
  const words = useExerciseWords();
  const dates = useDates();
  const adjustments = useAdjustments();
  const { pattern } = exercise;
  const now = rungOf(exercise.exercise) ?? 0;
  const [rung, setRung] = useState<Rung>(now);
  const [loadGrams, setLoadGrams] = useState<number | null>(exercise.loadGrams ?? null);
  const chosen = { ...exercise, exercise: exerciseId(pattern, rung) };
  const weights = weightSteps(chosen.exercise, { kit, ...programme });
  const takes = takesLoad(chosen.exercise) !== null && kit !== "none" && kit !== "band";
  const loadNow = rung === now ? (exercise.loadGrams ?? null) : null;
  const from = dates.weekdayLong(choiceDay(plan));

  async function save() {
    const load = takes && loadGrams !== null && loadGrams !== loadNow ? { loadGrams } : {};
    if (rung !== now || "loadGrams" in load) {
      const undo = await adjustments.choose(pattern, { ...(rung === now ? {} : { rung }), ...load }, plan);
      showToast(t("chosen", { exercise: words.name(chosen), day: from }), () => void undo());
    }
    onClose();
  }

  return (
    <Sheet
      open
      onClose={onClose}
      title={t("title")}
      footer={
        <Button wide onClick={() => void save()}>
          {t("save")}
        </Button>
      }
    >
      <fieldset>
        <legend className="sr-only">{t("rung")}</legend>
        {rungsOf(pattern, { kit, limits, now }).map((each) => {
          const option = { ...exercise, exercise: exerciseId(pattern, each) };
          return (
            <label
              key={each}
              className={classNames(
                "relative -mx-5 flex min-h-12 cursor-pointer items-center justify-between gap-4 border-b border-rule px-5 py-2.5 text-body has-focus-visible:outline-[2.5px] has-focus-visible:-outline-offset-2 has-focus-visible:outline-ink",
                each === rung && "bg-sunk font-strong",
              )}
            >
              <input
                type="radio"
                name="rung"
                className="absolute inset-0 cursor-pointer appearance-none opacity-0"
                checked={each === rung}
                onChange={() => setRung(each)}
              />
              <span>{words.name(option)}</span>
              {each === now && <span className="shrink-0 text-row font-row text-ink2">{t("now")}</span>}
            </label>
          );
        })}
      </fieldset>
      {takes && (
        <div className="mt-4">
          <Stepper
            label={t("load")}
            decreaseLabel={`${t("load")}: ${tSet("less")}`}
            increaseLabel={`${t("load")}: ${tSet("more")}`}
            value={(loadGrams ?? 0) / 1000}
            shown={words.kg(loadGrams ?? 0)}
            unit={t("load")}
            min={0}
            max={LOAD_MAX_KG}
            onChange={(kg) => setLoadGrams(kg === 0 ? null : Math.round(kg * 1000))}
            {...(weights === null
              ? {}
              : {
                  next: (kg: number, direction: 1 | -1) => nextWeight(weights, Math.round(kg * 1000), direction) / 1000,
                })}
          />
        </div>
      )}
      <p className="mt-4 text-caption text-ink2">{t("below", { day: from })}</p>
    </Sheet>
  );
}

interface Within {
  readonly kit: Kit;
  readonly limits: SafetyLimits;
  readonly now: Rung;
}

// What the kit holds and safety allows; the present one stands there in any case.
function rungsOf(pattern: LadderPattern, { kit, limits, now }: Within): readonly Rung[] {
  return RUNGS.filter(
    (rung) =>
      rung === now ||
      (holdsRung(kit, pattern, rung) &&
        rung <= limits.rungMax &&
        (limits.nordics || pattern !== "P8" || rung < FIRST_NORDIC)),
  );
}
