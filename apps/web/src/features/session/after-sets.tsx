import { useTranslations } from "use-intl";
import type { PrescribedExercise } from "@legwork/core/programme";
import { ChoiceChip } from "@/ui/chip";
import { SectionTitle } from "@/ui/screen-title";
import { SegmentedControl } from "@/ui/segmented-control";
import type { BegunProps } from "./begun-session";
import { useExerciseWords } from "./use-words";

interface AfterSetsProps extends Pick<BegunProps, "session" | "log"> {
  readonly exercises: readonly PrescribedExercise[];
}

/** What ended the sets, and where the form did not hold. Nothing said is nothing reported. */
export function AfterSets({ session, log, exercises }: AfterSetsProps) {
  const t = useTranslations("session.after");
  const words = useExerciseWords();
  return (
    <>
      <SectionTitle>{t("form")}</SectionTitle>
      <fieldset>
        <legend className="sr-only">{t("formLabel")}</legend>
        <div className="flex flex-wrap gap-2 pt-2">
          {exercises.map((exercise) => {
            const broke = log.form?.[exercise.pattern] === true;
            return (
              <ChoiceChip
                key={exercise.pattern}
                pressed={broke}
                onPress={() => void session.setForm(exercise.pattern, !broke)}
              >
                {words.short(exercise)}
              </ChoiceChip>
            );
          })}
        </div>
      </fieldset>
      <SectionTitle>{t("ended")}</SectionTitle>
      <div className="pt-2">
        <SegmentedControl
          label={t("ended")}
          value={log.breathless === undefined ? null : log.breathless ? "breath" : "muscle"}
          onChange={(value) => void session.setBreathless(value === "breath")}
          options={[
            { value: "muscle", text: t("muscle") },
            { value: "breath", text: t("breath") },
          ]}
        />
      </div>
    </>
  );
}
