import { expect, test } from "vitest";
import { parseLocalDate, type LocalDate } from "@legwork/core/calendar";
import { offersTests } from "./offers-tests";

const day = (text: string) => parseLocalDate(text) as LocalDate;
const week = (programmeWeek: number) => ({ monday: day("2026-11-30"), programmeWeek });

test("tests are offered in weeks 1, 4, 9 and 12", () => {
  const offered = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].filter((each) => offersTests(week(each), []));
  expect(offered).toEqual([1, 4, 9, 12]);
});

test("tests of this week and of the one before are enough", () => {
  expect(offersTests(week(4), [day("2026-12-02")])).toBe(false);
  expect(offersTests(week(4), [day("2026-11-23")])).toBe(false);
  expect(offersTests(week(4), [day("2026-11-22")])).toBe(true);
});
