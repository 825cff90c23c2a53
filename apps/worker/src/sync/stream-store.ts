import type {
  Buried,
  Digest,
  Epochs,
  PastValue,
  RecordId,
  RecordPast,
  RunnerId,
  StoredRecord,
} from "@legwork/core/record";
import type { Scope, SyncedRecord } from "@legwork/core/wire";

/** What the server knows of a runner's stream. */
export interface StreamHead extends Epochs {
  /** The runner's own account. */
  readonly account: string;
  /** The last rev handed out. */
  readonly head: number;
  /** False after a restore of the server until a device of the runner's own account has synced: all grants rest. */
  readonly isMet: boolean;
  readonly digest: Digest;
}

/** What became of an op that is settled for good. */
export interface Receipt {
  readonly opId: string;
  readonly author: string;
  /** SHA-256 of the op as sent, hex. */
  readonly hash: string;
  readonly status: "applied" | "merged" | "held";
  readonly rev: number;
}

/** What one op put aside of one record. */
export interface PastWrite {
  readonly id: RecordId;
  /** The rev that the op took. */
  readonly rev: number;
  readonly values: readonly PastValue[];
}

/** Everything that one push changes. */
export interface StreamChange {
  /** The state after the push, each record once. */
  readonly records: readonly StoredRecord[];
  /** Those of them that were looked for and were not there. */
  readonly created: ReadonlySet<RecordId>;
  readonly past: readonly PastWrite[];
  readonly receipts: readonly Receipt[];
  readonly head: number;
  readonly digest: Digest;
}

/** An op that was refused, as it came. */
export interface RefusedOp {
  readonly op: string;
  readonly code: string;
  readonly author: string;
}

export interface ChangesQuery {
  readonly after: number;
  readonly limit: number;
  /** Null = all kinds. */
  readonly kinds: readonly string[] | null;
}

export interface Changes {
  /** In the order of `rev`. */
  readonly records: readonly SyncedRecord[];
  readonly more: boolean;
  /** The last rev that was looked at, readable or not: where the next page begins. */
  readonly through: number;
}

/** What a device said about itself with a request. */
export interface DeviceReport {
  readonly device: string;
  readonly account: string;
  readonly cursor: number;
  readonly outbox: { readonly count: number; readonly oldestS: number };
}

/** One runner's stream at one moment: all reads agree with each other. */
export interface StreamView {
  readonly head: StreamHead;
  /** Kinds that `account` was granted and still has; null = none. */
  grantTo(account: string): Promise<Scope | null>;
  changes(query: ChangesQuery): Promise<Changes>;
  /** Those that exist, in no order. */
  receipts(opIds: readonly string[]): Promise<readonly Receipt[]>;
  /** A record and what was put aside of it; null when there is none. */
  history(record: RecordId): Promise<RecordPast | null>;
}

/** Ops that may be settled and records that may exist. */
export interface Subject {
  readonly opIds: readonly string[];
  readonly ids: readonly RecordId[];
}

/** One runner's stream under its lock: no other push, grant or revocation moves it until the work is done. */
export interface LockedStream extends StreamView {
  records(ids: readonly RecordId[]): Promise<readonly StoredRecord[]>;
  /** What a push is about: which of these ops are settled, and the records that exist. */
  beforePush(about: Subject): Promise<{
    readonly receipts: readonly Receipt[];
    readonly records: readonly StoredRecord[];
  }>;
  /** The body under a tombstone; null when it had none. */
  buried(tombstone: StoredRecord): Promise<Buried | null>;
  /** Stored when the work is: a failure fails the work as a whole, which need not wait here for it. */
  write(change: StreamChange): Promise<void>;
  refuse(ops: readonly RefusedOp[]): Promise<void>;
  /** Starts a new history, and meets the runner in this life of the server. */
  beginEpoch(next: { readonly epoch: string; readonly head: number; readonly restoreHead: number }): Promise<void>;
}

/**
 * Where streams live. Guarantees: a rev is handed out only under the runner's lock, which is held until the work is stored, so a
 * view that shows a rev shows every smaller one; work that throws leaves nothing behind; what `locked` returned is durable.
 */
export interface StreamStore {
  /** Reads without a lock; null for a runner nobody made. Receipts of `about` cost no further wait. */
  view<Result>(runner: RunnerId, read: (view: StreamView) => Promise<Result>, about?: Subject): Promise<Result | null>;
  /**
   * Works under the runner's lock; null for a runner nobody made. What is there of `about` costs no further wait. Work that says what
   * it is about may share a transaction with that of other runners, and is done again alone when theirs fails.
   */
  locked<Result>(
    runner: RunnerId,
    work: (stream: LockedStream) => Promise<Result>,
    about?: Subject,
  ): Promise<Result | null>;
  /** Whether `account` may touch the runner at all, asked before anybody is made to wait. */
  mayTouch(runner: RunnerId, account: string): Promise<boolean>;
  /** Noted soon after; a lost report is followed by the next. */
  noteDevice(runner: RunnerId, report: DeviceReport): void;
}
