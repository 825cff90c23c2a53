import type { RecordVersion } from "../wire/history";
import type { Json } from "./kinds";
import type { Buried, KeyRev, PastValue, StoredRecord } from "./stored";

/** What one op put aside of a record. */
export interface PastRow {
  /** The rev that the op took. */
  readonly rev: number;
  /** ISO instant of the op. */
  readonly at: string;
  readonly values: readonly PastValue[];
}

export interface RecordPast {
  /** The record as it stands, tombstone included. */
  readonly record: StoredRecord;
  /** ISO instant at which it took its rev. */
  readonly changedAt: string;
  readonly past: readonly PastRow[];
  /** `past` lacks what was put aside at lower revs, so no version that such a change made or replaced is told. 0 = it is whole. */
  readonly knownFrom: number;
}

/** The record as it stood after its last change; `rev` and `author` are that change's. */
interface State {
  readonly body: StoredRecord["body"];
  readonly keyRev: StoredRecord["keyRev"];
  readonly deleted: boolean;
  readonly rev: number;
  readonly author: string;
}

/**
 * The versions of a record, newest first, the standing one included, each made when asked for. Every state that ever stood is one of
 * them, but for ops that only repeated what stood: these made no other version. A value that never became part of the record (held, or
 * written once and late) makes none. Where a change only added, nothing was put aside and no moment noted: `replacedAt` is then that of
 * the next change that has one, the latest it can have been.
 */
export function* versionsOf({ record, changedAt, past, knownFrom }: RecordPast): Generator<RecordVersion> {
  const rows = new Map(past.map((row) => [row.rev, row]));
  yield versionOf(record, record, null);
  let replacedAt = changedAt;
  let state: State | null = standing(record, past);
  while (state !== null && state.rev >= knownFrom) {
    const { rev } = state;
    replacedAt = rows.get(rev)?.at ?? replacedAt;
    state = before(state, rows.get(rev)?.values ?? [], past);
    if (state !== null) yield versionOf(record, state, replacedAt);
  }
}

function standing(record: StoredRecord, past: readonly PastRow[]): State {
  if (record.deleted) return record;
  // An op that only repeated what stood took a rev, and is no version of its own.
  return liveState(record, record.rev + 1, past) ?? record;
}

/** The state that the change at `state.rev` replaced; null when that change began the record. */
function before(state: State, values: readonly PastValue[], past: readonly PastRow[]): State | null {
  const whole = values.find(({ key }) => key === "");
  if (whole?.reason === "deleted")
    return (
      liveState(buriedIn(whole), state.rev, past) ?? {
        ...buriedIn(whole),
        deleted: false,
        rev: whole.rev,
        author: whole.author,
      }
    );
  if (whole) return { body: {}, keyRev: {}, deleted: true, rev: whole.rev, author: whole.author };
  return state.deleted ? null : liveState(undo(state, values), state.rev, past);
}

/** A live body with the change below `end` that made it stand: the last that wrote a key, or that brought it back as it was. */
function liveState({ body, keyRev }: Buried, end: number, past: readonly PastRow[]): State | null {
  const stamps = Object.values(keyRev).sort(([one], [other]) => other - one);
  const cameBack = past.filter(({ rev, values }) => rev < end && values.some(isReturn)).map(({ rev }) => rev);
  const [last] = stamps;
  if (!last) return null;
  return { body, keyRev, deleted: false, rev: Math.max(last[0], ...cameBack), author: last[1] };
}

function undo({ body, keyRev, rev }: State, values: readonly PastValue[]): Buried {
  const replaced = new Map(values.filter(({ reason }) => reason !== "writtenOnce").map((one) => [one.key, one]));
  const keys = Object.entries(body).flatMap(([key, value]): readonly [key: string, value: Json, stamp: KeyRev][] => {
    const stamp = keyRev[key];
    if (stamp?.[0] !== rev) return stamp ? [[key, value, stamp]] : [];
    const was = replaced.get(key);
    return was ? [[key, was.value, [was.rev, was.author]]] : [];
  });
  return {
    body: Object.fromEntries(keys.map(([key, value]) => [key, value])),
    keyRev: Object.fromEntries(keys.map(([key, , stamp]) => [key, stamp])),
  };
}

function isReturn({ key, reason }: PastValue): boolean {
  return key === "" && reason === "replaced";
}

// The merge files a deleted body as a `Buried`.
function buriedIn(past: PastValue): Buried {
  return past.value as unknown as Buried;
}

function versionOf(record: StoredRecord, state: State, replacedAt: string | null): RecordVersion {
  const { id, kind, schema, opId } = record;
  const { body, rev, deleted, author } = state;
  return {
    record: { id, kind, schema, body, rev, deleted, author, opId: replacedAt === null ? opId : "" },
    replacedAt,
  };
}
