import type { Brand } from "../brand";

/** A civil day `YYYY-MM-DD` in the proleptic Gregorian calendar, without a zone: 0001-01-01 to 9999-12-31. */
export type LocalDate = Brand<string, "LocalDate">;

export const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
/** A day of the week; weeks run from Monday to Sunday. */
export type Weekday = (typeof WEEKDAYS)[number];

const MS_PER_DAY = 86_400_000;
const DATE_PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Reads `YYYY-MM-DD`; `null` when the text is no existing day. */
export function parseLocalDate(text: string): LocalDate | null {
  if (!DATE_PATTERN.test(text)) return null;
  const ms = Date.parse(`${text}T00:00:00Z`);
  if (Number.isNaN(ms) || fromDayNumber(ms / MS_PER_DAY) !== text) return null;
  return fromDayNumber(ms / MS_PER_DAY);
}

/** The day `count` days after `date` (before it when negative). */
export function addDays(date: LocalDate, count: number): LocalDate {
  return fromDayNumber(dayNumber(date) + count);
}

/** Civil days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** `count` days in a row, beginning with `first`. */
export function datesFrom(first: LocalDate, count: number): readonly LocalDate[] {
  return Array.from({ length: count }, (_, index) => addDays(first, index));
}

/** The day of the week on which `date` falls. */
export function weekdayOf(date: LocalDate): Weekday {
  // Day 0, 1970-01-01, was a Thursday.
  const index = (((dayNumber(date) + 3) % 7) + 7) % 7;
  return WEEKDAYS[index] as Weekday;
}

/** The Monday of the week that holds `date`. */
export function mondayOf(date: LocalDate): LocalDate {
  return addDays(date, -WEEKDAYS.indexOf(weekdayOf(date)));
}

/** The seven days of the week that begins on `monday`. */
export function weekDates(monday: LocalDate): readonly LocalDate[] {
  return datesFrom(monday, 7);
}

/** The civil day in the IANA zone `zone` at the instant `epochMs`. Throws `RangeError` for an unknown zone. */
export function localDateAt(epochMs: number, zone: string): LocalDate {
  const parts = new Intl.DateTimeFormat("en-CA", {
    timeZone: zone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  }).formatToParts(epochMs);
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? "";
  return `${part("year").padStart(4, "0")}-${part("month")}-${part("day")}` as LocalDate;
}

function dayNumber(date: LocalDate): number {
  return Date.parse(`${date}T00:00:00Z`) / MS_PER_DAY;
}

// Only called with whole day numbers inside the four-digit years, so the slice is a valid day.
function fromDayNumber(day: number): LocalDate {
  return new Date(day * MS_PER_DAY).toISOString().slice(0, 10) as LocalDate;
}
