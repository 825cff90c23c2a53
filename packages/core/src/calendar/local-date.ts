import type { Brand } from "../brand";

/** A civil day `YYYY-MM-DD` in the proleptic Gregorian calendar, without a zone: 0001-01-01 to 9999-12-31. */
export type LocalDate = Brand<string, "LocalDate">;

export const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
/** A day of the week; weeks run from Monday to Sunday. */
export type Weekday = (typeof WEEKDAYS)[number];

const DATE_PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Reads `YYYY-MM-DD`; `null` when the text is no existing day. */
export function parseLocalDate(text: string): LocalDate | null {
  if (!DATE_PATTERN.test(text)) return null;
  // A day that does not exist (30 February) becomes another one on its way through the day number.
  return fromDayNumber(dayNumber(text)) === text ? (text as LocalDate) : null;
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
  const start = dayNumber(first);
  return Array.from({ length: count }, (_, index) => fromDayNumber(start + index));
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

// Days since 1970-01-01, counted by hand: a plan asks this thousands of times, and Date reads text slowly. The year is taken
// to begin in March, so that the leap day is its last and the months before it have a fixed pattern of lengths.
function dayNumber(date: string): number {
  const month = Number(date.slice(5, 7));
  const year = Number(date.slice(0, 4)) - (month <= 2 ? 1 : 0);
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + Number(date.slice(8)) - 1;
  return year * 365 + Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400) + dayOfYear - DAYS_TO_1970;
}

// The inverse of dayNumber. Only called with days inside the four-digit years.
function fromDayNumber(day: number): LocalDate {
  const sinceZero = day + DAYS_TO_1970;
  const era = Math.floor(sinceZero / DAYS_PER_ERA);
  const dayOfEra = sinceZero - era * DAYS_PER_ERA;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const dayOfMonth = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(dayOfMonth, 2)}` as LocalDate;
}

/** Days in 400 years, after which the calendar repeats. */
const DAYS_PER_ERA = 146_097;
/** Days from 0000-03-01 to 1970-01-01. */
const DAYS_TO_1970 = 719_468;

function padded(value: number, digits: number): string {
  return String(value).padStart(digits, "0");
}
