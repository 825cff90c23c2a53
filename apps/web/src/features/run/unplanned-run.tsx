import { useTranslations } from "use-intl";
import { addDays, type LocalDate } from "@legwork/core/calendar";
import { RUN_KINDS } from "@legwork/core/run";
import { RunGlyph } from "@/drawing/run-glyph";
import { ChoiceChip } from "@/ui/chip";
import { SegmentedControl } from "@/ui/segmented-control";
import type { RunDraft } from "./run-draft";

interface UnplannedRunProps {
  readonly draft: RunDraft;
  readonly today: LocalDate;
  readonly onChange: (change: Partial<RunDraft>) => void;
}

/** What the plan cannot say of a run outside it: its kind and its day. */
export function UnplannedRun({ draft, today, onChange }: UnplannedRunProps) {
  const t = useTranslations("runLog");
  const tRun = useTranslations("run");
  const yesterday = addDays(today, -1);
  return (
    <div className="mt-4 flex flex-col gap-3">
      <fieldset className="-mx-5 min-w-0">
        <legend className="sr-only">{t("kind")}</legend>
        <div className="flex gap-2 overflow-x-auto px-5 py-1">
          {RUN_KINDS.map((kind) => (
            <ChoiceChip
              key={kind}
              pressed={draft.kind === kind}
              icon={<RunGlyph kind={kind} size={18} {...(draft.kind === kind ? { colour: "var(--paper)" } : {})} />}
              onPress={() => onChange({ kind })}
            >
              {tRun(`short.${kind}`)}
            </ChoiceChip>
          ))}
        </div>
      </fieldset>
      <SegmentedControl
        label={t("day")}
        value={draft.date}
        onChange={(date) => onChange({ date })}
        options={[
          { value: yesterday, text: t("yesterday") },
          { value: today, text: t("today") },
        ]}
      />
    </div>
  );
}
