import { describe, expect, test } from "vitest";
import type { ClockTime } from "@legwork/core/calendar";
import { readNumber, readOptionalNumber, readOtherTime, readStrengthTime } from "./read-setting";

const HOURS = [24, 72] as const;
const EVENING = "18:00" as ClockTime;

describe("a number of the rules", () => {
  test.each([
    ["24", 24],
    [" 72 ", 72],
  ])("%o is %d", (text, value) => {
    expect(readNumber(text, HOURS)).toEqual({ ok: true, value });
  });

  test.each(["23", "73", "36.5", "", "-36", "a day"])("%o is out of range", (text) => {
    expect(readNumber(text, HOURS)).toEqual({ ok: false, problem: "outOfRange" });
  });

  test("an empty field means nothing only where nothing may be meant", () => {
    expect(readOptionalNumber(" ", HOURS)).toEqual({ ok: true, value: null });
    expect(readOptionalNumber("12", HOURS)).toEqual({ ok: false, problem: "outOfRange" });
  });
});

describe("the times of strength", () => {
  test("the first has to be there, the second not", () => {
    expect(readStrengthTime("", null)).toEqual({ ok: false, problem: "timeMissing" });
    expect(readOtherTime("", EVENING)).toEqual({ ok: true, value: null });
  });

  test("they differ", () => {
    expect(readStrengthTime("18:00", EVENING)).toEqual({ ok: false, problem: "sameTime" });
    expect(readOtherTime("18:00", EVENING)).toEqual({ ok: false, problem: "sameTime" });
    expect(readOtherTime("07:00", EVENING)).toEqual({ ok: true, value: "07:00" });
  });
});
