import { expect, test } from "vitest";
import { parseLocalDate, type LocalDate } from "@legwork/core/calendar";
import { NO_SCORES, testPatch, testsBefore, withScores } from "./test-draft";
import { ageOn } from "./age";

const day = (text: string) => parseLocalDate(text) as LocalDate;
const TODAY = day("2026-12-01");
const on = (date: string, left: Readonly<Record<string, number>> = {}) => ({ date: day(date), left, right: {} });

test("a score goes to its own side, and clearing a test leaves the others", () => {
  const one = withScores(NO_SCORES, "bridge", { left: 12.4 });
  const two = withScores(one, "balance", { right: 30 });
  expect(two).toEqual({ left: { bridge: 12 }, right: { balance: 30 } });
  expect(withScores(two, "bridge", null)).toEqual({ left: {}, right: { balance: 30 } });
});

test("only what changed is written, a cleared score as null, and nothing when nothing was entered", () => {
  const kept = on("2026-12-01", { bridge: 12, balance: 20 });
  expect(testPatch(TODAY, { left: { bridge: 13 }, right: {} }, kept)).toEqual({
    date: TODAY,
    "left/bridge": 13,
    "left/balance": null,
  });
  expect(testPatch(TODAY, kept, kept)).toEqual({});
  expect(testPatch(TODAY, NO_SCORES, null)).toEqual({});
});

test("the earlier test is the latest one before today, whatever the order", () => {
  const tests = [on("2026-10-05"), on("2026-11-02"), on("2026-12-01"), on("2026-09-01")];
  expect(testsBefore(TODAY, tests)?.date).toBe("2026-11-02");
  expect(testsBefore(day("2026-09-01"), tests)).toBeNull();
});

test("the age is the younger one that the year allows, and unknown without a year", () => {
  expect(ageOn(TODAY, { birthYear: 1988 })).toBe(37);
  expect([ageOn(TODAY, {}), ageOn(TODAY, undefined), ageOn(TODAY, { birthYear: 2030 })]).toEqual([null, null, null]);
});
