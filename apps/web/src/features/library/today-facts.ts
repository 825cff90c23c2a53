import type { Plan, PlanSession, PlanWeek } from "@legwork/core/plan";
import type { Level } from "@legwork/core/session-library";

/** The planned session that a session of the library can replace now. */
export interface PlannedToday {
  readonly week: PlanWeek;
  readonly session: PlanSession;
  /** True when it stands on today: the library is then read as if done in its place. */
  readonly standsToday: boolean;
}

/** Today's session that is due, else one of this week that still waits; null when there is none, or one was begun. */
export function plannedToday(plan: Plan): PlannedToday | null {
  const week = plan.weeks[plan.currentWeek];
  if (week === undefined || week.sessions.some(({ state }) => state.status === "started")) return null;
  const due = week.sessions.filter(({ state }) => state.status === "due");
  const session = due.find(({ date }) => date === plan.today) ?? due[0];
  return session === undefined ? null : { week, session, standsToday: session.date === plan.today };
}

/** From this programme week on, and after so many sessions, hops and jumps begin. Expert practice. */
const FIRST_SPRING_WEEK = 5;
const SESSIONS_BEFORE_SPRINGS = 6;

/** Whether what can be counted of the gate of the spring drills is open; pain and calf strength are for the runner to know. */
export function isSpringGateOpen(plan: Plan): boolean {
  const week = plan.weeks[plan.currentWeek];
  const sessions = plan.weeks.flatMap((each) => each.sessions);
  const done = sessions.filter(({ state }) => state.status === "done" || state.status === "moved");
  const isOver = week === undefined && plan.weeks.some(({ monday }) => monday <= plan.today);
  return (isOver || (week?.programmeWeek ?? 0) >= FIRST_SPRING_WEEK) && done.length >= SESSIONS_BEFORE_SPRINGS;
}

const LEVEL_OF_PHASE: Readonly<Record<PlanWeek["phase"], Level>> = { 1: "foundation", 2: "build", 3: "strong" };

/** The level of the runner's present phase; before the twelve weeks the first one, after them the last. */
export function levelOf(plan: Plan): Level {
  const begun = plan.weeks.filter(({ monday }) => monday <= plan.today);
  return LEVEL_OF_PHASE[begun.at(-1)?.phase ?? 1];
}
