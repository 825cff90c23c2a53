import { useTranslations } from "use-intl";
import { ChoiceChip } from "@/ui/chip";
import { INJURY_PATTERNS, togglePattern, type TimeOffDraft } from "./span-draft";

/** What hurts, if the runner likes: those are left out, and the rest goes on. */
export function InjuryPatterns({ draft, onChange }: { draft: TimeOffDraft; onChange: (draft: TimeOffDraft) => void }) {
  const t = useTranslations("around");
  const programme = useTranslations("programme");
  return (
    <fieldset>
      <legend className="mb-1 text-row text-ink2">{t("timeOff.patterns")}</legend>
      <div className="flex flex-wrap gap-2">
        {INJURY_PATTERNS.map((pattern) => (
          <ChoiceChip
            key={pattern}
            pressed={draft.patterns?.includes(pattern) === true}
            onPress={() => onChange(togglePattern(draft, pattern))}
          >
            {programme(`pattern.${pattern}.name`)}
          </ChoiceChip>
        ))}
      </div>
      <p className="mt-1 text-caption text-ink2">{t("timeOff.patternsBelow")}</p>
    </fieldset>
  );
}
