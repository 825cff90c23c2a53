import { addDays, parseClockTime, type ClockTime, type LocalDate } from "@legwork/core/calendar";
import type { Plan, PlanSession, PlanWeek, SessionState } from "@legwork/core/plan";
import { isReducedWeek, phaseOf, prescribe, type Slot } from "@legwork/core/programme";
import type { RecordId } from "@legwork/core/record";
import type { RunKind } from "@legwork/core/run";
import type { Feel, FeelRun } from "@legwork/core/run-feel";

/** Monday of week 1. */
const START = "2026-07-13" as LocalDate;

/** A day of the programme, 0 = Monday of week 1. */
function dayOfProgramme(day: number): LocalDate {
  return addDays(START, day);
}

/** d done, m moved (a day later), p partly, i ill, x missed, a ahead. One letter a week. */
type Marks = string;

/** Twelve weeks with B on Monday and A on Thursday, as the marks say. */
export function planOf({ B, A, today = 84 }: { B: Marks; A: Marks; today?: number }): Plan {
  return {
    startDate: START,
    today: dayOfProgramme(today),
    block: 1,
    decisions: [],
    springGate: { open: "none", unmet: [] },
    paused: [],
    straightSets: false,
    lastLegs: null,
    weeks: Array.from({ length: 12 }, (_, index) =>
      weekOf(index + 1, [sessionOf(index + 1, "B", B[index] ?? "a"), sessionOf(index + 1, "A", A[index] ?? "a")]),
    ),
    currentWeek: today >= 84 ? -1 : Math.floor(today / 7),
  };
}

function weekOf(week: number, sessions: readonly PlanSession[]): PlanWeek {
  return {
    monday: dayOfProgramme((week - 1) * 7),
    week,
    programmeWeek: week,
    phase: phaseOf(week),
    reduced: isReducedWeek(week),
    ask: "AB",
    askedBy: null,
    spike: null,
    runs: [],
    sessions,
    shortfall: [],
    protectedStretches: [],
    toAgree: [],
  };
}

function sessionOf(week: number, slot: Slot, mark: string): PlanSession {
  const date = dayOfProgramme((week - 1) * 7 + (slot === "B" ? 0 : 3));
  return {
    id: `${week}${slot}` as RecordId,
    slot,
    kind: slot,
    week,
    date,
    startTime: parseClockTime("18:00") as ClockTime,
    minutes: { superset: 25, straight: 32 },
    legLoad: { points: 8, class: slot === "A" ? "heavy" : "moderate" },
    why: [],
    breaks: null,
    rejected: [],
    prescription: prescribe({ kind: slot, week, kit: "dumbbells", maxMinutes: null }),
    state: stateOf(mark, date),
    movedByHand: mark === "m",
    sets: {},
  };
}

function stateOf(mark: string, date: LocalDate): SessionState {
  switch (mark) {
    case "d":
      return { status: "done", date, dose: 1, credit: 1 };
    case "m":
      return { status: "moved", date: addDays(date, 1), dose: 1, credit: 1 };
    case "p":
      return { status: "partly", date, dose: 0.64, credit: 0.64 };
    case "i":
      return { status: "excused", reason: "illness" };
    case "x":
      return { status: "missed" };
    default:
      return { status: "ahead" };
  }
}

/** Solid runs: `[day, kind, feel]`. */
export function runsOf(runs: readonly (readonly [number, RunKind, Feel])[]): readonly FeelRun[] {
  return runs.map(([day, kind, feel]) => ({
    date: dayOfProgramme(day),
    startTime: null,
    kind,
    feel,
    late: false,
    ill: false,
  }));
}
