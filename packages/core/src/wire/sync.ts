import type { Body, Json, RecordId, RecordKind, RunnerId } from "../record/kinds";

/** Rises when an old phone can no longer talk to the server; an older one is answered 426. */
export const PROTOCOL_VERSION = 1;

/** Limits of one request, also kept by the phone. */
export const OP_BYTES_MAX = 64 * 1024;
export const OPS_PER_REQUEST_MAX = 100;
export const REQUEST_BYTES_MAX = 256 * 1024;
export const PAGE_RECORDS_MAX = 500;

/** One change to one record. `patch` holds only what changed; null removes an entry. */
export interface Op {
  readonly opId: string;
  readonly record: RecordId;
  /** Unknown kinds travel verbatim. */
  readonly kind: RecordKind | (string & {});
  readonly schema: number;
  /** The record's rev that the device last saw; 0 = made here. */
  readonly base: number;
  readonly epoch: string;
  readonly patch: Readonly<Record<string, Json>>;
  readonly del?: boolean;
  /** opId of an unacknowledged op on the same record. */
  readonly after?: string;
}

/** A record as it is pulled. */
export interface SyncedRecord {
  readonly id: RecordId;
  readonly kind: RecordKind | (string & {});
  readonly schema: number;
  readonly body: Body;
  readonly rev: number;
  readonly deleted: boolean;
  readonly author: string;
  readonly opId: string;
}

export interface SyncRequest {
  readonly proto: number;
  readonly device: string;
  readonly schemas: Readonly<Record<string, number>>;
  readonly epoch: string | null;
  readonly cursor: number;
  readonly outbox: { readonly count: number; readonly oldestS: number };
  readonly ops: readonly Op[];
  readonly limit?: number;
}

export type OpResult =
  | { readonly opId: string; readonly status: "applied" | "duplicate" | "merged" | "held"; readonly rev: number }
  | { readonly opId: string; readonly status: "deferred" }
  | { readonly opId: string; readonly status: "rejected"; readonly code: string; readonly key?: string };

export interface SyncResponse {
  readonly proto: number;
  readonly epoch: string;
  readonly head: number;
  readonly results: readonly OpResult[];
  readonly changes: readonly SyncedRecord[];
  readonly cursor: number;
  readonly more: boolean;
  /** Per kind: count and xor of the first 8 bytes of SHA-256(id ‖ opId), 16 hex digits. */
  readonly digest: Readonly<Record<string, { readonly count: number; readonly xor: string }>>;
  /** Kinds that the session may read and write; null = all (the runner's own). */
  readonly scope: { readonly read: readonly string[]; readonly write: readonly string[] } | null;
  readonly retryAfterMs?: number;
}

/** `POST /api/runners/:runner/sync` */
export function syncPath(runner: RunnerId): string {
  return `/api/runners/${runner}/sync`;
}
