import { addDays, daysBetween, type LocalDate } from "../calendar";
import { AS_NEW_DAYS } from "../programme";
import type { HealthFields } from "../record/kinds";
import { afterPreCheck } from "./after-session";
import { beginWeek, endWeek, startOf, stateOnMonday, trainWeek, withRamp } from "./fold-week";
import type { AdaptInput, DoneSession } from "./input";
import { frameOf, keepWeeks, keptWeeks, readingOf, type FoldedWeek } from "./kept-weeks";
import { withChosen } from "./ladders";
import { lessonOf } from "./lesson";
import type { Decision, TrainingState } from "./types";

export interface Adaptation {
  /** Weeks that have begun, oldest first; the last one is running. */
  readonly weeks: readonly FoldedWeek[];
  /** As it is now, before the next session. */
  readonly state: TrainingState;
  /** In the order in which they were made. */
  readonly decisions: readonly Decision[];
  /** The last day with a session of class light or above. */
  readonly lastLegs: LocalDate | null;
  /** Sessions done since the last gap of 42 days and more. */
  readonly sessionsDone: number;
}

/**
 * Everything that the records say about the next session, week by week from the start: the same answer on every device. Total: what
 * cannot be read teaches nothing.
 */
export function adapt(input: AdaptInput): Adaptation {
  const byWeek = sessionsByWeek(input);
  const nextHealth = healthBeforeNext(input);
  const frame = frameOf(input);
  const steps = keptWeeks(frame, { input, byWeek, nextHealth });
  const since = input.decisionsFrom === undefined ? "" : addDays(input.decisionsFrom, -6);
  const decisions = steps.flatMap((step) => (step.week.monday < since ? [] : step.decisions));
  const weeks = steps.map(({ folded }) => folded);
  let course = steps.at(-1)?.after ?? startOf(input);
  for (const [index, week] of input.weeks.entries()) {
    if (index < steps.length) continue;
    const sessions = byWeek[index] ?? [];
    const isRunning = index + 1 === input.weeks.length;
    const begun = beginWeek(course, { input, week, sessions });
    const stateKnown = isRunning ? stateOnMonday(course, { input, week, sessions }) : begun.state;
    const folded = { monday: week.monday, pointer: begun.pointer, state: begun.state, stateKnown };
    const trained = trainWeek(begun, { input, week, sessions, nextHealth });
    const ended = isRunning ? null : endWeek(trained, { input, week, index, sessions });
    const decided = [...begun.decisions, ...trained.decisions, ...(ended?.decisions ?? [])];
    weeks.push(folded);
    if (week.monday >= since) decisions.push(...decided);
    course =
      ended === null ? trained : { ...ended, ended: { begun: { ...begun, ended: null }, week, index, sessions } };
    if (!isRunning)
      steps.push({ ...readingOf({ input, nextHealth }, week, sessions), folded, decisions: decided, after: course });
  }
  keepWeeks(frame, steps);
  const until = { since: course.readUntil, until: input.today };
  const state = withRamp(withChosen(course.state, input.adjustments, until), input, until);
  return {
    weeks,
    state: afterPreCheck(state, input.beforeNext),
    decisions,
    lastLegs: course.lastLegs,
    sessionsDone: doneSinceLongGap(input.sessions),
  };
}

// What was done before such a gap counts as new again: for the gate of the spring drills too.
function doneSinceLongGap(sessions: readonly DoneSession[]): number {
  let count = 0;
  let lastLegs: LocalDate | null = null;
  for (const { log } of sessions) {
    if (lessonOf(log).isLegs) {
      if (lastLegs !== null && daysBetween(lastLegs, log.date) >= AS_NEW_DAYS) count = 0;
      lastLegs = log.date;
    }
    count += 1;
  }
  return count;
}

function sessionsByWeek({ weeks, sessions }: AdaptInput): readonly (readonly DoneSession[])[] {
  const byWeek: DoneSession[][] = weeks.map(() => []);
  const first = weeks[0]?.monday;
  if (first === undefined) return byWeek;
  for (const session of sessions) byWeek[Math.floor(daysBetween(first, session.log.date) / 7)]?.push(session);
  return byWeek;
}

function healthBeforeNext({ sessions, beforeNext }: AdaptInput): ReadonlyMap<DoneSession, HealthFields | null> {
  return new Map(
    sessions.map((session, index) => [
      session,
      index + 1 < sessions.length ? (sessions[index + 1]?.health ?? null) : beforeNext,
    ]),
  );
}
