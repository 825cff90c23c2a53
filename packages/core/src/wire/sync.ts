import * as v from "valibot";
import type { RecordKind, RunnerId } from "../record/kinds";
import { BodySchema, RecordIdSchema, typed } from "./id";

/** Rises when an old phone can no longer talk to the server; an older one is answered 426. */
export const PROTOCOL_VERSION = 1;

/** Limits of one request, also kept by the phone. */
export const OP_BYTES_MAX = 64 * 1024;
export const OPS_PER_REQUEST_MAX = 100;
export const REQUEST_BYTES_MAX = 256 * 1024;
export const PAGE_RECORDS_MAX = 500;
/** A page ends early when its bodies pass this. */
export const PAGE_BYTES_MAX = 512 * 1024;

const opId = v.pipe(v.string(), v.minLength(1), v.maxLength(64));
const wholeNumber = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

// Unknown kinds travel verbatim, so that an old server loses nothing of a new phone.
const kind = typed<RecordKind | (string & {})>(v.pipe(v.string(), v.regex(/^[a-z][a-z0-9_]{0,39}$/)));

/** One change to one record. `patch` holds only what changed; null removes an entry. */
export const Op = v.pipe(
  v.object({
    opId,
    record: RecordIdSchema,
    /** Unknown kinds travel verbatim. */
    kind,
    schema: wholeNumber,
    /** The record's rev that the device last saw; 0 = made here. */
    base: wholeNumber,
    epoch: v.string(),
    patch: BodySchema,
    del: v.exactOptional(v.boolean()),
    /** opId of an unacknowledged op on the same record. */
    after: v.exactOptional(opId),
  }),
  v.readonly(),
);
export type Op = v.InferOutput<typeof Op>;

/** A record as it is pulled. */
export const SyncedRecord = v.pipe(
  v.object({
    id: RecordIdSchema,
    kind,
    schema: wholeNumber,
    body: BodySchema,
    rev: wholeNumber,
    deleted: v.boolean(),
    /** Account id of whoever wrote it last. */
    author: v.string(),
    /** The op that wrote it last. */
    opId: v.string(),
  }),
  v.readonly(),
);
export type SyncedRecord = v.InferOutput<typeof SyncedRecord>;

/** Everything of a sync request but its ops, which are judged one by one. */
export const SyncEnvelope = v.object({
  proto: wholeNumber,
  device: v.pipe(v.string(), v.minLength(1), v.maxLength(64)),
  /** Schema version per kind that this device understands. */
  schemas: v.pipe(v.record(v.string(), wholeNumber), v.readonly()),
  /** Null on the first contact. */
  epoch: v.nullable(v.pipe(v.string(), v.maxLength(64))),
  cursor: wholeNumber,
  /** The latest change of this device that the server has settled in this epoch: one that no longer knows it has gone backwards. */
  settled: v.exactOptional(v.pipe(v.object({ opId, rev: wholeNumber }), v.readonly())),
  /** What waits on the device, this request included, and the age of the oldest in seconds. */
  outbox: v.pipe(v.object({ count: wholeNumber, oldestS: v.pipe(v.number(), v.minValue(0)) }), v.readonly()),
  limit: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(PAGE_RECORDS_MAX))),
});

export const SyncRequest = v.pipe(
  v.object({ ...SyncEnvelope.entries, ops: v.pipe(v.array(Op), v.maxLength(OPS_PER_REQUEST_MAX), v.readonly()) }),
  v.readonly(),
);
export type SyncRequest = v.InferOutput<typeof SyncRequest>;

/** What became of one op. Rejected and deferred ops leave no trace but the quarantine: sent again, they are judged again. */
export const OpResult = v.variant("status", [
  v.pipe(
    v.object({
      opId: v.string(),
      status: v.picklist(["applied", "duplicate", "merged", "held"]),
      rev: wholeNumber,
    }),
    v.readonly(),
  ),
  v.pipe(v.object({ opId: v.string(), status: v.literal("deferred") }), v.readonly()),
  v.pipe(
    v.object({
      opId: v.string(),
      status: v.literal("rejected"),
      code: v.string(),
      key: v.exactOptional(v.string()),
    }),
    v.readonly(),
  ),
]);
export type OpResult = v.InferOutput<typeof OpResult>;

/** Kinds that a session may read and write. */
export const Scope = v.pipe(
  v.object({
    read: v.pipe(v.array(v.string()), v.readonly()),
    write: v.pipe(v.array(v.string()), v.readonly()),
  }),
  v.readonly(),
);
export type Scope = v.InferOutput<typeof Scope>;

/** Per kind: count of live records and xor of the first 8 bytes of SHA-256(id ‖ opId), 16 hex digits. */
const Digest = v.pipe(
  v.record(v.string(), v.pipe(v.object({ count: wholeNumber, xor: v.string() }), v.readonly())),
  v.readonly(),
);

export const SyncResponse = v.pipe(
  v.object({
    proto: wholeNumber,
    epoch: v.string(),
    head: wholeNumber,
    /** Head at the restore that began this epoch; 0 in a first one. What a device knew up to it the server knows too. */
    restoreHead: v.exactOptional(wholeNumber),
    /** In the order of the ops. */
    results: v.pipe(v.array(OpResult), v.readonly()),
    changes: v.pipe(v.array(SyncedRecord), v.readonly()),
    /** Ask for the next page with it. */
    cursor: wholeNumber,
    more: v.boolean(),
    digest: Digest,
    /** Null = all: the runner's own. */
    scope: v.nullable(Scope),
    retryAfterMs: v.exactOptional(wholeNumber),
  }),
  v.readonly(),
);
export type SyncResponse = v.InferOutput<typeof SyncResponse>;

/** `POST /api/runners/:runner/sync` */
export function syncPath(runner: RunnerId): string {
  return `/api/runners/${runner}/sync`;
}

/** Ops that one manifest names. Our own choice: 39 bytes each stay within a request. */
export const MANIFEST_OPS_MAX = 5_000;

/** What a device was told is settled; asked when its records and the server's digest differ, or the history is new. */
export const ManifestRequest = v.pipe(
  v.object({
    proto: wholeNumber,
    device: v.pipe(v.string(), v.minLength(1), v.maxLength(64)),
    opIds: v.pipe(v.array(opId), v.maxLength(MANIFEST_OPS_MAX), v.readonly()),
  }),
  v.readonly(),
);
export type ManifestRequest = v.InferOutput<typeof ManifestRequest>;

/** The ops that the server has no receipt of: they are to be pushed again, unchanged and in order. */
export const ManifestResponse = v.pipe(
  v.object({ epoch: v.string(), missing: v.pipe(v.array(v.string()), v.readonly()) }),
  v.readonly(),
);
export type ManifestResponse = v.InferOutput<typeof ManifestResponse>;

/** `POST /api/runners/:runner/manifest` */
export function manifestPath(runner: RunnerId): string {
  return `/api/runners/${runner}/manifest`;
}
