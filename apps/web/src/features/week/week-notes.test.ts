import { describe, expect, test } from "vitest";
import type { LocalDate } from "@legwork/core/calendar";
import { draftPlan, type Plan, type PlanWeek } from "@legwork/core/plan";
import type { ProgrammeFields } from "@legwork/core/record";
import { SAMPLE_WEEK } from "@legwork/core/run";
import { barHeight, hasGoalRace, phaseSpans } from "./phase-spans";
import { weekNotes } from "./week-notes";

const START = "2026-11-30" as LocalDate;

function planWith(change: Partial<ProgrammeFields>): Plan {
  const runs = Object.fromEntries(
    SAMPLE_WEEK.runs.map(({ id, day, kind, minutes }) => [id, { day, kind, minutes }] as const),
  );
  const programme = { startDate: START, zone: "UTC", kit: "dumbbells", lockedDays: {}, ...change } as const;
  return draftPlan({ programme, runs, today: START });
}

const date = (text: string) => text as LocalDate;
const weekOf = (plan: Plan, week: number) => plan.weeks[week - 1] as PlanWeek;
const HALF = { races: { one: { date: date("2027-01-17"), distance: "half", minutes: 120 } } } as const;
const ILL = {
  timeOff: { one: { from: date("2027-02-01"), to: date("2027-02-07"), reason: "illness", sessions: "none" } },
} as const;

describe("what a week has to say", () => {
  test("a week as planned says nothing", () => {
    expect(weekNotes(weekOf(planWith({}), 6))).toEqual([]);
  });

  test("race week says why it asks for less, and its bar is half as high with a flag", () => {
    const week = weekOf(planWith(HALF), 7);
    expect(weekNotes(week)).toMatchObject([{ kind: "asksLess", reason: { rule: "C17", code: "raceWeek" } }]);
    expect(barHeight(week)).toBe("half");
    expect(hasGoalRace(week)).toBe(true);
    expect(hasGoalRace(weekOf(planWith(HALF), 8))).toBe(false);
  });

  test("a week of illness asks for none and says so", () => {
    const week = weekOf(planWith(ILL), 10);
    expect(weekNotes(week)).toMatchObject([{ kind: "asksNone", reason: { code: "awayWeek", away: "illness" } }]);
    expect(barHeight(week)).toBe("line");
  });

  test("a run far longer than the last ones is told with both lengths", () => {
    const run = { id: "x", kind: "long", date: date("2027-01-02"), minutes: 150, startTime: null, km: null } as const;
    expect(weekNotes({ ...weekOf(planWith({}), 5), spike: { run, longest: 90 } })).toMatchObject([
      { kind: "longRunJump", reason: { rule: "C16", found: 150, needed: 90, run: { date: "2027-01-02" } } },
    ]);
  });
});

describe("the phases in the strip", () => {
  test("three of four weeks when nothing comes between", () => {
    expect(phaseSpans(planWith({}).weeks)).toEqual([
      { phase: 1, from: 0, weeks: 4 },
      { phase: 2, from: 4, weeks: 4 },
      { phase: 3, from: 8, weeks: 4 },
    ]);
  });

  test("a race and a week off make a phase longer, and together they fill the twelve weeks", () => {
    const spans = phaseSpans(planWith({ ...HALF, ...ILL }).weeks);
    expect(spans[1]?.weeks).toBeGreaterThan(4);
    expect(spans.reduce((sum, { weeks }) => sum + weeks, 0)).toBe(12);
  });
});
