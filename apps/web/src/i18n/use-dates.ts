import { useFormatter, type DateTimeFormatOptions } from "use-intl";
import { WEEKDAYS, type LocalDate, type Weekday } from "@legwork/core/calendar";

type DayFormat = Pick<DateTimeFormatOptions, "weekday" | "day" | "month">;

/** Civil days and instants in the reader's language. */
export function useDates() {
  const format = useFormatter();
  const day = (date: LocalDate, options: DayFormat) =>
    format.dateTime(new Date(`${date}T00:00:00Z`), { ...options, timeZone: "UTC" });

  return {
    /** Monday */
    weekdayLong: (date: LocalDate) => day(date, { weekday: "long" }),
    /** Mon */
    weekdayShort: (date: LocalDate) => day(date, { weekday: "short" }),
    /** Monday, of a day in every week */
    weekdayName: (weekday: Weekday, width: "long" | "short" | "narrow" = "long") =>
      day(anyDateOn(weekday), { weekday: width }),
    /** 8 */
    dayNumber: (date: LocalDate) => day(date, { day: "numeric" }),
    /** 8 October */
    dayMonth: (date: LocalDate) => day(date, { day: "numeric", month: "long" }),
    /** 8 Oct */
    dayMonthShort: (date: LocalDate) => day(date, { day: "numeric", month: "short" }),
    /** Thursday 8 October */
    full: (date: LocalDate) => day(date, { weekday: "long", day: "numeric", month: "long" }),
    /** 5 – 11 October */
    range: (from: LocalDate, to: LocalDate) =>
      format.dateTimeRange(new Date(`${from}T00:00:00Z`), new Date(`${to}T00:00:00Z`), {
        day: "numeric",
        month: "long",
        timeZone: "UTC",
      }),
    /** 18:31 on this phone's clock */
    clock: (epochMs: number) =>
      format.dateTime(epochMs, { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: phoneZone() }),
    /** 2 min. ago */
    ago: (epochMs: number, nowMs: number) => format.relativeTime(epochMs, { now: nowMs, style: "short" }),
  };
}

function phoneZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

// 2024-01-01 was a Monday.
function anyDateOn(weekday: Weekday): LocalDate {
  return `2024-01-0${WEEKDAYS.indexOf(weekday) + 1}` as LocalDate;
}
