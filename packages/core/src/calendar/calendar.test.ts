import fc from "fast-check";
import { expect, test } from "vitest";
import {
  addDays,
  clockTimeFrom,
  daysBetween,
  hoursBetween,
  localDateAt,
  mondayOf,
  parseClockTime,
  parseLocalDate,
  weekDates,
  weekdayOf,
  type ClockTime,
  type LocalDate,
} from "./index";

const day = (text: string) => parseLocalDate(text) as LocalDate;
const time = (text: string) => parseClockTime(text) as ClockTime;

const anyDay = fc.integer({ min: 0, max: 40_000 }).map((offset) => addDays(day("1990-01-01"), offset));

test("[CAL1] a week begins on Monday and ends on Sunday", () => {
  expect(weekDates(mondayOf(day("2026-11-22"))).map(weekdayOf)).toEqual([
    "mon",
    "tue",
    "wed",
    "thu",
    "fri",
    "sat",
    "sun",
  ]);
  expect(mondayOf(day("2026-11-22"))).toBe("2026-11-16");
});

test("[CAL1] adding days and counting them agree for every pair of days", () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -800, max: 800 }), (from, count) => {
      expect(daysBetween(from, addDays(from, count))).toBe(count);
    }),
  );
});

test("[CAL2] the night of a clock change is as long as any other", () => {
  const evening = { date: day("2026-03-28"), time: time("18:30") };
  expect(hoursBetween(evening, { date: day("2026-03-29"), time: time("07:00") })).toBe(12.5);
});

test("[CAL2] today is the runner's own civil day", () => {
  const instant = Date.UTC(2026, 10, 22, 23, 30);
  expect(localDateAt(instant, "Europe/Amsterdam")).toBe("2026-11-23");
  expect(localDateAt(instant, "America/Los_Angeles")).toBe("2026-11-22");
});

test("[CAL3] refuses what is no day and no clock time", () => {
  for (const text of ["2026-02-30", "2026-13-01", "26-01-01", "2026-1-1", "", "2026-02-29"])
    expect(parseLocalDate(text)).toBeNull();
  for (const text of ["25:00", "7:00", "07:60", "", "07:00:00"]) expect(parseClockTime(text)).toBeNull();
  expect(parseLocalDate("2028-02-29")).toBe("2028-02-29");
  expect(clockTimeFrom(24 * 60)).toBe("23:59");
});
