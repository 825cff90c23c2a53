import { TrendingUp } from "lucide-react";
import dynamic from "next/dynamic";
import { v4 as randomId } from "uuid";
import type { LocalDate } from "@legwork/core/calendar";
import { useTranslations } from "use-intl";
import { useDates } from "@/i18n/use-dates";
import { entriesByDate } from "./entries";
import { EntryRow, EntrySection } from "./entry-list";
import type { SectionProps } from "./section-props";
import type { SpanDraft } from "./span-draft";
import { useDrafts } from "./use-drafts";

const PeakSheet = dynamic(() => import("./peak-sheet").then((module) => module.PeakSheet));

interface Span {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** Blocks that the runner marks as peak volume. */
export function PeaksSection({ programme, change }: SectionProps) {
  const t = useTranslations("around");
  const dates = useDates();
  const drafts = useDrafts<SpanDraft>();
  const peaks = entriesByDate(programme.peaks ?? {}, ({ from }) => from);
  const opened = peaks.find(({ id }) => id === drafts.opened);
  const days = ({ from, to }: Span) => ({ days: dates.range(from, to) });

  async function save(span: Span) {
    const id = opened?.id ?? randomId();
    if (await change({ [`peaks/${id}`]: { ...span } }, t("peak.saved", days(span)))) drafts.finish();
  }

  async function remove(id: string, span: Span) {
    if (await change({ [`peaks/${id}`]: null }, t("peak.removed", days(span)))) drafts.finish();
  }

  return (
    <>
      <EntrySection
        title={t("peak.title")}
        add={t("peak.add")}
        empty={t("peak.empty")}
        onAdd={() => drafts.open("new", { from: "", to: "" })}
      >
        {peaks.map(({ id, entry }) => (
          <EntryRow
            key={id}
            mark={<TrendingUp size={20} strokeWidth={1.75} aria-hidden="true" />}
            title={dates.range(entry.from, entry.to)}
            below={t("peak.below")}
            onOpen={() => drafts.open(id, entry)}
          />
        ))}
      </EntrySection>
      {drafts.draft !== null && (
        <PeakSheet
          draft={drafts.draft}
          onChange={drafts.change}
          onClose={drafts.close}
          onSave={(span) => void drafts.once(() => save(span))}
          onRemove={opened && (() => void remove(opened.id, opened.entry))}
        />
      )}
    </>
  );
}
