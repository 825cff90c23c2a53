import type { DBSchema } from "idb";
import type { Body, Digest, RecordId, RunnerId } from "@legwork/core/record";
import type { Op, Scope, SyncedRecord } from "@legwork/core/wire";

/** Name of the registry; an account's database is named after it and the runner. */
export const DATABASE_NAME = "legwork";
export const REGISTRY_VERSION = 2;
export const ACCOUNT_VERSION = 1;

/** A record as the phone keeps it: what the server said, and what is shown with the pending changes on top. */
export interface StoredRecord {
  readonly runner: RunnerId;
  readonly id: RecordId;
  readonly kind: string;
  /** The day the record belongs to, for reading by date; "" when it has none. */
  readonly date: string;
  /** Null until the server has told of it. */
  readonly server: SyncedRecord | null;
  readonly body: Body;
  readonly deleted: boolean;
}

/** A change on its way. Once `frozen` it was perhaps sent: its bytes stay as they are. */
export interface OutboxEntry {
  readonly seq: number;
  readonly runner: RunnerId;
  readonly opId: string;
  readonly record: RecordId;
  readonly op: Op;
  readonly frozen: boolean;
  readonly writtenAt: number;
}

/** An acknowledged change, kept so that it can be pushed again to a server that has forgotten it. */
export interface SentEntry {
  readonly seq: number;
  readonly runner: RunnerId;
  readonly opId: string;
  readonly record: RecordId;
  readonly op: Op;
  readonly rev: number;
  readonly acknowledgedAt: number;
}

/** A change that the server refused. It stays visible on its record until the runner discards it. */
export interface QuarantineEntry {
  readonly seq: number;
  readonly runner: RunnerId;
  readonly opId: string;
  readonly record: RecordId;
  readonly op: Op;
  readonly code: string;
  readonly key: string | null;
  readonly refusedAt: number;
}

/** Why a stream is or is not synced. */
export type StreamState = "local" | "live" | "signedOut" | "stopped" | "updateNeeded" | "accountDeleted";

/** A record as it stood here when the server was found to lack it. */
export interface RecordToOffer extends SyncedRecord {
  /** In one history: the rev of the server's older state, which this device has seen and gone past. */
  readonly seen?: number;
  /** In a new history: the last rev before it that both may share, where that is less than the server believed. */
  readonly shared?: number;
  /** Keys that this device had changed by then and not yet sent; `all` = it had deleted the record. */
  readonly written?: readonly string[] | "all";
}

export interface Stream {
  readonly runner: RunnerId;
  readonly state: StreamState;
  /** Address of the account, shown when it has to sign in again. */
  readonly email: string | null;
  readonly epoch: string | null;
  readonly cursor: number;
  /** Epoch ms when the server last answered. */
  readonly acknowledgedAt: number | null;
  /** Of the server's state of every record; absent = still to be counted. */
  readonly digest?: Digest;
  /** What the session may read and write; null = all, absent = the server has not said yet. */
  readonly scope?: Scope | null;
  /** Highest rev that was given to a change of this phone; absent = not known. */
  readonly sentRev?: number;
  /** The change of this phone that got the highest rev of this epoch. */
  readonly settled?: { readonly opId: string; readonly rev: number } | null;
  /** Account of the session, for offers. */
  readonly account?: string;
  /** Head at the restore that began this epoch. */
  readonly restoreHead?: number;
  /** Records as they stood here when the server went backwards: what nobody gives back is offered, once. */
  readonly toOffer?: readonly RecordToOffer[];
  /** When everything was last compared with the server, and in which epoch. */
  readonly compared?: { readonly epoch: string; readonly at: number };
}

/** What belongs to this device only and is never synced. */
export interface DeviceValues {
  readonly device: string;
  /** The runner whose database this is. */
  readonly currentRunner: RunnerId;
  /** Everything in here is being carried over to that runner's database, or, if it is this one's own, taken from the phone: nothing is written here any more. */
  readonly movedTo: RunnerId;
  /** By the runner of a local database: since when everything of it is in here. */
  readonly [key: `joined/${string}`]: number;
  readonly restTimerOff: boolean;
  /** An account is signed in but not brought together with this phone yet. */
  readonly joining: boolean;
  /** By Monday: the runner does not want what is proposed for that week. By a health record: nor the question about that pain. */
  readonly [key: `notNow/${string}`]: boolean;
  /** By Monday: the runner has read what was seen in their records, and wants to hear no more of it that week. */
  readonly [key: `mistakeRead/${string}`]: boolean;
  readonly [key: `rest/${string}`]: RestTimer;
  readonly [key: `hold/${string}`]: HoldTimer;
  readonly [key: `draft/${string}`]: DraftSet;
  /** By the runner under whom it was written. */
  readonly [key: `kept/${string}`]: readonly KeptAside[];
  readonly [key: `lease/${string}`]: Lease;
}

/** A hold that counts down: everything follows from when it began. */
export interface HoldTimer {
  readonly entry: string;
  readonly startedAt: number;
}

/** The numbers in the steppers before the set is done. */
export interface DraftSet {
  readonly entry: string;
  readonly amount: number;
  readonly loadGrams: number | null;
}

/** What this phone had of a kind of which the account's stayed at sign-in. Never sent; part of the rescue file. */
export interface KeptAside {
  readonly kind: string;
  readonly body: Body;
  readonly keptAt: number;
}

/** A rest is a moment in time, not a count: right again after ten minutes in a pocket. */
export type RestTimer =
  | { readonly state: "running"; readonly endsAt: number; readonly totalMs: number }
  | { readonly state: "paused"; readonly leftMs: number; readonly totalMs: number };

export interface Lease {
  readonly holder: string;
  readonly since: number;
}

export interface LegworkSchema extends DBSchema {
  records: {
    key: [RunnerId, RecordId];
    value: StoredRecord;
    indexes: { byKindAndDate: [RunnerId, string, string] };
  };
  outbox: {
    key: number;
    value: OutboxEntry;
    indexes: { byRunner: [RunnerId, number]; byRecord: [RunnerId, RecordId, number]; byOp: [RunnerId, string] };
  };
  sent: {
    key: [RunnerId, string];
    value: SentEntry;
    indexes: { byRecord: [RunnerId, RecordId, number]; byAcknowledgedAt: number };
  };
  quarantine: {
    key: [RunnerId, string];
    value: QuarantineEntry;
    indexes: { byRecord: [RunnerId, RecordId, number] };
  };
  streams: { key: RunnerId; value: Stream };
  device: { key: string; value: unknown };
}

export type StoreName = "records" | "outbox" | "sent" | "quarantine" | "streams" | "device";

/** Which database is shown. Stores of version 1, which held everything itself, may still stand beside it. */
export interface RegistrySchema extends DBSchema {
  /** `current` → the runner shown · `discard/<runner>` → their database is to be removed · `split` → version 1 was divided */
  registry: { key: string; value: RunnerId };
}
