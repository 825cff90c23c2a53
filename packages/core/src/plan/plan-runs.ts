import { mondayOf, type LocalDate } from "../calendar";
import { DEFAULT_RUN_TIME, runsOfWeek, type PlannedRun } from "../run";
import type { RunWithEffort } from "../placement";
import { runLogId, type RecordId, type RunFeelFields, type RunLogFields } from "../record";
import type { RunnerFacts } from "./runner-facts";
import type { PlanRun } from "./types";

/** The runs of each week by its Monday: planned, logged or both, in order of their start. A logged run stands where it was run. */
export function runsByWeek(
  facts: RunnerFacts,
  mondays: readonly LocalDate[],
): ReadonlyMap<LocalDate, readonly PlanRun[]> {
  const { runner, weeklyRuns, runLogs, feels } = facts;
  const question = JSON.stringify([runner, facts.races, mondays[0], mondays.length]);
  const known = kept.find(
    (each) =>
      each.question === question &&
      each.weeklyRuns === weeklyRuns &&
      isSameMap(each.runLogs, runLogs) &&
      isSameMap(each.feels, feels),
  );
  if (known !== undefined) return known.weeks;
  const weeks = readRunsByWeek(facts, mondays);
  kept.unshift({ question, weeklyRuns, runLogs, feels, weeks });
  kept.length = Math.min(kept.length, RUNNERS_KEPT);
  return weeks;
}

interface Kept extends Pick<RunnerFacts, "weeklyRuns" | "runLogs" | "feels"> {
  readonly question: string;
  readonly weeks: ReadonlyMap<LocalDate, readonly PlanRun[]>;
}

// A tap on a set leaves all runs as they were: the weeks of the last few runners are kept. Our own choice.
const kept: Kept[] = [];
const RUNNERS_KEPT = 4;

function isSameMap<Key, Value>(one: ReadonlyMap<Key, Value>, other: ReadonlyMap<Key, Value>): boolean {
  if (one.size !== other.size) return false;
  const others = other.entries();
  for (const [key, value] of one) {
    const next = others.next().value;
    if (next === undefined || next[0] !== key || next[1] !== value) return false;
  }
  return true;
}

function readRunsByWeek(facts: RunnerFacts, mondays: readonly LocalDate[]): ReadonlyMap<LocalDate, readonly PlanRun[]> {
  const weeks = new Map<LocalDate, PlanRun[]>(mondays.map((monday) => [monday, []]));
  const unmatched = new Map(facts.runLogs);
  for (const monday of mondays)
    for (const planned of plannedRunsOf(facts, monday)) {
      const logId = logIdOf(facts.runner, planned);
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
  const known = plannedBy.get(run);
  if (known !== undefined) return known;
  const read = readPlannedRun(run);
  plannedBy.set(run, read);
  return read;
}

const plannedBy = new WeakMap<PlanRun, RunWithEffort>();

function readPlannedRun(run: PlanRun): RunWithEffort {
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

const weeksOf = new WeakMap<RunnerFacts["weeklyRuns"], Map<LocalDate, readonly PlannedRun[]>>();

// Years of weeks are asked for at every tap.
function weeklyRunsIn({ weeklyRuns }: RunnerFacts, monday: LocalDate): readonly PlannedRun[] {
  const weeks = weeksOf.get(weeklyRuns) ?? new Map<LocalDate, readonly PlannedRun[]>();
  weeksOf.set(weeklyRuns, weeks);
  const runs = weeks.get(monday) ?? runsOfWeek(weeklyRuns, monday);
  weeks.set(monday, runs);
  return runs;
}

const logIds = new WeakMap<PlannedRun, { readonly runner: RunnerFacts["runner"]; readonly id: RecordId }>();

function logIdOf(runner: RunnerFacts["runner"], planned: PlannedRun): RecordId {
  const known = logIds.get(planned);
  if (known?.runner === runner) return known.id;
  const id = runLogId(runner, planned.id);
  logIds.set(planned, { runner, id });
  return id;
}

/** What is planned for a week: the weekly runs and the goal races; on the day of a race the weekly runs make way. */
function plannedRunsOf(facts: RunnerFacts, monday: LocalDate): readonly PlannedRun[] {
  const { races } = facts;
  if (races.length === 0) return weeklyRunsIn(facts, monday);
  const here = races.filter(({ date }) => mondayOf(date) === monday);
  const raceDays = new Set(here.map(({ date }) => date));
  return [...weeklyRunsIn(facts, monday).filter(({ date }) => !raceDays.has(date)), ...here];
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

const loggedBy = new WeakMap<
  RunLogFields,
  Logged & { readonly feel: RunFeelFields | undefined; readonly run: PlanRun }
>();

function loggedRun({ feels }: RunnerFacts, { logId, log, planned }: Logged): PlanRun {
  const feel = feels.get(logId);
  const known = loggedBy.get(log);
  if (known?.logId === logId && known.planned === planned && known.feel === feel) return known.run;
  const run = readLoggedRun({ logId, log, planned }, feel);
  loggedBy.set(log, { logId, log, planned, feel, run });
  return run;
}

function readLoggedRun({ logId, log, planned }: Logged, feel: RunFeelFields | undefined): PlanRun {
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
