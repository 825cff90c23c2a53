import { WEEKDAYS, type Weekday } from "@legwork/core/calendar";
import { SETTING_RANGES } from "@legwork/core/placement";
import type { ProgrammeFields } from "@legwork/core/record";
import type { ProgrammePatch } from "./programme-patch";
import { readOptionalNumber } from "./read-setting";

/** What one weekday allows, as it is typed. */
export interface DayDraft {
  readonly isLocked: boolean;
  readonly isRestDay: boolean;
  /** Empty = as much as a session takes. */
  readonly minutes: string;
}

type DayFields = Pick<ProgrammeFields, "lockedDays" | "restDay" | "minutesOn">;

export function dayDraftOf({ lockedDays, restDay, minutesOn }: DayFields, day: Weekday): DayDraft {
  return {
    isLocked: lockedDays[day] === true,
    isRestDay: restDay === day,
    minutes: String(minutesOn?.[day] ?? ""),
  };
}

export interface DayProblems {
  readonly isLocked?: "noDayLeft";
  readonly minutes?: "outOfRange";
}

export type ReadDay =
  | { readonly ok: true; readonly patch: ProgrammePatch }
  | { readonly ok: false; readonly problems: DayProblems };

/** What changes in the programme; an empty patch when nothing does. */
export function readDay(draft: DayDraft, day: Weekday, fields: DayFields): ReadDay {
  const minutes = readOptionalNumber(draft.minutes, SETTING_RANGES.minutesOn);
  const isLast = draft.isLocked && WEEKDAYS.every((each) => each === day || fields.lockedDays[each] === true);
  if (isLast || !minutes.ok)
    return {
      ok: false,
      problems: { ...(isLast ? { isLocked: "noDayLeft" } : {}), ...(minutes.ok ? {} : { minutes: "outOfRange" }) },
    };
  const before = dayDraftOf(fields, day);
  return {
    ok: true,
    patch: {
      ...(draft.isLocked === before.isLocked ? {} : { [`lockedDays/${day}`]: draft.isLocked ? true : null }),
      ...(draft.isRestDay === before.isRestDay ? {} : { restDay: draft.isRestDay ? day : null }),
      ...(minutes.value === (fields.minutesOn?.[day] ?? null) ? {} : { [`minutesOn/${day}`]: minutes.value }),
    },
  };
}
