import type { Plan, PlanSession, PlanWeek } from "@legwork/core/plan";
import type { Springs } from "./library-groups";
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

/** How far the gate of the spring drills is open. */
export function springsOf({ springGate }: Pick<Plan, "springGate">): Springs {
  if (springGate.open === "none") return "gateClosed";
  return springGate.open === "oneLeg" ? "open" : "twoLegs";
}

const LEVEL_OF_PHASE: Readonly<Record<PlanWeek["phase"], Level>> = { 1: "foundation", 2: "build", 3: "strong" };

/** The level of the runner's present phase; before the start the first one. */
export function levelOf(plan: Plan): Level {
  const begun = plan.weeks.filter(({ monday }) => monday <= plan.today);
  return LEVEL_OF_PHASE[begun.at(-1)?.phase ?? 1];
}
