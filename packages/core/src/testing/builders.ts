import { v5 as uuidV5 } from "uuid";
import { parseClockTime, parseLocalDate, type ClockTime, type LocalDate } from "../calendar";
import type { Body, FieldsByKind, RecordId, RecordKind, RunnerId } from "../record";
import { makeBody, SCHEMA_VERSIONS, singletonId, type StoredRecord } from "../record";
import type { Op } from "../wire";

const NAMESPACE = "6f1d7c8e-4a35-4f0b-9d5e-2f6a1b3c4d5e";

/** The same UUID for the same name, so that a failing test reads the same each time. It looks like a random one: an op under another is an offer. */
export function uuidOf(name: string): string {
  const id = namedId(name);
  return `${id.slice(0, 14)}4${id.slice(15)}`;
}

/** An id that follows from a name, as those of singletons and offers do. */
export function namedId(name: string): string {
  return uuidV5(name, NAMESPACE);
}

export function runnerOf(name = "runner"): RunnerId {
  return namedId(`runner ${name}`) as RunnerId;
}

export function recordIdOf(name: string): RecordId {
  return namedId(`record ${name}`) as RecordId;
}

/** Reads `YYYY-MM-DD`; throws on a mistyped test. */
export function day(text: string): LocalDate {
  const date = parseLocalDate(text);
  if (date === null) throw new Error(`${text} is no day`);
  return date;
}

/** Reads `HH:MM`; throws on a mistyped test. */
export function clock(text: string): ClockTime {
  const time = parseClockTime(text);
  if (time === null) throw new Error(`${text} is no clock time`);
  return time;
}

/** An op that makes or changes a record; every field can be set. */
export function opOf(changes: Partial<Op> = {}): Op {
  return {
    opId: uuidOf("op"),
    record: recordIdOf("run log"),
    kind: "run_log",
    schema: 1,
    base: 0,
    epoch: "e1",
    patch: {},
    ...changes,
  };
}

/** A live record of `kind` as the server keeps it, all keys written by `author` at `rev`. */
export function storedRecord(body: Body, changes: Partial<StoredRecord> = {}): StoredRecord {
  const rev = changes.rev ?? 1;
  const author = changes.author ?? "ann";
  return {
    id: recordIdOf("run log"),
    kind: "run_log",
    schema: 1,
    body,
    rev,
    keyRev: Object.fromEntries(Object.keys(body).map((key) => [key, [rev, author] as const])),
    deleted: false,
    author,
    opId: uuidOf("first op"),
    ...changes,
  };
}

/** A record as a phone holds it, for what reads records. `key` as in `singletonId`. */
export function planRecord<Kind extends RecordKind>(
  runner: RunnerId,
  kind: Kind,
  { key = "", fields }: { readonly key?: string; readonly fields: FieldsByKind[Kind] },
) {
  return {
    id: singletonId(runner, kind, key),
    kind,
    schema: SCHEMA_VERSIONS[kind],
    body: makeBody(kind, fields),
    deleted: false,
  };
}
