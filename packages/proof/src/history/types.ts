import type { Body, Digest, PastValue, RecordId, StoredRecord } from "@legwork/core/record";
import type { Op, OpResult, Scope, SyncedRecord } from "@legwork/core/wire";

export const INVARIANTS = ["I1", "I2", "I3", "I4", "I5", "I6", "I8", "I9", "I10", "I11", "I12"] as const;
export type Invariant = (typeof INVARIANTS)[number];

/** Something that must never be, told so that a person can follow it. */
export interface Violation {
  readonly invariant: Invariant;
  readonly sentence: string;
}

/**
 * What happened, in the order in which it was noticed. Every layer logs the same few events; what a layer cannot see (a real browser sees
 * no commits) it leaves out, and the checks that need it find nothing to check. Values are unique: no two writes of a history write the same.
 */
export type History = readonly HistoryEvent[];

/**
 * A call has one `invoke` and at most one end: `ok`, `fail` (it certainly did nothing), or `unknown` (cut, crashed, no answer: it may have
 * worked). A call without an end counts as `unknown`.
 */
export type HistoryEvent =
  | WriteEvent
  | SyncEvent
  | CommitEvent
  | { readonly type: "shows"; readonly state: DeviceState }
  /** The runner lets refused ops of a record go, and those that wait behind them. */
  | { readonly type: "discard"; readonly device: string; readonly ops: readonly Op[] }
  /** `scope` null = the grant ended. Logged when it is committed; `head` = the last rev handed out before it. */
  | { readonly type: "grant"; readonly account: string; readonly scope: Scope | null; readonly head: number }
  /** The device's memory is gone, its database stands. */
  | { readonly type: "deviceRestart"; readonly device: string }
  /** The device's database is gone too: what was only there is lost without anybody's fault. */
  | { readonly type: "evict"; readonly device: string }
  | { readonly type: "serverRestart" }
  /** The server stands again as it was at `head`, in `epoch`; everything later is forgotten. */
  | { readonly type: "rewind"; readonly head: number; readonly epoch: string };

/** A tap: one key of one record. `ok` = the screen said saved. */
export type WriteEvent =
  | {
      readonly type: "write";
      readonly phase: "invoke";
      readonly call: string;
      readonly device: string;
      readonly account: string;
      readonly record: RecordId;
      readonly kind: string;
      /** Null deletes the record. */
      readonly change: { readonly key: string; readonly value: string } | null;
      /** `once`: the first value to arrive stays. */
      readonly merge: "latest" | "once";
      /** Whether the older of two app versions in the history knows kind and key. */
      readonly known: "byAll" | "byNewOnly";
    }
  | { readonly type: "write"; readonly phase: "ok" | "unknown" | "fail"; readonly call: string };

/** One request of a sync: push and pull. */
export type SyncEvent =
  | {
      readonly type: "sync";
      readonly phase: "invoke";
      readonly call: string;
      readonly device: string;
      readonly account: string;
      readonly epoch: string | null;
      readonly cursor: number;
      readonly ops: readonly Op[];
    }
  | SyncAnswered
  | { readonly type: "sync"; readonly phase: "unknown" | "fail"; readonly call: string };

/** The whole answer reached the device. */
export interface SyncAnswered {
  readonly type: "sync";
  readonly phase: "ok";
  readonly call: string;
  readonly epoch: string;
  readonly head: number;
  readonly cursor: number;
  readonly results: readonly OpResult[];
  readonly changes: readonly SyncedRecord[];
}

/** What one push made durable, seen on the server. */
export interface CommitEvent {
  readonly type: "commit";
  readonly account: string;
  readonly epoch: string;
  /** The last rev handed out, this push included. */
  readonly head: number;
  /** Ops settled by this push. */
  readonly opIds: readonly string[];
  readonly records: readonly Pick<StoredRecord, "id" | "kind" | "rev" | "opId">[];
}

export interface SeenRecord {
  readonly id: RecordId;
  readonly kind: string;
  /** As shown: what the server said with the device's own changes on top. */
  readonly body: Body;
  readonly deleted: boolean;
  /** What the server said; null = it has not told of it. */
  readonly server: SyncedRecord | null;
}

/** What a device holds at one moment. */
export interface DeviceState {
  readonly device: string;
  readonly epoch: string | null;
  readonly cursor: number;
  readonly records: readonly SeenRecord[];
}

/** Where an op lies on a device. */
export interface OpPlace {
  readonly op: Op;
  readonly place: "outbox" | "quarantine" | "sent";
}

export interface FinalDevice extends DeviceState {
  readonly account: string;
  /** Null = the runner's own. `none` = the device may no longer sync. */
  readonly scope: Scope | null | "none";
  readonly ops: readonly OpPlace[];
  /** Cycles until the device had nothing left to say; null = it never came to rest. */
  readonly cyclesToRest: number | null;
}

export interface FinalServer {
  readonly epoch: string;
  readonly head: number;
  readonly digest: Digest;
  readonly records: readonly StoredRecord[];
  readonly past: readonly { readonly id: RecordId; readonly rev: number; readonly values: readonly PastValue[] }[];
  readonly receipts: readonly { readonly opId: string; readonly author: string; readonly rev: number }[];
}

/** How everything stands after the faults have stopped and everybody has synced. */
export interface FinalState {
  /** Account of the runner. */
  readonly owner: string;
  readonly server: FinalServer;
  readonly devices: readonly FinalDevice[];
  /** Cycles within which a device must come to rest. */
  readonly cyclesAllowed: number;
}
