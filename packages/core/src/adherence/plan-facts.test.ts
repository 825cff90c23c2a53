import { expect, test } from "vitest";
import { addDays, parseClockTime, parseLocalDate, type ClockTime, type LocalDate } from "../calendar";
import type { PlanSession, PlanWeek, SessionState } from "../plan/types";
import type { Prescription } from "../programme/prescription";
import type { RecordId } from "../record/kinds";
import { blockAdherence, planFacts } from "./index";

const monday = parseLocalDate("2026-10-05") as LocalDate;
const exercise = { pattern: "P3", exercise: "P3.1", sets: 4, amount: 8, unit: "reps", perSide: true } as const;

/** Session A or B of a week, on Monday (B) or Thursday (A). */
function session(week: number, slot: "A" | "B", state: SessionState): PlanSession {
  const date = addDays(monday, (week - 1) * 7 + (slot === "A" ? 3 : 0));
  const prescription: Prescription = {
    kind: slot,
    week,
    phase: 1,
    reduced: false,
    rir: 3,
    plyo: [],
    pairs: [[{ ...exercise, tempo: null, rir: 3 }]],
  };
  return {
    id: `${week}${slot}` as RecordId,
    slot,
    kind: slot,
    week,
    date,
    startTime: parseClockTime("18:00") as ClockTime,
    minutes: { superset: 20, straight: 25 },
    legLoad: { points: 8, class: "heavy" },
    why: [],
    breaks: null,
    rejected: [],
    prescription,
    state,
    movedByHand: false,
    sets: {},
  };
}

const week = (number: number, ...sessions: PlanSession[]) =>
  ({
    monday: addDays(monday, (number - 1) * 7),
    week: number,
    programmeWeek: number,
    phase: 1,
    reduced: false,
    ask: "AB" as PlanWeek["ask"],
    askedBy: null,
    spike: null,
    runs: [],
    sessions,
    shortfall: [],
    protectedStretches: [],
    toAgree: [],
  }) satisfies PlanWeek;

const doneOn = (day: number): SessionState => ({ status: "done", date: addDays(monday, day), dose: 1, credit: 1 });
const originalWeight = () => 8;

test("[ADH8] weeks that have not begun are left out, and what is ahead in the running week is not required", () => {
  const weeks = [
    week(1, session(1, "B", doneOn(0)), session(1, "A", doneOn(3))),
    week(2, session(2, "B", doneOn(7)), session(2, "A", { status: "due" })),
    week(3, session(3, "B", { status: "ahead" }), session(3, "A", { status: "ahead" })),
  ];
  const block = blockAdherence(planFacts({ weeks, today: addDays(monday, 10) }, { originalWeight }));
  expect(block).toMatchObject({ adherence: 1, sessionsDone: 3, sessionsPlanned: 3, dose: 0.75 });
});

test("[ADH15] a session done too late for its week is missed there and extra where it was done", () => {
  const weeks = [
    week(1, session(1, "B", doneOn(0)), session(1, "A", doneOn(10))),
    week(2, session(2, "B", { status: "missed" }), session(2, "A", doneOn(13))),
  ];
  const block = blockAdherence(planFacts({ weeks, today: addDays(monday, 14) }, { originalWeight }));
  expect(block.weeks.map(({ credit }) => credit)).toEqual([1, 2]);
});

test("[ADH8] a session skipped for no excuse is required, an excused one is not", () => {
  const weeks = [
    week(1, session(1, "B", { status: "skipped" }), session(1, "A", { status: "excused", reason: "illness" })),
  ];
  const block = blockAdherence(planFacts({ weeks, today: addDays(monday, 6) }, { originalWeight }));
  expect(block).toMatchObject({ adherence: 0, excused: 1, requiredWeeks: 1, keptWeeks: 0 });
});

test("[ADH20] in race week and after a race a session is offered: done it counts, not done it was not required", () => {
  const weeks = [
    week(1, session(1, "B", doneOn(0)), session(1, "A", doneOn(3))),
    { ...week(2, session(2, "A", { status: "missed" })), ask: "T1" as const },
    { ...week(3, session(3, "B", doneOn(14))), ask: "L" as const },
  ];
  const block = blockAdherence(planFacts({ weeks, today: addDays(monday, 20) }, { originalWeight }));
  expect(block).toMatchObject({ adherence: 1, sessionsDone: 3, sessionsPlanned: 3, requiredWeeks: 2, keptWeeks: 2 });
});
