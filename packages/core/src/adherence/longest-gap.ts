import { daysBetween, type LocalDate } from "../calendar";

/** A gap up to two weeks costs nothing that comes back slowly. Our own choice. */
export const GAP_FREE_DAYS = 14;

/**
 * The longest stretch without a session, in days, from `from` (the start of the programme) to `until` (today or the
 * end), whichever sessions were done between. 0 when `until` is not after `from`.
 */
export function longestGapDays({
  done,
  from,
  until,
}: {
  readonly done: readonly LocalDate[];
  readonly from: LocalDate;
  readonly until: LocalDate;
}): number {
  const within = done.filter((date) => date >= from && date <= until).toSorted();
  const marks = [from, ...within, until];
  return marks.slice(1).reduce((longest, date, index) => Math.max(longest, daysBetween(marks[index] ?? from, date)), 0);
}
