import { describe, expect, test } from "vitest";
import { parseLocalDate, type LocalDate } from "@legwork/core/calendar";
import { draftPlan, type Plan, type PlanSession } from "@legwork/core/plan";
import { SAMPLE_WEEK } from "@legwork/core/run";
import { runsOn, todayOf, unansweredRun } from "./today-state";

const day = (text: string) => parseLocalDate(text) as LocalDate;
const MONDAY = day("2026-11-30");
const THURSDAY = day("2026-12-03");

function planOn(today: LocalDate, startDate = MONDAY): Plan {
  const runs = Object.fromEntries(
    SAMPLE_WEEK.runs.map(({ id, day, kind, minutes }) => [id, { day, kind, minutes }] as const),
  );
  const programme = { startDate, zone: "UTC", kit: "dumbbells", lockedDays: {} } as const;
  return draftPlan({ programme, runs, today });
}

function withStates(plan: Plan, states: Readonly<Partial<Record<string, PlanSession["state"]>>>): Plan {
  return {
    ...plan,
    weeks: plan.weeks.map((week) => ({
      ...week,
      sessions: week.sessions.map((session) => ({ ...session, state: states[session.date] ?? session.state })),
    })),
  };
}
const done = (date: LocalDate): PlanSession["state"] => ({ status: "done", date, dose: 1, credit: 1 });

describe("today's one answer", () => {
  test("on the day of a session it is that session", () => {
    const state = todayOf(withStates(planOn(THURSDAY), { [MONDAY]: done(MONDAY) }));
    expect(state).toMatchObject({ kind: "session", session: { date: THURSDAY } });
  });

  test("today's session goes before one that still waits from Monday", () => {
    expect(todayOf(planOn(THURSDAY))).toMatchObject({ kind: "session", session: { date: THURSDAY } });
  });

  test("a session that was begun goes before everything", () => {
    const begun = { status: "started", startedAt: "2026-12-03T10:00:00Z", setsDone: 2 } as const;
    expect(todayOf(withStates(planOn(THURSDAY), { [MONDAY]: begun }))).toMatchObject({
      kind: "session",
      session: { date: MONDAY },
    });
  });

  test("on a free day a missed Monday still waits, and without it the day is free and says what comes", () => {
    const tuesday = day("2026-12-01");
    expect(todayOf(planOn(tuesday))).toMatchObject({ kind: "session", session: { date: MONDAY } });
    expect(todayOf(withStates(planOn(tuesday), { [MONDAY]: done(MONDAY) }))).toMatchObject({
      kind: "rest",
      next: { date: THURSDAY },
    });
  });

  test("a day of time off asks for nothing and says why, also of a session agreed before", () => {
    const ill = { rule: "away", code: "away", date: THURSDAY, away: "illness" } as const;
    const plan = planOn(THURSDAY);
    const agreed = plan.weeks.map((week) => ({
      ...week,
      sessions: week.sessions.map((each) => (each.date === THURSDAY ? { ...each, breaks: ill } : each)),
    }));
    expect(todayOf({ ...plan, weeks: agreed })).toMatchObject({ kind: "rest", away: ill });
  });

  test("after today's session it says so, and what comes", () => {
    expect(todayOf(withStates(planOn(MONDAY), { [MONDAY]: done(MONDAY) }))).toMatchObject({
      kind: "done",
      session: { date: MONDAY },
      next: { date: THURSDAY },
    });
  });

  test("after today's session nothing that waits from Monday is asked for on top", () => {
    expect(todayOf(withStates(planOn(THURSDAY), { [THURSDAY]: done(THURSDAY) }))).toMatchObject({
      kind: "done",
      session: { date: THURSDAY },
    });
  });

  test("a start late in a week counts the days to the Monday on which it begins", () => {
    const friday = day("2026-11-27");
    expect(todayOf(planOn(friday, friday))).toMatchObject({ kind: "beforeStart", begins: MONDAY, daysToGo: 3 });
  });

  test("before the start it counts the days, after twelve weeks it is over", () => {
    expect(todayOf(planOn(day("2026-11-27")))).toMatchObject({ kind: "beforeStart", daysToGo: 3 });
    expect(todayOf(planOn(day("2027-02-22")))?.kind).toBe("over");
    expect(todayOf(planOn(day("2027-02-21")))?.kind).not.toBe("over");
  });
});

describe("runs", () => {
  test("a run of today is offered, and one older than two days is not asked about any more", () => {
    expect(runsOn(planOn(MONDAY), MONDAY).map(({ kind }) => kind)).toEqual(["easy"]);
    expect(unansweredRun(planOn(day("2026-12-04")))?.kind).toBe("key");
    expect(unansweredRun(planOn(day("2026-12-08")))?.kind).toBe("easy");
    expect(unansweredRun(planOn(MONDAY))).toBeNull();
  });
});
