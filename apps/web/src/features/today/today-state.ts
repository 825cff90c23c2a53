import { addDays, daysBetween, type LocalDate } from "@legwork/core/calendar";
import type { Reason } from "@legwork/core/placement";
import type { Plan, PlanRun, PlanSession, PlanWeek } from "@legwork/core/plan";

/** The one answer of today. */
export type TodayState =
  | {
      readonly kind: "beforeStart";
      readonly week: PlanWeek;
      /** The day from which the plan asks for something: a start late in a week begins with the next Monday. */
      readonly begins: LocalDate;
      readonly daysToGo: number;
      readonly first: PlanSession | null;
    }
  /** Something can be done now: today's session, one begun, or one that still waits this week. */
  | { readonly kind: "session"; readonly week: PlanWeek; readonly session: PlanSession }
  | { readonly kind: "done"; readonly week: PlanWeek; readonly session: PlanSession; readonly next: PlanSession | null }
  | {
      readonly kind: "rest";
      readonly week: PlanWeek;
      readonly next: PlanSession | null;
      /** The time off that today belongs to; null on a day that the plan leaves free. */
      readonly away: Reason | null;
    }
  | { readonly kind: "over"; readonly week: PlanWeek };

/** What today asks, from the plan. Null for a plan without weeks. */
export function todayOf(plan: Plan): TodayState | null {
  const week = plan.weeks[plan.currentWeek];
  if (week === undefined) return outsideThePlan(plan);
  const { today } = plan;
  const open = week.sessions.filter(({ state }) => state.status === "started" || state.status === "due");
  const done = week.sessions.find((each) => doneOn(each) === today);
  // One that still waits from earlier is not asked for on top of what was done, or stopped for pain, today.
  const waiting = done === undefined ? open[0] : undefined;
  const away = awayToday(open, today);
  const started = open.find(({ state }) => state.status === "started");
  const session = started ?? (away === null ? (open.find(({ date }) => date === today) ?? waiting) : undefined);
  if (session !== undefined) return { kind: "session", week, session };
  if (today < plan.startDate) return beforeStart(plan, week);
  const next = nextSession(plan);
  return done === undefined ? { kind: "rest", week, next, away } : { kind: "done", week, session: done, next };
}

/** Nothing is asked on a day of time off, also of a session that was agreed before it was known. */
function awayToday(open: readonly PlanSession[], today: LocalDate): Reason | null {
  const said = open.map(({ date, breaks, rejected }) =>
    date === today ? breaks : (rejected.find((each) => each.date === today)?.reason ?? null),
  );
  return said.find((reason) => reason?.rule === "away") ?? null;
}

/** The runs of one day, planned and logged. */
export function runsOn(plan: Plan, date: LocalDate): readonly PlanRun[] {
  return plan.weeks.flatMap((week) => week.runs).filter((run) => run.date === date);
}

/** How long a run is still asked about. Our own choice: after two days nobody knows how the legs were. */
const ASK_FOR_DAYS = 2;

/** The latest run before today that nobody has said anything about. */
export function unansweredRun(plan: Plan): PlanRun | null {
  const from = addDays(plan.today, -ASK_FOR_DAYS);
  const waiting = plan.weeks
    .flatMap((week) => week.runs)
    .filter((run) => run.logged === null && run.planned !== null && run.date >= from && run.date < plan.today)
    .filter((run) => run.date >= plan.startDate);
  return waiting.at(-1) ?? null;
}

function outsideThePlan(plan: Plan): TodayState | null {
  const first = plan.weeks[0];
  const last = plan.weeks.at(-1);
  if (first === undefined || last === undefined) return null;
  return plan.today < first.monday ? beforeStart(plan, first) : { kind: "over", week: last };
}

function beforeStart(plan: Plan, week: PlanWeek): TodayState {
  const begins = plan.startDate > week.monday ? plan.startDate : week.monday;
  return {
    kind: "beforeStart",
    week,
    begins,
    daysToGo: daysBetween(plan.today, begins),
    first: week.sessions[0] ?? null,
  };
}

function nextSession(plan: Plan): PlanSession | null {
  const sessions = plan.weeks.slice(plan.currentWeek).flatMap((week) => week.sessions);
  return sessions.find(({ state, date }) => state.status === "ahead" && date > plan.today) ?? null;
}

function doneOn({ state }: PlanSession): LocalDate | null {
  return state.status === "done" || state.status === "partly" || state.status === "moved" ? state.date : null;
}
