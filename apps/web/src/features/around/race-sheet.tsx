import { useState } from "react";
import type { LocalDate } from "@legwork/core/calendar";
import { RACE_DISTANCES } from "@legwork/core/run";
import { useTranslations } from "use-intl";
import { RunGlyph } from "@/drawing/run-glyph";
import { useDates } from "@/i18n/use-dates";
import { Field } from "@/ui/field";
import type { RaceEntry } from "./entries";
import { ChoiceGroup } from "./choice-group";
import { EntrySheet } from "./entry-sheet";
import { RACE_MINUTES, readRace, withDistance, type RaceDraft, type RaceProblems } from "./race-draft";

interface RaceSheetProps {
  readonly draft: RaceDraft;
  readonly startDate: LocalDate;
  readonly others: readonly RaceEntry[];
  readonly onChange: (draft: RaceDraft) => void;
  readonly onClose: () => void;
  readonly onSave: (race: RaceEntry) => void;
  readonly onRemove?: (() => void) | undefined;
}

export function RaceSheet({ draft, startDate, others, onChange, onClose, onSave, onRemove }: RaceSheetProps) {
  const t = useTranslations("around");
  const dates = useDates();
  const [asked, setAsked] = useState(false);
  const read = readRace(draft, { startDate, others });
  const problems: RaceProblems = asked && !read.ok ? read.problems : {};
  const [min, max] = RACE_MINUTES;

  function save() {
    if (read.ok) onSave(read.race);
    else setAsked(true);
  }

  return (
    <EntrySheet
      title={t(onRemove === undefined ? "race.add" : "race.change")}
      mark={<RunGlyph kind="race" size={24} />}
      onClose={onClose}
      onSave={save}
      onRemove={onRemove}
    >
      <ChoiceGroup
        label={t("race.distance")}
        value={draft.distance}
        onChange={(distance) => onChange(withDistance(draft, distance))}
        options={RACE_DISTANCES.map((value) => ({ value, text: t(`distance.${value}`) }))}
      />
      <Field
        label={t("race.date")}
        type="date"
        min={startDate}
        value={draft.date}
        problem={
          problems.date === undefined ? null : t(`problem.${problems.date}`, { date: dates.dayMonth(startDate) })
        }
        onChange={(event) => onChange({ ...draft, date: event.target.value })}
      />
      <div className="grid gap-5 wide:grid-cols-2 wide:gap-3">
        <Field
          label={t("race.minutes")}
          inputMode="numeric"
          autoComplete="off"
          value={draft.minutes}
          problem={problems.minutes === undefined ? null : t("problem.outOfRange", { min, max })}
          onChange={(event) => onChange({ ...draft, minutes: event.target.value })}
        />
        <Field
          label={t("race.startTime")}
          type="time"
          value={draft.startTime}
          onChange={(event) => onChange({ ...draft, startTime: event.target.value })}
        />
      </div>
      <p className="text-row text-ink2">{t("race.note")}</p>
    </EntrySheet>
  );
}
