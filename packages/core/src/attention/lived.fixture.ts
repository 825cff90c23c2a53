import { addDays, type LocalDate } from "../calendar";
import type { Pattern } from "../exercise";
import type { PlanRecord, PlanSession, PlanWeek } from "../plan";
import { readBody, type LoggedSet, type SessionLogFields } from "../record";
import { begunRunner, day, livedWeeks, planOn, runnerOf, sessionLog, setsDone, type LiveWeek } from "../testing";
import { findMistakes, type AttentionInput, type Mistake, type MistakeRule } from "./index";

export const runner = runnerOf();
/** Monday of week 1. */
export const MONDAY = day("2026-11-16");

export interface Told {
  readonly weeks: number;
  readonly live?: LiveWeek;
  readonly begun?: readonly PlanRecord[];
  /** Days since the Monday of week 1; the Monday after the weeks that were lived when left out. */
  readonly today?: number;
  readonly beside?: readonly PlanRecord[];
  readonly chosen?: AttentionInput["chosen"];
}

/** What is found on a day in the records of a runner who lived these weeks. */
export function told({ weeks, live, begun, today, beside = [], chosen }: Told): readonly Mistake[] {
  const records = [...livedWeeks({ runner, begun: begun ?? begunRunner(runner), weeks }, live), ...beside];
  return mistakesOn(records, addDays(MONDAY, today ?? 7 * weeks), chosen);
}

export function mistakesOn(
  records: readonly PlanRecord[],
  today: LocalDate,
  chosen?: AttentionInput["chosen"],
): readonly Mistake[] {
  const plan = planOn(runner, records, today);
  return findMistakes({ plan, extras: extrasOf(records), ...(chosen === undefined ? {} : { chosen }) });
}

/** Logs beside the plan among records. */
export function extrasOf(records: readonly PlanRecord[]): readonly SessionLogFields[] {
  return records.flatMap(({ kind, body }) => {
    if (kind !== "session_log") return [];
    const reading = readBody("session_log", body);
    return reading.ok && reading.fields.slot === undefined ? [reading.fields] : [];
  });
}

export function rulesOf(mistakes: readonly Mistake[]): readonly MistakeRule[] {
  return mistakes.map(({ rule }) => rule);
}

/** The log of a planned session, done, with `count` more sets of a pattern. */
export function withSetsOf(
  session: PlanSession,
  week: PlanWeek,
  { pattern, count }: { readonly pattern: Pattern; readonly count: number },
): PlanRecord {
  const added = Array.from({ length: count }, (_, index): readonly [string, LoggedSet] => [
    `added-${index}`,
    { pattern, state: "done", amount: 10 },
  ]);
  return sessionLog(session, { monday: week.monday, sets: { ...setsDone(session), ...Object.fromEntries(added) } });
}

/** The log of a planned session in which only some of its sets were done. */
export function withoutSets(
  session: PlanSession,
  week: PlanWeek,
  isDone: (set: LoggedSet, index: number) => boolean,
): PlanRecord {
  const sets = Object.entries(setsDone(session)).filter(([, set], index) => isDone(set, index));
  return sessionLog(session, { monday: week.monday, sets: Object.fromEntries(sets) });
}
