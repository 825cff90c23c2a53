import fc from "fast-check";
import { expect, test } from "vitest";
import {
  addDays,
  clockTimeFrom,
  daysBetween,
  hoursBetween,
  localDateAt,
  localMomentAt,
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

test("[CAL1] days count as the Gregorian calendar does, leap years and centuries included", () => {
  fc.assert(
    fc.property(fc.integer({ min: -719_162, max: 2_932_896 }), (count) => {
      expect(addDays(day("1970-01-01"), count)).toBe(new Date(count * 86_400_000).toISOString().slice(0, 10));
    }),
    { numRuns: 5000 },
  );
  expect(daysBetween(day("0001-01-01"), day("9999-12-31"))).toBe(3_652_058);
});

test("[CAL3] accepts exactly the texts that are days", () => {
  const two = fc.integer({ min: 0, max: 40 }).map((value) => String(value).padStart(2, "0"));
  fc.assert(
    fc.property(fc.integer({ min: 1000, max: 9999 }), two, two, (year, month, dayOfMonth) => {
      const text = `${year}-${month}-${dayOfMonth}`;
      const ms = Date.parse(`${text}T00:00:00Z`);
      const exists = !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(text);
      expect(parseLocalDate(text)).toBe(exists ? text : null);
    }),
    { numRuns: 5000 },
  );
});

test("[CAL2] an instant is read on the runner's own clock; what is no instant or no zone reads as nothing", () => {
  expect(localMomentAt("2026-11-22T23:30:00.000Z", "Europe/Amsterdam")).toEqual({ date: "2026-11-23", time: "00:30" });
  expect(localMomentAt("2026-07-01T17:05:59Z", "America/Los_Angeles")).toEqual({ date: "2026-07-01", time: "10:05" });
  expect(localMomentAt("yesterday", "Europe/Amsterdam")).toBeNull();
  expect(localMomentAt("2026-11-22T23:30:00Z", "Nowhere/At_All")).toBeNull();
});
