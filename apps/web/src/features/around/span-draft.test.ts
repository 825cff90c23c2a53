import { describe, expect, test } from "vitest";
import type { LocalDate } from "@legwork/core/calendar";
import { newTimeOff, readSpan, timeOffEntry, togglePattern, withReason } from "./span-draft";

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

  test("an entry carries how ill for an illness, the patterns that hurt for an injury, and neither for another reason", () => {
    const said = { ...newTimeOff(MONDAY), illness: "feverOrChest", patterns: ["P5"] } as const;
    const days = { from: MONDAY, to: MONDAY };
    expect(timeOffEntry(said, days)).toEqual({ ...days, reason: "illness", sessions: "none", illness: "feverOrChest" });
    expect(timeOffEntry({ ...said, reason: "injury" }, days)).toEqual({
      ...days,
      reason: "injury",
      sessions: "none",
      patterns: ["P5"],
    });
    expect(timeOffEntry({ ...said, reason: "travel" }, days)).toEqual({ ...days, reason: "travel", sessions: "none" });
    expect(timeOffEntry(newTimeOff(MONDAY), days)).not.toHaveProperty("illness");
  });

  test("a second tap takes a pattern out again", () => {
    const hurt = togglePattern(togglePattern(newTimeOff(MONDAY), "P5"), "P8");
    expect(hurt.patterns).toEqual(["P5", "P8"]);
    expect(togglePattern(hurt, "P5").patterns).toEqual(["P8"]);
  });
});
