import type { LocalDate } from "../calendar";
import { DEFAULT_SETTINGS, type PlacementSettings } from "../placement";
import type { Slot } from "../programme";
import {
  programmeId,
  readBody,
  runPlanId,
  sessionLogId,
  weekPlanId,
  type FieldsByKind,
  type ProgrammeFields,
  type RecordId,
  type RecordKind,
  type RunFeelFields,
  type RunLogFields,
  type RunnerId,
  type RunPlanFields,
  type SessionLogFields,
  type WeekPlanFields,
} from "../record";
import type { WeeklyRun } from "../run";
import type { SyncedRecord } from "../wire";

/** What the plan reads of a record: server state with the pending patches laid over it. */
export type PlanRecord = Pick<SyncedRecord, "id" | "kind" | "body" | "deleted">;

/** A runner's records as the plan reads them. */
export interface RunnerFacts {
  readonly runner: RunnerId;
  readonly programme: ProgrammeFields;
  readonly settings: PlacementSettings;
  readonly weeklyRuns: readonly WeeklyRun[];
  readonly weekPlan: (monday: LocalDate) => WeekPlanFields | null;
  readonly sessionLog: (monday: LocalDate, slot: Slot) => SessionLogFields | null;
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
  for (const record of live.values()) {
    const run = fieldsOf("run_log", record);
    if (run) runLogs.set(record.id, run);
    const feel = fieldsOf("run_feel", record);
    if (feel) feels.set(feel.run, feel);
  }
  return {
    runner,
    programme,
    settings: settingsOf(programme),
    weeklyRuns: weeklyRunsOf(read("run_plan", runPlanId(runner))?.runs ?? {}),
    weekPlan: (monday) => read("week_plan", weekPlanId(runner, monday)),
    sessionLog: (monday, slot) => read("session_log", sessionLogId(runner, monday, slot)),
    runLogs,
    feels,
  };
}

/** The facts of a runner who has answered the first questions and done nothing yet. */
export function factsOfDraft(
  runner: RunnerId,
  { programme, runs }: { readonly programme: ProgrammeFields; readonly runs: RunPlanFields["runs"] },
): RunnerFacts {
  return {
    runner,
    programme,
    settings: settingsOf(programme),
    weeklyRuns: weeklyRunsOf(runs),
    weekPlan: () => null,
    sessionLog: () => null,
    runLogs: new Map(),
    feels: new Map(),
  };
}

function fieldsOf<Kind extends RecordKind>(kind: Kind, record: PlanRecord): FieldsByKind[Kind] | null {
  if (record.kind !== kind) return null;
  const reading = readBody(kind, record.body);
  return reading.ok ? reading.fields : null;
}

function settingsOf(programme: ProgrammeFields): PlacementSettings {
  return {
    strengthTime: programme.strengthTime ?? DEFAULT_SETTINGS.strengthTime,
    lockedDays: Object.keys(programme.lockedDays) as (keyof ProgrammeFields["lockedDays"])[],
    restDay: programme.restDay ?? DEFAULT_SETTINGS.restDay,
    twoADay: programme.twoADay ?? DEFAULT_SETTINGS.twoADay,
    maxMinutes: programme.maxMinutes ?? DEFAULT_SETTINGS.maxMinutes,
  };
}

// Sorted by id, so that the same plan made on two phones reads the same.
function weeklyRunsOf(runs: RunPlanFields["runs"]): readonly WeeklyRun[] {
  return Object.entries(runs)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([id, { day, kind, minutes, startTime, km }]) => ({
      id,
      day,
      kind,
      minutes,
      startTime: startTime ?? null,
      km: km ?? null,
    }));
}
