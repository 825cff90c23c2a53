import { useState } from "react";
import type { Weekday } from "@legwork/core/calendar";
import { SETTING_RANGES } from "@legwork/core/placement";
import type { ProgrammeFields } from "@legwork/core/record";
import { useTranslations } from "use-intl";
import { useDates } from "@/i18n/use-dates";
import { Field, Problem } from "@/ui/field";
import { Toggle } from "@/ui/toggle";
import { readDay, type DayDraft, type DayProblems } from "./day-draft";
import { EntrySheet } from "./entry-sheet";
import type { ProgrammePatch } from "./programme-patch";

interface DaySheetProps {
  readonly day: Weekday;
  readonly draft: DayDraft;
  readonly programme: ProgrammeFields;
  readonly onChange: (draft: DayDraft) => void;
  readonly onClose: () => void;
  readonly onSave: (patch: ProgrammePatch) => void;
}

export function DaySheet({ day, draft, programme, onChange, onClose, onSave }: DaySheetProps) {
  const t = useTranslations("around");
  const dates = useDates();
  const [asked, setAsked] = useState(false);
  const read = readDay(draft, day, programme);
  const problems: DayProblems = asked && !read.ok ? read.problems : {};
  const [min, max] = SETTING_RANGES.minutesOn;

  function save() {
    if (read.ok) onSave(read.patch);
    else setAsked(true);
  }

  return (
    <EntrySheet title={t("day.change", { day: dates.weekdayName(day) })} onClose={onClose} onSave={save}>
      <div>
        <Toggle label={t("day.locked")} on={draft.isLocked} onChange={(isLocked) => onChange({ ...draft, isLocked })} />
        <div role="alert">
          {problems.isLocked !== undefined && <Problem>{t(`problem.${problems.isLocked}`)}</Problem>}
        </div>
        <Toggle
          label={t("day.rest")}
          below={t("day.restBelow")}
          on={draft.isRestDay}
          onChange={(isRestDay) => onChange({ ...draft, isRestDay })}
        />
      </div>
      <Field
        label={t("day.minutes")}
        hint={t("day.minutesHint")}
        inputMode="numeric"
        autoComplete="off"
        value={draft.minutes}
        problem={problems.minutes === undefined ? null : t("problem.outOfRange", { min, max })}
        onChange={(event) => onChange({ ...draft, minutes: event.target.value })}
      />
    </EntrySheet>
  );
}
