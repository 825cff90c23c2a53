import type { Op } from "../wire/sync";
import { applyPatch, missingFields } from "./body";
import { heldId } from "./ids";
import type { Body, Json } from "./kinds";
import { isOfferId } from "./offer";
import { sameJson } from "./same-json";
import { isWrittenOnce } from "./schemas";
import type { Buried, KeyRev, PastValue, StoredRecord } from "./stored";
import { isNewerThanOurs, type Rejection } from "./validate-op";
import { SCHEMA_VERSIONS } from "./version";

export interface MergeInput {
  /** The record as the server holds it, tombstone included; null when there is none. */
  readonly record: StoredRecord | null;
  /** An op that `validateOp` found possible. */
  readonly op: Op;
  /** Account of the session that sent it. */
  readonly author: string;
  /** The next free rev of the stream: the record takes it, held values take the following ones. */
  readonly rev: number;
  /** Rev with which `op.after` was answered; null when it was not applied. Not read when the op names none. */
  readonly afterRev: number | null;
  /** Head at the restore that ended the op's epoch; null when the op is of the present epoch. */
  readonly restorePoint: number | null;
  /** The newest whole-body past value of a tombstone; wanted when `needsBuried` says so. */
  readonly buried?: Buried | null;
}

/** An op that took effect, and everything there is to write for it. */
export interface Merged {
  readonly status: "applied" | "merged" | "held";
  /** The record to store; null when nothing of it changed. */
  readonly record: StoredRecord | null;
  readonly past: readonly PastValue[];
  /** New records of kind `held`, to be stored as they are. */
  readonly held: readonly StoredRecord[];
  /** The record's rev after this op: the one to answer with. */
  readonly rev: number;
  /** The next free rev of the stream. */
  readonly nextRev: number;
}

export type MergeOutcome = Merged | { readonly status: "deferred" } | ({ readonly status: "rejected" } & Rejection);

/** Whether merging `op` may need the body that the tombstone `record` buried: a base of an ended epoch may mean less than it says. */
export function needsBuried(record: StoredRecord | null, op: Op): boolean {
  return record !== null && record.deleted && op.base > 0 && op.del !== true;
}

/**
 * Applies one op to one record. Total over ops that `validateOp` lets through, and free of clocks: only revs order.
 * Every value of the patch and of the former body is afterwards in the record, in `past` or in `held`.
 */
export function mergeOp(input: MergeInput): MergeOutcome {
  const { record, op } = input;
  if (op.after !== undefined && input.afterRev === null) return { status: "deferred" };
  if (record === null) {
    if (op.base > 0 || op.after !== undefined) return { status: "deferred" };
    return op.del === true ? { status: "rejected", code: "nothingToDelete" } : begin(input);
  }
  if (record.kind !== op.kind) return { status: "rejected", code: "kindDiffers" };
  if (record.deleted) return mergeIntoTombstone(input, record);
  return op.del === true ? mergeDeletion(input, record) : mergePatch(input, record);
}

function begin(input: MergeInput): MergeOutcome {
  const { op, author, rev } = input;
  const missing = isNewerThanOurs(op) ? undefined : missingFields(op.kind, op.patch)[0];
  if (missing) return { status: "rejected", code: missing.fault, key: missing.key };
  const keyRev = Object.fromEntries(Object.keys(op.patch).map((key) => [key, [rev, author] as const]));
  const { record: id, kind, schema, opId, patch } = op;
  return {
    status: "applied",
    record: { id, kind, schema, body: patch, rev, keyRev, deleted: false, author, opId },
    past: [],
    held: [],
    rev,
    nextRev: rev + 1,
  };
}

function mergeIntoTombstone(input: MergeInput, tombstone: StoredRecord): MergeOutcome {
  const { op } = input;
  if (op.del === true) return unchanged(input, tombstone);
  const { rev: deletedAt, author: deletedBy } = tombstone;
  const undone: PastValue = { key: "", value: null, reason: "replaced", author: deletedBy, rev: deletedAt };
  if (op.base === 0 || hasSeen(input, [deletedAt, deletedBy])) {
    const begun = begin(input);
    return "past" in begun ? { ...begun, past: [undone] } : begun;
  }

  const { body, keyRev } = input.buried ?? { body: {}, keyRev: {} };
  const merged = mergePatch(input, { ...tombstone, body, keyRev, deleted: false });
  const rev = merged.nextRev;
  const deletion = heldRecord({ op, author: tombstone.author, rev, key: "", value: null });
  const past = [...merged.past, undone];
  return { ...merged, status: "held", past, held: [...merged.held, deletion], nextRev: rev + 1 };
}

function mergeDeletion(input: MergeInput, record: StoredRecord): Merged {
  const { op, author, rev } = input;
  if (!Object.values(record.keyRev).every((keyRev) => hasSeen(input, keyRev))) {
    const held = [heldRecord({ op, author, rev, key: "", value: null })];
    return { ...unchanged(input, record), status: "held", held, nextRev: rev + 1 };
  }
  const buried: Buried = { body: record.body, keyRev: record.keyRev };
  return {
    status: "applied",
    record: { ...record, body: {}, keyRev: {}, deleted: true, rev, author, opId: op.opId },
    past: [{ key: "", value: { ...buried }, reason: "deleted", author: record.author, rev: record.rev }],
    held: [],
    rev,
    nextRev: rev + 1,
  };
}

function mergePatch(input: MergeInput, record: StoredRecord): Merged {
  const { op, author, rev } = input;
  const written: Record<string, Json> = {};
  const past: PastValue[] = [];
  const refused: [key: string, value: Json][] = [];

  for (const [key, value] of Object.entries(op.patch)) {
    const current = record.body[key] ?? null;
    const keyRev = record.keyRev[key];
    if (Object.hasOwn(record.body, key) && sameJson(current, value)) continue;
    if (current !== null && isWrittenOnce(op.kind, key)) {
      past.push({ key, value, reason: "writtenOnce", author, rev });
    } else if (keyRev && !hasSeen(input, keyRev) && keyRev[1] !== author) {
      refused.push([key, value]);
    } else if (keyRev && !hasSeen(input, keyRev) && isOfferId(op.opId)) {
      // It says what stood before the restore: what the same person has written since is later, whoever arrives first.
      past.push({ key, value, reason: "writtenOnce", author, rev });
    } else {
      written[key] = value;
      if (!keyRev) continue;
      const reason = hasSeen(input, keyRev) ? "replaced" : "conflict";
      past.push({ key, value: current, reason, author: keyRev[1], rev: keyRev[0] });
    }
  }

  const keysWritten = Object.keys(written);
  const lost = refused.length + past.filter(({ reason }) => reason === "writtenOnce").length;
  // An op that only repeats what stands still takes a rev: its opId then stands on every device.
  const isWritten = keysWritten.length > 0 || lost === 0 || isReturning(input);
  const heldFrom = isWritten ? rev + 1 : rev;
  const held = refused.map(([key, value], index) => heldRecord({ op, author, rev: heldFrom + index, key, value }));
  const conflicted = past.some(({ reason }) => reason !== "replaced");
  return {
    status: held.length > 0 ? "held" : conflicted ? "merged" : "applied",
    record: isWritten ? rewritten(input, record, written) : null,
    past,
    held,
    rev: isWritten ? rev : record.rev,
    // Past values are filed under a rev too, so an op that writes one never leaves the rev unused.
    nextRev: Math.max(heldFrom + held.length, past.length > 0 ? rev + 1 : rev),
  };
}

function rewritten(input: MergeInput, record: StoredRecord, written: Body): StoredRecord {
  const { op, author, rev } = input;
  const stamps = Object.fromEntries(Object.keys(written).map((key) => [key, [rev, author] as const]));
  return {
    ...record,
    schema: Math.max(record.schema, op.schema),
    body: applyPatch(record.body, written),
    keyRev: { ...record.keyRev, ...stamps },
    rev,
    author,
    opId: op.opId,
  };
}

function unchanged(input: MergeInput, record: StoredRecord): Merged {
  return { status: "applied", record: null, past: [], held: [], rev: record.rev, nextRev: input.rev };
}

// A tombstone handed to mergePatch has been raised already; the stored one is still deleted.
function isReturning(input: MergeInput): boolean {
  return input.record?.deleted === true;
}

// What the same account wrote no later than the op named in `after` comes from this device's own chain of unsettled ops.
function hasSeen(input: MergeInput, [rev, author]: KeyRev): boolean {
  const { op, restorePoint, afterRev } = input;
  const base = restorePoint === null ? op.base : Math.min(op.base, restorePoint);
  if (rev <= base) return true;
  return op.after !== undefined && afterRev !== null && rev <= afterRev && author === input.author;
}

interface HeldValue {
  readonly op: Op;
  readonly author: string;
  readonly rev: number;
  readonly key: string;
  readonly value: Json;
}

function heldRecord({ op, author, rev, key, value }: HeldValue): StoredRecord {
  const body: Body = { record: op.record, kind: op.kind, key, value };
  const keyRev = Object.fromEntries(Object.keys(body).map((field) => [field, [rev, author] as const]));
  const id = heldId(op.opId, key);
  return { id, kind: "held", schema: SCHEMA_VERSIONS.held, body, rev, keyRev, deleted: false, author, opId: op.opId };
}
