import type { SyncedRecord } from "../wire/sync";
import type { Json } from "./kinds";

/** Rev at which a key was last written, and by whose account. */
export type KeyRev = readonly [rev: number, author: string];

/** A record as the server keeps it. A tombstone has an empty body. */
export interface StoredRecord extends SyncedRecord {
  readonly keyRev: Readonly<Record<string, KeyRev>>;
}

export const PAST_REASONS = ["replaced", "conflict", "writtenOnce", "deleted"] as const;
/** `conflict`: the same person's other device wrote meanwhile; `writtenOnce`: the first value stayed, this came later, of a key that is written once or in an offer. */
export type PastReason = (typeof PAST_REASONS)[number];

/** A value that is no longer, or never became, part of its record; null where an entry that had been removed came back. */
export interface PastValue {
  /** Key of the body; empty = the whole record: `value` is a `Buried` when it was deleted, null when it was deleted and came back. */
  readonly key: string;
  readonly value: Json;
  readonly reason: PastReason;
  /** Who wrote the value, and at which rev. */
  readonly author: string;
  readonly rev: number;
}

/** What a deletion took away, kept so that the record can return. */
export interface Buried {
  readonly body: SyncedRecord["body"];
  readonly keyRev: StoredRecord["keyRev"];
}

/** The record as it travels: `keyRev` stays on the server. */
export function toSynced(record: StoredRecord): SyncedRecord {
  const { id, kind, schema, body, rev, deleted, author, opId } = record;
  return { id, kind, schema, body: deleted ? {} : body, rev, deleted, author, opId };
}
