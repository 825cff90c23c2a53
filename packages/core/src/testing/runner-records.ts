import { plannedSets } from "../programme";
import type { PlanRecord, PlanSession } from "../plan";
import {
  makeBody,
  type LoggedSet,
  type ProgrammeFields,
  type RecordId,
  type RunnerId,
  type RunPlanFields,
  type SessionLogFields,
} from "../record";
import { SAMPLE_WEEK, type WeeklyRun } from "../run";
import { day, planRecord } from "./builders";

/** Weekly runs as the run plan keeps them. */
export function runsOf(weeklyRuns: readonly WeeklyRun[]): RunPlanFields["runs"] {
  return Object.fromEntries(
    weeklyRuns.map(({ id, day, kind, minutes, startTime, km }) => [
      id,
      { day, kind, minutes, ...(startTime === null ? {} : { startTime }), ...(km === null ? {} : { km }) },
    ]),
  );
}

/** Starts on Monday 16 November 2026 with dumbbells. */
export const SAMPLE_PROGRAMME: ProgrammeFields = {
  startDate: day("2026-11-16"),
  zone: "Europe/Amsterdam",
  kit: "dumbbells",
  lockedDays: {},
};

/** The records of a runner who has just begun with the sample week. */
export function begunRunner(
  runner: RunnerId,
  {
    programme = {},
    runs = runsOf(SAMPLE_WEEK.runs),
  }: { readonly programme?: Partial<ProgrammeFields>; readonly runs?: RunPlanFields["runs"] } = {},
): readonly PlanRecord[] {
  return [
    planRecord(runner, "programme", { fields: { ...SAMPLE_PROGRAMME, ...programme } }),
    planRecord(runner, "run_plan", { fields: { runs } }),
  ];
}

/** The first `count` planned sets of a session, done as asked; all of them when `count` is left out. */
export function setsDone(session: PlanSession, count = Infinity): Readonly<Record<string, LoggedSet>> {
  return Object.fromEntries(
    plannedSets(session.prescription)
      .slice(0, count)
      .map(({ entry, exercise }) => [
        entry,
        { pattern: exercise.pattern, state: "done", amount: exercise.amount } as const,
      ]),
  );
}

type LogChanges = Partial<SessionLogFields> & { readonly monday: SessionLogFields["monday"] };

/** The log of a planned session, done in full on its day unless said otherwise. */
export function sessionLog(session: PlanSession, changes: LogChanges): PlanRecord {
  return openLog(session, { ending: "finished", sets: setsDone(session), ...changes });
}

/** The log of a session that was started and not ended. */
export function openLog(session: PlanSession, changes: LogChanges): PlanRecord {
  const fields: SessionLogFields = {
    slot: session.slot,
    kind: session.prescription.kind,
    prescription: session.prescription,
    date: session.date,
    startedAt: `${session.date}T17:00:00.000Z`,
    mode: "superset",
    sets: {},
    rir: {},
    ...changes,
  };
  return { id: session.id, kind: "session_log", body: makeBody("session_log", fields), deleted: false };
}

/** How the run of `runLog` felt. */
export function feelRecord(
  runner: RunnerId,
  { runLog, date, feel }: { readonly runLog: RecordId; readonly date: string; readonly feel: 1 | 2 | 3 | 4 | 5 },
): PlanRecord {
  return planRecord(runner, "run_feel", { key: runLog, fields: { run: runLog, date: day(date), feel } });
}
