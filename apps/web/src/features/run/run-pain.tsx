import { asksBoneQuestions, BONE_QUESTIONS, isBoneWarning, PAIN, PAIN_SITES, painSite } from "@legwork/core/safety";
import { useTranslations } from "use-intl";
import { ChipGroup } from "@/ui/chip-group";
import { ScaleRow } from "@/ui/scale-row";
import type { RunDraft } from "./run-draft";

interface RunPainProps {
  readonly draft: RunDraft;
  readonly onChange: (change: Partial<RunDraft>) => void;
}

/** What hurt on a run: how much, where, the bone questions where they are due, and what it means. */
export function RunPain({ draft, onChange }: RunPainProps) {
  const t = useTranslations("runLog");
  const words = useTranslations("safety.pain");
  const { pain, bone } = draft;
  const site = painSite(draft.painSite);
  const asksBone = pain !== null && asksBoneQuestions({ level: pain, site: draft.painSite });
  return (
    <>
      <ScaleRow
        label={t("pain")}
        hideLabel
        from={0}
        to={10}
        value={pain}
        onChange={(value) => onChange({ pain: value })}
      />
      {pain !== null && pain > 0 && (
        <ChipGroup
          label={t("painWhere")}
          options={PAIN_SITES}
          words={(each) => words(`site.${each}`)}
          chosen={site === null ? [] : [site]}
          onPress={(each) => onChange({ painSite: each === site ? "" : each })}
          scrolls
        />
      )}
      {asksBone && (
        <ChipGroup
          label={words("askBone")}
          options={BONE_QUESTIONS}
          words={(each) => words(`bone.${each}`)}
          chosen={bone}
          onPress={(each) =>
            onChange({ bone: bone.includes(each) ? bone.filter((one) => one !== each) : [...bone, each] })
          }
        />
      )}
      <output className="block">
        {asksBone && isBoneWarning(bone) && <p className="mt-3 text-row font-strong">{words("boneWarning")}</p>}
        {pain !== null && pain >= PAIN.stopExercise && <p className="mt-3 text-row font-strong">{t("painAdvice")}</p>}
      </output>
    </>
  );
}
