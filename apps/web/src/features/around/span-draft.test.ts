import { describe, expect, test } from "vitest";
import type { LocalDate } from "@legwork/core/calendar";
import { newTimeOff, readSpan, withReason } from "./span-draft";

const MONDAY = "2026-12-07" as LocalDate;

describe("days that are typed", () => {
  test("one day is a span", () => {
    expect(readSpan({ from: MONDAY, to: MONDAY })).toEqual({ ok: true, from: MONDAY, to: MONDAY });
  });

  test("an end before its start is said at the end, what is missing where it is missing", () => {
    const problems = (from: string, to: string) => {
      const read = readSpan({ from, to });
      return read.ok ? null : read.problems;
    };
    expect(problems(MONDAY, "2026-12-06")).toEqual({ to: "endsBeforeStart" });
    expect(problems("", "2026-12-06")).toEqual({ from: "fromMissing" });
    expect(problems(MONDAY, "")).toEqual({ to: "toMissing" });
    expect(problems("", "")).toEqual({ from: "fromMissing", to: "toMissing" });
  });
});

describe("time off", () => {
  test("who travels trains without the kit, and a choice of the runner's own stays", () => {
    const ill = newTimeOff(MONDAY);
    expect(ill).toMatchObject({ reason: "illness", sessions: "none", from: MONDAY });
    expect(withReason(ill, "travel").sessions).toBe("withoutKit");
    expect(withReason({ ...ill, sessions: "withoutKit" }, "injury").sessions).toBe("withoutKit");
  });
});
