import { useState } from "react";
import { useTranslations } from "use-intl";
import { SegmentedControl } from "@/ui/segmented-control";
import type { TimeOffEntry } from "./entries";
import { ChoiceGroup } from "./choice-group";
import { EntrySheet } from "./entry-sheet";
import { readSpan, TIME_OFF_REASONS, withReason, type SpanProblems, type TimeOffDraft } from "./span-draft";
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

  function save() {
    const { reason, sessions } = draft;
    if (read.ok) onSave({ from: read.from, to: read.to, reason, sessions });
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
      <SpanFields span={draft} problems={problems} onChange={(span) => onChange({ ...draft, ...span })} />
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
    </EntrySheet>
  );
}
