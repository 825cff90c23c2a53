import { mondayOf, type LocalDate } from "../calendar";
import { DEFAULT_RUN_TIME, runsOfWeek, type PlannedRun } from "../run";
import type { RunWithEffort } from "../placement";
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
    for (const planned of plannedRunsOf(facts, monday)) {
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

/** Runs that were logged before the weeks: what running was usual then. */
export function runsBefore({ runLogs }: RunnerFacts, monday: LocalDate): readonly RunWithEffort[] {
  return [...runLogs]
    .filter(([, { date }]) => date < monday)
    .map(([id, { date, startTime, kind, minutes, km, effort }]) => ({
      id,
      date,
      startTime: startTime ?? null,
      kind,
      minutes,
      km: km ?? null,
      effort: effort ?? null,
    }));
}

/** A run as the placement rules read it: what was run, else what is planned. */
export function toPlannedRun(run: PlanRun): RunWithEffort {
  const { date, startTime, kind, minutes, km, planned, logged } = run;
  const goal = planned?.goal;
  return {
    id: planned?.id ?? run.logId,
    date,
    startTime,
    kind,
    minutes,
    km,
    ...(goal === undefined ? {} : { goal }),
    ...(logged === null ? {} : { effort: logged.effort }),
  };
}

/** What is planned for a week: the weekly runs and the goal races; on the day of a race the weekly runs make way. */
function plannedRunsOf({ weeklyRuns, races }: RunnerFacts, monday: LocalDate): readonly PlannedRun[] {
  const here = races.filter(({ date }) => mondayOf(date) === monday);
  const raceDays = new Set(here.map(({ date }) => date));
  return [...runsOfWeek(weeklyRuns, monday).filter(({ date }) => !raceDays.has(date)), ...here];
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
