import { expect, test } from "vitest";
import type { ClockTime, LocalDate } from "@legwork/core/calendar";
import { feelWindow } from "./feel-window";

const RUN = { date: "2026-10-07" as LocalDate, startTime: "07:00" as ClockTime, minutes: 60 };
const at = (date: string, time: string) => ({ date: date as LocalDate, time: time as ClockTime });

test("the feel of a run is open for a day, late for another, then closed", () => {
  expect(feelWindow(RUN, at("2026-10-07", "08:10"))).toBe("open");
  expect(feelWindow(RUN, at("2026-10-08", "08:00"))).toBe("open");
  expect(feelWindow(RUN, at("2026-10-08", "08:01"))).toBe("late");
  expect(feelWindow(RUN, at("2026-10-09", "08:00"))).toBe("late");
  expect(feelWindow(RUN, at("2026-10-09", "08:01"))).toBe("closed");
});

test("a run of a later day is ahead, one of today is not, even before its hour", () => {
  expect(feelWindow(RUN, at("2026-10-06", "23:00"))).toBe("ahead");
  expect(feelWindow(RUN, at("2026-10-07", "06:00"))).toBe("open");
});

test("a run without a time counts from the end of its day", () => {
  expect(feelWindow({ ...RUN, startTime: null }, at("2026-10-09", "00:30"))).toBe("open");
});
