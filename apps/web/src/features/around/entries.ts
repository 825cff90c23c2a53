import type { LocalDate } from "@legwork/core/calendar";
import type { ProgrammeFields } from "@legwork/core/record";

export type RaceEntry = NonNullable<ProgrammeFields["races"]>[string];
export type TimeOffEntry = NonNullable<ProgrammeFields["timeOff"]>[string];

/** The entries of a map, the earliest first. */
export function entriesByDate<Entry>(
  entries: Readonly<Record<string, Entry>>,
  dateOf: (entry: Entry) => LocalDate,
): readonly { readonly id: string; readonly entry: Entry }[] {
  return Object.entries(entries)
    .map(([id, entry]) => ({ id, entry }))
    .sort((one, other) => (dateOf(one.entry) < dateOf(other.entry) ? -1 : 1));
}
