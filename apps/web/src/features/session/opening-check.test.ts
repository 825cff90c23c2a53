import { describe, expect, test } from "vitest";
import { addDays, type LocalDate } from "@legwork/core/calendar";
import type { Reason } from "@legwork/core/placement";
import type { PlanRun, PlanWeek } from "@legwork/core/plan";
import type { RecordId } from "@legwork/core/record";
import { feltRuns, isTooCloseToRun } from "./opening-check";

const TODAY = "2026-12-10" as LocalDate;

function run(daysAgo: number, feel: 1 | 2 | 3 | 4 | 5 | null): PlanRun {
  return {
    planned: null,
    logId: `run${daysAgo}` as RecordId,
    date: addDays(TODAY, -daysAgo),
    startTime: null,
    kind: "easy",
    minutes: 40,
    km: null,
    logged: { effort: null, feel, late: false },
  };
}
const weekOf = (...runs: readonly PlanRun[]) => ({ runs }) as PlanWeek;

test("runs that were answered count, the latest first, none from days ahead", () => {
  const weeks = [weekOf(run(9, 3), run(6, 2)), weekOf(run(2, 1), run(1, null), run(-1, 5))];
  expect(feltRuns({ weeks, today: TODAY })).toEqual([
    { daysAgo: 2, feel: 1 },
    { daysAgo: 6, feel: 2 },
    { daysAgo: 9, feel: 3 },
  ]);
});

describe("a session today before a run", () => {
  const close: Reason = { rule: "C1", code: "tooCloseToKey", found: 12, needed: 36 };
  const other: Reason = { rule: "oneADay", code: "dayTaken" };
  const blocked = (reason: Reason) => [{ date: TODAY, status: "blocked", reason } as const];

  test("on its own day its own place decides", () => {
    expect(isTooCloseToRun({ date: TODAY, breaks: null, rejected: [] }, TODAY)).toBe(false);
    expect(isTooCloseToRun({ date: TODAY, breaks: close, rejected: [] }, TODAY)).toBe(true);
    expect(isTooCloseToRun({ date: TODAY, breaks: other, rejected: [] }, TODAY)).toBe(false);
  });

  test("on another day what the rules say to today decides", () => {
    const yesterday = addDays(TODAY, -1);
    expect(isTooCloseToRun({ date: yesterday, breaks: null, rejected: blocked(close) }, TODAY)).toBe(true);
    expect(isTooCloseToRun({ date: yesterday, breaks: close, rejected: blocked(other) }, TODAY)).toBe(false);
    expect(isTooCloseToRun({ date: yesterday, breaks: close, rejected: [] }, TODAY)).toBe(false);
  });
});
