import dynamic from "next/dynamic";
import { v4 as randomId } from "uuid";
import type { LocalDate } from "@legwork/core/calendar";
import { useTranslations } from "use-intl";
import { useDates } from "@/i18n/use-dates";
import { entriesByDate, type TimeOffEntry } from "./entries";
import { EntryRow, EntrySection } from "./entry-list";
import type { SectionProps } from "./section-props";
import { newTimeOff, type TimeOffDraft } from "./span-draft";
import { TimeOffMark } from "./time-off-mark";
import { useDrafts } from "./use-drafts";

const TimeOffSheet = dynamic(() => import("./time-off-sheet").then((module) => module.TimeOffSheet));

/** Days without strength, or without the runner's own kit. */
export function TimeOffSection({ programme, change, today }: SectionProps & { readonly today: LocalDate }) {
  const t = useTranslations("around");
  const dates = useDates();
  const drafts = useDrafts<TimeOffDraft>();
  const entries = entriesByDate(programme.timeOff ?? {}, ({ from }) => from);
  const opened = entries.find(({ id }) => id === drafts.opened);
  const words = ({ reason, from, to }: TimeOffEntry) => ({
    reason: t(`reason.${reason}`),
    days: dates.range(from, to),
  });

  async function save(entry: TimeOffEntry) {
    const id = opened?.id ?? randomId();
    if (await change({ [`timeOff/${id}`]: { ...entry } }, t("timeOff.saved", words(entry)))) drafts.finish();
  }

  async function remove(id: string, entry: TimeOffEntry) {
    if (await change({ [`timeOff/${id}`]: null }, t("timeOff.removed", words(entry)))) drafts.finish();
  }

  return (
    <>
      <EntrySection
        title={t("timeOff.title")}
        add={t("timeOff.add")}
        empty={t("timeOff.empty")}
        onAdd={() => drafts.open("new", newTimeOff(today))}
      >
        {entries.map(({ id, entry }) => (
          <EntryRow
            key={id}
            mark={<TimeOffMark reason={entry.reason} />}
            title={t(`reason.${entry.reason}`)}
            below={t("timeOff.below", { days: dates.range(entry.from, entry.to), sessions: entry.sessions })}
            onOpen={() => drafts.open(id, entry)}
          />
        ))}
      </EntrySection>
      {drafts.draft !== null && (
        <TimeOffSheet
          draft={drafts.draft}
          onChange={drafts.change}
          onClose={drafts.close}
          onSave={(entry) => void drafts.once(() => save(entry))}
          onRemove={opened && (() => void remove(opened.id, opened.entry))}
        />
      )}
    </>
  );
}
