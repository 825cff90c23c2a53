import { hash } from "node:crypto";
import {
  type Buried,
  changeDigest,
  isRandomId,
  type Merged,
  type MergeOutcome,
  mergeOp,
  needsBuried,
  type PastValue,
  type RecordId,
  restorePointOf,
  type StoredRecord,
} from "@legwork/core/record";
import type { Op, OpResult, Scope } from "@legwork/core/wire";
import type { ReadOp, Refusal } from "./read-ops";
import type { LockedStream, PastWrite, Receipt, RefusedOp, StreamChange, Subject } from "./stream-store";

export interface MergedPush {
  /** In the order of the ops. */
  readonly results: readonly OpResult[];
  /** Null when nothing is to be written. */
  readonly change: StreamChange | null;
  readonly refused: readonly RefusedOp[];
}

export interface PushInput {
  readonly ops: readonly ReadOp[];
  /** Account of the session. */
  readonly author: string;
  /** Null = the runner's own account, which may write all. */
  readonly scope: Scope | null;
  /** The runner's record of adjustments: the one singleton that somebody else with the scope may begin; only a scope needs it. */
  readonly adjustments?: RecordId;
}

/** Judges the ops in order against the locked stream. Writes nothing. */
export async function mergePush(
  stream: LockedStream,
  { ops, author, scope, adjustments }: PushInput,
): Promise<MergedPush> {
  const draft = { ...(await beginDraft(stream, ops, author)), adjustments: adjustments ?? null };
  const results: OpResult[] = [];
  const refused: RefusedOp[] = [];
  for (const one of ops) {
    const result = one.ok ? await settle(draft, one, scope) : rejected(one.opId, one.refusal);
    results.push(result);
    if (result.status === "rejected") refused.push({ op: one.raw, code: result.code, author });
  }
  return { results, refused, change: changeOf(draft) };
}

/** The stream as it will be, op by op. */
interface Draft {
  readonly stream: LockedStream;
  readonly author: string;
  /** Of these records it is known whether they were there. */
  readonly asked: readonly RecordId[];
  readonly before: ReadonlyMap<RecordId, StoredRecord>;
  readonly records: Map<RecordId, StoredRecord>;
  readonly receipts: Map<string, Receipt>;
  readonly newReceipts: Receipt[];
  readonly past: PastWrite[];
  readonly adjustments: RecordId | null;
  nextRev: number;
}

/** What the ops are about, each once. */
export function subjectOf(ops: readonly ReadOp[]): Subject {
  const readable = ops.flatMap((one) => (one.ok ? [one.op] : []));
  const opIds = readable.flatMap((op) => (op.after === undefined ? [op.opId] : [op.opId, op.after]));
  return { opIds: [...new Set(opIds)], ids: [...new Set(readable.map((op) => op.record))] };
}

async function beginDraft(
  stream: LockedStream,
  ops: readonly ReadOp[],
  author: string,
): Promise<Omit<Draft, "adjustments">> {
  const subject = subjectOf(ops);
  const { receipts, records } = await stream.beforePush(subject);
  const before = new Map(records.map((record) => [record.id, record]));
  return {
    stream,
    author,
    asked: subject.ids,
    before,
    records: new Map(before),
    receipts: new Map(receipts.map((receipt) => [receipt.opId, receipt])),
    newReceipts: [],
    past: [],
    nextRev: stream.head.head + 1,
  };
}

async function settle(draft: Draft, one: ReadOp & { readonly ok: true }, scope: Scope | null): Promise<OpResult> {
  const { op, hash } = one;
  const receipt = draft.receipts.get(op.opId);
  if (receipt) {
    const isSame = receipt.author === draft.author && receipt.hash === hash;
    return isSame
      ? { opId: op.opId, status: "duplicate", rev: receipt.rev }
      : rejected(op.opId, { code: "opIdReused" });
  }
  if (scope !== null && !mayWrite(draft, op, scope)) {
    return rejected(op.opId, { code: "notWritable" });
  }
  const outcome = await merge(draft, op);
  if (outcome.status === "deferred") return { opId: op.opId, status: "deferred" };
  if (outcome.status === "rejected") return rejected(op.opId, outcome);
  keep(draft, op, outcome);
  const settled: Receipt = { opId: op.opId, author: draft.author, hash, status: outcome.status, rev: outcome.rev };
  draft.receipts.set(op.opId, settled);
  draft.newReceipts.push(settled);
  return { opId: op.opId, status: outcome.status, rev: outcome.rev };
}

/**
 * Somebody else begins records under random ids only. The runner's singletons have ids that anybody can compute: taking one would
 * keep the runner's own record out, and trying one would tell whether a record of a hidden kind is there. The adjustments are there for
 * both: under their id nothing else ever stands.
 */
function mayWrite(draft: Draft, op: Op, scope: Scope): boolean {
  if (op.kind === "held") return mayChoose(draft.records.get(op.record), scope);
  if (!scope.write.includes(op.kind)) return false;
  if (op.kind === "adjustments" && op.record === draft.adjustments) return true;
  return isRandomId(op.record) || draft.records.get(op.record)?.kind === op.kind;
}

/** Who may write the record that a held value was meant for may choose between the two. */
function mayChoose(held: StoredRecord | undefined, scope: Scope): boolean {
  return held?.kind === "held" && scope.write.some((kind) => kind === held.body["kind"]);
}

async function merge(draft: Draft, op: Op): Promise<MergeOutcome> {
  const { stream, author } = draft;
  const record = draft.records.get(op.record) ?? null;
  const after = op.after === undefined ? undefined : draft.receipts.get(op.after);
  const buried = record !== null && needsBuried(record, op) ? await buriedBy(draft, record) : null;
  return mergeOp({
    record,
    op,
    author,
    rev: draft.nextRev,
    afterRev: after?.author === author ? after.rev : null,
    restorePoint: restorePointOf(op.epoch, stream.head),
    buried,
  });
}

/** A body may have been buried earlier in this very push. */
async function buriedBy(draft: Draft, tombstone: StoredRecord): Promise<Buried | null> {
  const drafted = draft.past.filter((write) => write.id === tombstone.id && write.rev === tombstone.rev);
  const whole = drafted.flatMap((write) => write.values).find((value) => value.reason === "deleted");
  return whole ? buriedValue(whole) : draft.stream.buried(tombstone);
}

// `mergeOp` writes a deleted value from a Buried.
function buriedValue(value: PastValue): Buried {
  return value.value as unknown as Buried;
}

function keep(draft: Draft, op: Op, outcome: Merged): void {
  if (outcome.record) draft.records.set(outcome.record.id, outcome.record);
  for (const held of outcome.held) draft.records.set(held.id, held);
  if (outcome.past.length > 0) {
    draft.past.push({ id: op.record, rev: draft.nextRev, values: outcome.past });
  }
  draft.nextRev = outcome.nextRev;
}

function changeOf(draft: Draft): StreamChange | null {
  if (draft.newReceipts.length === 0) return null;
  const records = [...draft.records.values()].filter((record) => draft.before.get(record.id) !== record);
  const changes = records.map((after) => ({ before: draft.before.get(after.id) ?? null, after }));
  const digest = changeDigest(draft.stream.head.digest, changes, (text) => hash("sha256", text, "buffer"));
  const created = new Set(draft.asked.filter((id) => !draft.before.has(id)));
  return { records, created, past: draft.past, receipts: draft.newReceipts, head: draft.nextRev - 1, digest };
}

function rejected(opId: string, { code, key }: Refusal): OpResult {
  return { opId, status: "rejected", code, ...(key === undefined ? {} : { key }) };
}
