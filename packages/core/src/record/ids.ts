import { v5 as uuidV5, validate as isUuid, version } from "uuid";
import type { LocalDate } from "../calendar";
import { remember } from "../remember";
import type { Slot } from "../programme/prescription";
import type { RecordId, RecordKind, RunnerId } from "./kinds";

/** Reads a UUID; `null` for anything else. */
export function parseRunnerId(text: string): RunnerId | null {
  return isUuid(text) ? (text.toLowerCase() as RunnerId) : null;
}

/** Reads a UUID; `null` for anything else. */
export function parseRecordId(text: string): RecordId | null {
  return isUuid(text) ? (text.toLowerCase() as RecordId) : null;
}

/** Whether nobody could have foreseen `id`, as they can a singleton's. */
export function isRandomId(id: RecordId): boolean {
  return version(id) === 4;
}

/** Ids of about a hundred runners, of each kind those of a long time. Our own choice: a plan asks for the same ones at every tap. */
const RUNNERS_KEPT = 100;
const IDS_KEPT = 4_000;
type IdsByKind = Partial<Record<RecordKind, ReturnType<typeof remember<RecordId>>>>;
// By runner and kind first: one long text for all three took most of the time.
const idsOf = remember<IdsByKind>(RUNNERS_KEPT);

/** The id that every device of `runner` gives the record of `kind` and `key`: UUIDv5, so that two offline phones make the same record. */
export function singletonId(runner: RunnerId, kind: RecordKind, key: string): RecordId {
  const ids = idsOf(runner, () => ({}));
  const idOf = (ids[kind] ??= remember<RecordId>(IDS_KEPT));
  return idOf(key, () => uuidV5(`${kind}/${key}`, runner) as RecordId);
}

export function programmeId(runner: RunnerId): RecordId {
  return singletonId(runner, "programme", "");
}

export function settingsId(runner: RunnerId): RecordId {
  return singletonId(runner, "settings", "");
}

export function adjustmentsId(runner: RunnerId): RecordId {
  return singletonId(runner, "adjustments", "");
}

export function runPlanId(runner: RunnerId): RecordId {
  return singletonId(runner, "run_plan", "");
}

/** The decisions of the week that begins on `monday`. */
export function weekPlanId(runner: RunnerId, monday: LocalDate): RecordId {
  return singletonId(runner, "week_plan", monday);
}

/** The log of the session planned in `slot` of the week that begins on `monday`. */
export function sessionLogId(runner: RunnerId, monday: LocalDate, slot: Slot): RecordId {
  return singletonId(runner, "session_log", `${monday}/${slot}`);
}

/** The log of a planned run; an unplanned run has a random id. */
export function runLogId(runner: RunnerId, plannedRun: string): RecordId {
  return singletonId(runner, "run_log", plannedRun);
}

/** How the run of the log `runLog` felt. */
export function runFeelId(runner: RunnerId, runLog: RecordId): RecordId {
  return singletonId(runner, "run_feel", runLog);
}

/** What the runner said about health beside a run or session, or in the `screening`. */
export function healthId(runner: RunnerId, about: RecordId | "screening"): RecordId {
  return singletonId(runner, "health", about);
}

/** The strength tests of one day. */
export function strengthTestId(runner: RunnerId, date: LocalDate): RecordId {
  return singletonId(runner, "strength_test", date);
}

/** The record that keeps the value which `op` could not write to `key`. */
export function heldId(opId: string, key: string): RecordId {
  return uuidV5(key, opId) as RecordId;
}
