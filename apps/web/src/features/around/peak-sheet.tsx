import { useState } from "react";
import type { LocalDate } from "@legwork/core/calendar";
import { useTranslations } from "use-intl";
import { EntrySheet } from "./entry-sheet";
import { readSpan, type SpanDraft } from "./span-draft";
import { SpanFields } from "./span-fields";

interface PeakSheetProps {
  readonly draft: SpanDraft;
  readonly onChange: (draft: SpanDraft) => void;
  readonly onClose: () => void;
  readonly onSave: (span: { readonly from: LocalDate; readonly to: LocalDate }) => void;
  readonly onRemove?: (() => void) | undefined;
}

export function PeakSheet({ draft, onChange, onClose, onSave, onRemove }: PeakSheetProps) {
  const t = useTranslations("around");
  const [asked, setAsked] = useState(false);
  const read = readSpan(draft);

  function save() {
    if (read.ok) onSave({ from: read.from, to: read.to });
    else setAsked(true);
  }

  return (
    <EntrySheet
      title={t(onRemove === undefined ? "peak.add" : "peak.change")}
      onClose={onClose}
      onSave={save}
      onRemove={onRemove}
    >
      <SpanFields span={draft} problems={asked && !read.ok ? read.problems : {}} onChange={onChange} />
      <p className="text-row text-ink2">{t("peak.empty")}</p>
    </EntrySheet>
  );
}
