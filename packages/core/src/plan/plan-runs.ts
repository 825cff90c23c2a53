import { mondayOf, type LocalDate } from "../calendar";
import { DEFAULT_RUN_TIME, runsOfWeek, type PlannedRun } from "../run";
import { runLogId, type RecordId, type RunLogFields } from "../record";
import type { RunnerFacts } from "./runner-facts";
import type { PlanRun } from "./types";

/** The runs of each week by its Monday: planned, logged or both, in order of their start. A logged run stands where it was run. */
export function runsByWeek(
  facts: RunnerFacts,
  mondays: readonly LocalDate[],
): ReadonlyMap<LocalDate, readonly PlanRun[]> {
  const weeks = new Map<LocalDate, PlanRun[]>(mondays.map((monday) => [monday, []]));
  const unmatched = new Map(facts.runLogs);
  for (const monday of mondays)
    for (const planned of runsOfWeek(facts.weeklyRuns, monday)) {
      const logId = runLogId(facts.runner, planned.id);
      const log = unmatched.get(logId);
      unmatched.delete(logId);
      const run = log === undefined ? plannedRun(planned, logId) : loggedRun(facts, { logId, log, planned });
      weeks.get(mondayOf(run.date))?.push(run);
    }
  for (const [logId, log] of unmatched)
    weeks.get(mondayOf(log.date))?.push(loggedRun(facts, { logId, log, planned: null }));
  for (const runs of weeks.values()) runs.sort(byStart);
  return weeks;
}

/** A run as the placement rules read it: what was run, else what is planned. */
export function toPlannedRun(run: PlanRun): PlannedRun {
  const { date, startTime, kind, minutes, km } = run;
  return { id: run.planned?.id ?? run.logId, date, startTime, kind, minutes, km };
}

function plannedRun(planned: PlannedRun, logId: RecordId): PlanRun {
  const { date, startTime, kind, minutes, km } = planned;
  return { planned, logId, date, startTime, kind, minutes, km, logged: null };
}

interface Logged {
  readonly logId: RecordId;
  readonly log: RunLogFields;
  readonly planned: PlannedRun | null;
}

function loggedRun(facts: RunnerFacts, { logId, log, planned }: Logged): PlanRun {
  const feel = facts.feels.get(logId);
  return {
    planned,
    logId,
    date: log.date,
    startTime: log.startTime ?? planned?.startTime ?? null,
    kind: log.kind,
    minutes: log.minutes,
    km: log.km ?? null,
    logged: { effort: log.effort ?? null, feel: feel?.feel ?? null, late: feel?.late ?? false },
  };
}

function byStart(one: PlanRun, other: PlanRun): number {
  const key = (run: PlanRun) => `${run.date} ${run.startTime ?? DEFAULT_RUN_TIME} ${run.logId}`;
  return key(one) < key(other) ? -1 : 1;
}
