import { Check } from "lucide-react";
import { KITS } from "@legwork/core/exercise";
import { useTranslations } from "use-intl";
import { Button } from "@/ui/button";
import { classNames } from "@/ui/class-names";
import { ExperienceChoice, RegularRunnerToggle } from "@/ui/experience-choice";
import { WeightChips } from "@/ui/weight-chips";
import type { StepProps } from "./running-week-step";
import { StepFrame } from "./step-frame";

export function KitStep({ answers, tell, onBack, onNext }: StepProps) {
  const t = useTranslations("onboarding");
  return (
    <StepFrame
      step="kit"
      onBack={onBack}
      title={t("kit.title")}
      below={t("kit.below")}
      footer={
        <Button size={56} wide disabled={answers.kit === null} onClick={onNext}>
          {t("next")}
        </Button>
      }
    >
      <fieldset className="border-t-[1.5px] border-ink">
        <legend className="sr-only">{t("kit.title")}</legend>
        {KITS.map((kit) => {
          const chosen = answers.kit === kit;
          return (
            <label
              key={kit}
              className={classNames(
                "relative -mx-5 flex min-h-18 cursor-pointer items-center gap-4 border-b border-rule px-5 py-3 has-focus-visible:outline-[2.5px] has-focus-visible:-outline-offset-2 has-focus-visible:outline-ink desk:-mx-3 desk:px-3",
                chosen && "bg-sunk",
              )}
            >
              <input
                type="radio"
                name="kit"
                className="absolute inset-0 cursor-pointer appearance-none opacity-0"
                checked={chosen}
                onChange={() => tell({ kind: "kitChosen", kit })}
              />
              <span className="grow">
                <span className="block text-body font-strong">{t(`kit.${kit}.name`)}</span>
                <span className="block text-row text-ink2">{t(`kit.${kit}.below`)}</span>
              </span>
              <span
                aria-hidden="true"
                className={classNames(
                  "flex size-6 shrink-0 items-center justify-center rounded-full border-[1.5px]",
                  chosen ? "border-ink bg-ink text-paper" : "border-line",
                )}
              >
                {chosen && <Check size={16} strokeWidth={2.25} />}
              </span>
            </label>
          );
        })}
      </fieldset>
      {answers.kit === "dumbbells" && (
        <section className="mt-5">
          <h2 className="mb-1 text-section font-strong">{t("kit.weights")}</h2>
          <WeightChips
            owned={answers.weights}
            onChange={(grams, owned) => tell({ kind: "weightOwned", grams, owned })}
          />
        </section>
      )}
      <section className="mt-5 space-y-3 pb-2">
        <ExperienceChoice
          value={answers.experience}
          onChange={(experience) => tell({ kind: "experienceSaid", experience })}
        />
        <RegularRunnerToggle
          on={answers.regularRunner}
          onChange={(regularRunner) => tell({ kind: "regularRunnerSaid", regularRunner })}
        />
      </section>
    </StepFrame>
  );
}
