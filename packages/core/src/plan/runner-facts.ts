import { daysToWait } from "../adaptation";
import { addDays, type LocalDate } from "../calendar";
import { DEFAULT_SETTINGS, type PlacementSettings, type TimeOff } from "../placement";
import type { Slot } from "../programme";
import {
  adjustmentsId,
  healthId,
  programmeId,
  readBody,
  runPlanId,
  sessionLogId,
  weekPlanId,
  type AdjustmentsFields,
  type Body,
  type FieldsByKind,
  type HealthFields,
  type ProgrammeFields,
  type RecordId,
  type RecordKind,
  type RunFeelFields,
  type RunLogFields,
  type RunnerId,
  type RunPlanFields,
  type SessionLogFields,
  type StrengthTestFields,
  type TimeOffEntry,
  type WeekPlanFields,
} from "../record";
import type { PlannedRun, WeeklyRun } from "../run";
import { readScreening, type Screening } from "../safety";
import type { SyncedRecord } from "../wire";

/** What the plan reads of a record: server state with the pending patches laid over it. */
export type PlanRecord = Pick<SyncedRecord, "id" | "kind" | "body" | "deleted">;

/** A runner's records as the plan reads them. */
export interface RunnerFacts {
  readonly runner: RunnerId;
  readonly programme: ProgrammeFields;
  readonly settings: PlacementSettings;
  readonly weeklyRuns: readonly WeeklyRun[];
  /** Goal races, as runs. */
  readonly races: readonly PlannedRun[];
  readonly timeOff: readonly TimeOff[];
  /** Blocks marked as peak volume. */
  readonly peaks: readonly { readonly from: LocalDate; readonly to: LocalDate }[];
  readonly weekPlan: (monday: LocalDate) => WeekPlanFields | null;
  readonly sessionLog: (monday: LocalDate, slot: Slot) => SessionLogFields | null;
  /** Sessions done beside the plan. */
  readonly extras: readonly SessionLogFields[];
  /** All sessions with a log. */
  readonly sessionLogs: ReadonlyMap<RecordId, SessionLogFields>;
  /** What was said about a session or run; null = nothing, or not for this reader. */
  readonly health: (about: RecordId) => HealthFields | null;
  readonly healthRecords: readonly HealthFields[];
  /** Null = never asked, or not for this reader. */
  readonly screening: Screening | null;
  /** Oldest first. */
  readonly tests: readonly StrengthTestFields[];
  readonly adjustments: AdjustmentsFields;
  /** As entered, with the kind of illness and the patterns of an injury. */
  readonly timeOffEntries: readonly TimeOffEntry[];
  readonly runLogs: ReadonlyMap<RecordId, RunLogFields>;
  /** By the id of the run's log. */
  readonly feels: ReadonlyMap<RecordId, RunFeelFields>;
}

/** Reads the records; null while there is no programme. A record that does not read is passed over. */
export function readRunner(runner: RunnerId, records: readonly PlanRecord[]): RunnerFacts | null {
  const live = new Map<RecordId, PlanRecord>();
  for (const record of records) if (!record.deleted) live.set(record.id, record);
  const read = <Kind extends RecordKind>(kind: Kind, id: RecordId): FieldsByKind[Kind] | null => {
    const record = live.get(id);
    return record === undefined ? null : fieldsOf(kind, record);
  };

  const programme = read("programme", programmeId(runner));
  if (programme === null) return null;
  const runLogs = new Map<RecordId, RunLogFields>();
  const feels = new Map<RecordId, RunFeelFields>();
  const extras: (readonly [RecordId, SessionLogFields])[] = [];
  const sessionLogs = new Map<RecordId, SessionLogFields>();
  const health = new Map<RecordId, HealthFields>();
  const tests: (readonly [RecordId, StrengthTestFields])[] = [];
  for (const record of live.values()) {
    switch (record.kind) {
      case "session_log": {
        const session = fieldsOf("session_log", record);
        if (session) sessionLogs.set(record.id, session);
        if (session && session.slot === undefined) extras.push([record.id, session]);
        break;
      }
      case "health": {
        const said = fieldsOf("health", record);
        if (said) health.set(record.id, said);
        break;
      }
      case "strength_test": {
        const test = fieldsOf("strength_test", record);
        if (test) tests.push([record.id, test]);
        break;
      }
      case "run_log": {
        const run = fieldsOf("run_log", record);
        if (run) runLogs.set(record.id, run);
        break;
      }
      case "run_feel": {
        const feel = fieldsOf("run_feel", record);
        if (feel) feels.set(feel.run, feel);
        break;
      }
      default:
    }
  }
  return {
    runner,
    programme,
    ...decisionsOf(programme),
    weeklyRuns: weeklyRunsOf(read("run_plan", runPlanId(runner))?.runs ?? NO_RUNS),
    extras: sortedBy(extras, ({ startedAt }) => startedAt),
    weekPlan: (monday) => read("week_plan", weekPlanId(runner, monday)),
    sessionLog: (monday, slot) => read("session_log", sessionLogId(runner, monday, slot)),
    sessionLogs,
    health: (about) => health.get(healthId(runner, about)) ?? null,
    healthRecords: [...health.values()],
    screening: screeningOf(health.get(healthId(runner, "screening"))),
    tests: sortedBy(tests, ({ date }) => date),
    adjustments: read("adjustments", adjustmentsId(runner)) ?? NO_ADJUSTMENTS,
    runLogs,
    feels,
  };
}

const orders = new WeakMap<SessionLogFields, { readonly id: RecordId; readonly order: string }>();

/** Sessions with a log by their day and start; of equal ones the id decides. */
export function sessionsInOrder({
  sessionLogs,
}: Pick<RunnerFacts, "sessionLogs">): readonly (readonly [RecordId, SessionLogFields])[] {
  const known = inOrderBy.get(sessionLogs);
  if (known !== undefined) return known;
  const sorted = [...sessionLogs].sort((one, other) => (orderOf(one) < orderOf(other) ? -1 : 1));
  inOrderBy.set(sessionLogs, sorted);
  return sorted;
}

const inOrderBy = new WeakMap<RunnerFacts["sessionLogs"], readonly (readonly [RecordId, SessionLogFields])[]>();

function orderOf([id, log]: readonly [RecordId, SessionLogFields]): string {
  const known = orders.get(log);
  if (known?.id === id) return known.order;
  const order = `${log.date} ${log.startedAt} ${id}`;
  orders.set(log, { id, order });
  return order;
}

// Of equal ones the id decides: the order of the records never does.
function sortedBy<Fields>(
  found: readonly (readonly [RecordId, Fields])[],
  textOf: (fields: Fields) => string,
): readonly Fields[] {
  const keyed = found.map(([id, fields]) => ({ key: `${textOf(fields)} ${id}`, fields }));
  return keyed.sort((one, other) => (one.key < other.key ? -1 : 1)).map(({ fields }) => fields);
}

const NO_ADJUSTMENTS: AdjustmentsFields = { chosen: {}, undone: {} };

function screeningOf(health: HealthFields | undefined): Screening | null {
  return health?.screening === undefined ? null : readScreening(health.screening);
}

/** The facts of a runner who has answered the first questions and done nothing yet. */
export function factsOfDraft(
  runner: RunnerId,
  { programme, runs }: { readonly programme: ProgrammeFields; readonly runs: RunPlanFields["runs"] },
): RunnerFacts {
  return {
    runner,
    programme,
    ...decisionsOf(programme),
    weeklyRuns: weeklyRunsOf(runs),
    extras: [],
    weekPlan: () => null,
    sessionLog: () => null,
    sessionLogs: new Map(),
    health: () => null,
    healthRecords: [],
    screening: null,
    tests: [],
    adjustments: NO_ADJUSTMENTS,
    runLogs: new Map(),
    feels: new Map(),
  };
}

function fieldsOf<Kind extends RecordKind>(kind: Kind, record: PlanRecord): FieldsByKind[Kind] | null {
  if (record.kind !== kind) return null;
  const known = readings.get(record.body);
  if (known !== undefined && known.kind === kind) return known.fields as FieldsByKind[Kind] | null;
  const reading = readBody(kind, record.body);
  const fields = reading.ok ? reading.fields : null;
  readings.set(record.body, { kind, fields });
  return fields;
}

// Bodies never change in place, and years of them are read at every tap.
const readings = new WeakMap<Body, { readonly kind: RecordKind; readonly fields: unknown }>();

function decisionsOf(
  programme: ProgrammeFields,
): Pick<RunnerFacts, "settings" | "races" | "timeOff" | "timeOffEntries" | "peaks"> {
  return {
    settings: settingsOf(programme),
    races: racesOf(programme.races ?? {}),
    timeOff: inOrder(programme.timeOff ?? {}).flatMap(daysOff),
    timeOffEntries: inOrder(programme.timeOff ?? {}),
    peaks: inOrder(programme.peaks ?? {}),
  };
}

// An injury that names its patterns leaves the days free for the rest of the plan; after an illness some days more stay off.
function daysOff(entry: TimeOffEntry): readonly TimeOff[] {
  const { from, to, reason, sessions, patterns = [] } = entry;
  if (reason === "injury" && patterns.length > 0) return [];
  const wait = reason === "illness" && sessions === "none" ? daysToWait(entry) : 0;
  return [{ from, to: addDays(to, wait), reason, sessions }];
}

function settingsOf(programme: ProgrammeFields): PlacementSettings {
  return {
    strengthTime: programme.strengthTime ?? DEFAULT_SETTINGS.strengthTime,
    otherTime: programme.otherTime ?? DEFAULT_SETTINGS.otherTime,
    lockedDays: Object.keys(programme.lockedDays) as (keyof ProgrammeFields["lockedDays"])[],
    restDay: programme.restDay ?? DEFAULT_SETTINGS.restDay,
    twoADay: programme.twoADay ?? DEFAULT_SETTINGS.twoADay,
    maxMinutes: programme.maxMinutes ?? DEFAULT_SETTINGS.maxMinutes,
    minutesOn: programme.minutesOn ?? DEFAULT_SETTINGS.minutesOn,
    keyRunHours: programme.keyRunHours ?? DEFAULT_SETTINGS.keyRunHours,
    longRunIsKey: programme.longRunIsKey ?? DEFAULT_SETTINGS.longRunIsKey,
    restDayPenalty: programme.restDayPenalty ?? DEFAULT_SETTINGS.restDayPenalty,
  };
}

function racesOf(races: NonNullable<ProgrammeFields["races"]>): readonly PlannedRun[] {
  return inOrder(races, (id, { date, distance, minutes, startTime }) => ({
    id: `race:${id}`,
    date,
    startTime: startTime ?? null,
    kind: "race" as const,
    minutes,
    km: null,
    goal: distance,
  }));
}

// Sorted by id, so that the same plan made on two phones reads the same.
function inOrder<Entry, Made = Entry>(
  entries: Readonly<Record<string, Entry>>,
  make: (id: string, entry: Entry) => Made = (_, entry) => entry as unknown as Made,
): readonly Made[] {
  return Object.entries(entries)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([id, entry]) => make(id, entry));
}

const NO_RUNS: RunPlanFields["runs"] = {};
const weeklyRunsBy = new WeakMap<RunPlanFields["runs"], readonly WeeklyRun[]>();

// The same object for the same record: the runs of years of weeks are kept by it.
function weeklyRunsOf(runs: RunPlanFields["runs"]): readonly WeeklyRun[] {
  const weekly = weeklyRunsBy.get(runs) ?? readWeeklyRuns(runs);
  weeklyRunsBy.set(runs, weekly);
  return weekly;
}

function readWeeklyRuns(runs: RunPlanFields["runs"]): readonly WeeklyRun[] {
  return inOrder(runs, (id, { day, kind, minutes, startTime, km }) => ({
    id,
    day,
    kind,
    minutes,
    startTime: startTime ?? null,
    km: km ?? null,
  }));
}
