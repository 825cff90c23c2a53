import dynamic from "next/dynamic";
import { v4 as randomId } from "uuid";
import { useTranslations } from "use-intl";
import { RunGlyph } from "@/drawing/run-glyph";
import { useDates } from "@/i18n/use-dates";
import { entriesByDate, type RaceEntry } from "./entries";
import { EntryRow, EntrySection } from "./entry-list";
import { NEW_RACE, raceDraftOf, type RaceDraft } from "./race-draft";
import type { SectionProps } from "./section-props";
import { useDrafts } from "./use-drafts";

const RaceSheet = dynamic(() => import("./race-sheet").then((module) => module.RaceSheet));

/** The goal races: strength tapers before each, and waits after it. */
export function RacesSection({ programme, change }: SectionProps) {
  const t = useTranslations("around");
  const dates = useDates();
  const drafts = useDrafts<RaceDraft>();
  const races = entriesByDate(programme.races ?? {}, ({ date }) => date);
  const opened = races.find(({ id }) => id === drafts.opened);
  const words = ({ distance, date }: RaceEntry) => ({ race: t(`distance.${distance}`), date: dates.dayMonth(date) });

  async function save(race: RaceEntry) {
    const id = opened?.id ?? randomId();
    if (await change({ [`races/${id}`]: { ...race } }, t("race.saved", words(race)))) drafts.finish();
  }

  async function remove(id: string, race: RaceEntry) {
    if (await change({ [`races/${id}`]: null }, t("race.removed", words(race)))) drafts.finish();
  }

  return (
    <>
      <EntrySection
        title={t("race.title")}
        add={t("race.add")}
        empty={t("race.empty")}
        onAdd={() => drafts.open("new", NEW_RACE)}
      >
        {races.map(({ id, entry }) => (
          <EntryRow
            key={id}
            mark={<RunGlyph kind="race" size={20} />}
            title={t(`distance.${entry.distance}`)}
            below={t("race.below", { date: dates.full(entry.date), minutes: entry.minutes })}
            onOpen={() => drafts.open(id, raceDraftOf(entry))}
          />
        ))}
      </EntrySection>
      {drafts.draft !== null && (
        <RaceSheet
          draft={drafts.draft}
          startDate={programme.startDate}
          others={races.filter((race) => race !== opened).map(({ entry }) => entry)}
          onChange={drafts.change}
          onClose={drafts.close}
          onSave={(race) => void drafts.once(() => save(race))}
          onRemove={opened && (() => void remove(opened.id, opened.entry))}
        />
      )}
    </>
  );
}
