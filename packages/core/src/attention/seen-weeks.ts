import { countedForTheirWeek, type DoneSession as TimedSession } from "../adherence";
import { addDays, daysBetween, mondayOf, type LocalDate } from "../calendar";
import type { PlanSession, PlanWeek, SessionState } from "../plan/types";
import { loadDone, PROGRAMME_WEEKS, type Prescription } from "../programme";
import type { LoggedSet, SessionLogFields } from "../record";
import { setsIn, type SetsByPattern } from "./muscle-groups";
import { setsAsked, setsLogged } from "./sets-done";
import { LOOK_BACK_WEEKS } from "./thresholds";
import type { AttentionInput } from "./types";

/** A session that was done, of the plan or beside it. */
export interface SeenSession {
  readonly date: LocalDate;
  readonly prescription: Prescription;
  /** As logged, for loads; empty when it was only ticked. */
  readonly logged: Readonly<Record<string, LoggedSet>>;
  /** What was done; of a session that was only ticked, what was asked. */
  readonly sets: SetsByPattern;
  /** Of the plan, or beside it and with something for the legs; core, upper body and mobility beside it fit any week. */
  readonly countsAsSession: boolean;
}

/** A week of the plan that has begun. */
export interface SeenWeek {
  readonly plan: PlanWeek;
  readonly isOver: boolean;
  /** Sessions of the plan that it asks and that are not excused; of those that are only offered (ADH20), the ones that were done. */
  readonly asked: readonly PlanSession[];
  /** Counted in this week (ADH15), in order of their day. */
  readonly done: readonly SeenSession[];
}

/** The last weeks of the plan up to today, oldest first; empty before the first day and after the last week. Nothing older is read. */
export function seenWeeks({ plan, extras }: AttentionInput): readonly SeenWeek[] {
  const { today, startDate } = plan;
  if (plan.currentWeek < 0 || today < startDate) return [];
  const oldest = addDays(mondayOf(today), -7 * (LOOK_BACK_WEEKS - 1));
  const weeks = plan.weeks.filter(({ monday }) => oldest <= monday && monday <= today);
  const done = doneByWeek(weeks);
  for (const log of extras)
    if (isBeside(log, { from: oldest > startDate ? oldest : startDate, today }))
      done.get(mondayOf(log.date))?.push(besideThePlan(log));
  return weeks.map((week) => ({
    plan: week,
    isOver: addDays(week.monday, 7) <= today,
    asked: week.sessions.filter((session) => isAsked(session, week.ask)),
    done: (done.get(week.monday) ?? []).toSorted((one, other) => daysBetween(other.date, one.date)),
  }));
}

/** In race week and in the weeks after a race. */
const OFFERED: readonly PlanWeek["ask"][] = ["T1", "L", "none"];

function isAsked(session: PlanSession, ask: PlanWeek["ask"]): boolean {
  return OFFERED.includes(ask) ? isDone(session) : session.state.status !== "excused";
}

type DoneState = Extract<SessionState, { readonly credit: number }>;
type Done = PlanSession & { readonly state: DoneState };

function doneByWeek(weeks: readonly PlanWeek[]): Map<LocalDate, SeenSession[]> {
  const all = weeks.flatMap((week) =>
    week.sessions.filter(isDone).map((session) => ({ session, timed: timedOf(session, week.monday) })),
  );
  const counted = countedForTheirWeek(all.map(({ timed }) => timed));
  const byWeek = new Map<LocalDate, SeenSession[]>(weeks.map(({ monday }) => [monday, []]));
  for (const { session, timed } of all)
    byWeek.get(counted.has(timed.id) ? timed.monday : mondayOf(session.state.date))?.push(ofThePlan(session));
  return byWeek;
}

function timedOf({ id, state, startTime, legLoad }: Done, monday: LocalDate): TimedSession {
  return { id, monday, start: { date: state.date, time: startTime }, legLoad: legLoad.class };
}

function isDone(session: PlanSession): session is Done {
  return "credit" in session.state;
}

function ofThePlan({ state, prescription, sets }: Done): SeenSession {
  const isTicked = state.dose > 0 && Object.keys(sets).length === 0;
  return {
    date: state.date,
    prescription,
    logged: sets,
    sets: isTicked ? setsAsked(prescription) : setsLogged(sets),
    countsAsSession: true,
  };
}

/** Everything before it counts as known, as where the plan reads sessions beside it. */
const KNOWN = { exposures: PROGRAMME_WEEKS };

function besideThePlan(log: SessionLogFields): SeenSession {
  const { date, prescription, sets, ending } = log;
  return {
    date,
    prescription,
    logged: sets,
    sets: ending === "ticked" ? setsAsked(prescription) : setsLogged(sets),
    countsAsSession: loadDone(log, KNOWN).class !== "none",
  };
}

/** Whether a log is of a session beside the plan that is over and has something in it, within these days. */
function isBeside(
  log: SessionLogFields,
  { from, today }: { readonly from: LocalDate; readonly today: LocalDate },
): boolean {
  const { slot, date, ending } = log;
  if (slot !== undefined || date < from || date > today) return false;
  if (ending === "ticked") return true;
  return (ending !== undefined || date < today) && Object.values(log.sets).some(({ state }) => state !== "skipped");
}

/** Whether anything for strength was done; balance and mobility alone are something else. */
export function hasStrength({ done }: SeenWeek): boolean {
  return done.some(({ sets }) => setsIn("all", sets) > 0);
}

/** The last weeks that are over, at most `count`, oldest first. */
export function lastOver(weeks: readonly SeenWeek[], count: number): readonly SeenWeek[] {
  return weeks.filter(({ isOver }) => isOver).slice(-count);
}
