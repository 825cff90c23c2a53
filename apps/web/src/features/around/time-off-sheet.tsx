import { useState } from "react";
import { useTranslations } from "use-intl";
import { SegmentedControl } from "@/ui/segmented-control";
import type { TimeOffEntry } from "./entries";
import { ChoiceGroup } from "./choice-group";
import { EntrySheet } from "./entry-sheet";
import { InjuryPatterns } from "./injury-patterns";
import {
  ILLNESSES,
  readSpan,
  TIME_OFF_REASONS,
  timeOffEntry,
  withReason,
  type SpanProblems,
  type TimeOffDraft,
} from "./span-draft";
import { SpanFields } from "./span-fields";
import { TimeOffMark } from "./time-off-mark";

interface TimeOffSheetProps {
  readonly draft: TimeOffDraft;
  readonly onChange: (draft: TimeOffDraft) => void;
  readonly onClose: () => void;
  readonly onSave: (entry: TimeOffEntry) => void;
  readonly onRemove?: (() => void) | undefined;
}

export function TimeOffSheet({ draft, onChange, onClose, onSave, onRemove }: TimeOffSheetProps) {
  const t = useTranslations("around");
  const [asked, setAsked] = useState(false);
  const read = readSpan(draft);
  const problems: SpanProblems = asked && !read.ok ? read.problems : {};

  // Where it is known what hurts, the rest of the plan goes on.
  const goesOn = draft.reason === "injury" && (draft.patterns ?? []).length > 0;

  function save() {
    if (read.ok) onSave(timeOffEntry(draft, read));
    else setAsked(true);
  }

  return (
    <EntrySheet
      title={t(onRemove === undefined ? "timeOff.add" : "timeOff.change")}
      onClose={onClose}
      onSave={save}
      onRemove={onRemove}
    >
      <ChoiceGroup
        label={t("timeOff.reason")}
        value={draft.reason}
        onChange={(reason) => onChange(withReason(draft, reason))}
        options={TIME_OFF_REASONS.map((value) => ({
          value,
          text: t(`reason.${value}`),
          icon: <TimeOffMark reason={value} />,
        }))}
      />
      {draft.reason === "illness" && (
        <ChoiceGroup
          label={t("timeOff.illness")}
          value={draft.illness ?? null}
          onChange={(illness) => onChange({ ...draft, illness })}
          options={ILLNESSES.map((value) => ({ value, text: t(`illness.${value}`) }))}
        />
      )}
      {draft.reason === "injury" && <InjuryPatterns draft={draft} onChange={onChange} />}
      <SpanFields span={draft} problems={problems} onChange={(span) => onChange({ ...draft, ...span })} />
      {!goesOn && (
        <div>
          <p className="mb-1 text-row text-ink2" aria-hidden="true">
            {t("timeOff.sessions")}
          </p>
          <SegmentedControl
            label={t("timeOff.sessions")}
            value={draft.sessions}
            onChange={(sessions) => onChange({ ...draft, sessions })}
            options={[
              { value: "none", text: t("sessions.none") },
              { value: "withoutKit", text: t("sessions.withoutKit") },
            ]}
          />
        </div>
      )}
    </EntrySheet>
  );
}
