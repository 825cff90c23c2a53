import { v4 as randomId } from "uuid";
import { type Json, type RecordId, type Rejection, type RunnerId, validateOp } from "@legwork/core/record";
import type { Op } from "@legwork/core/wire";
import {
  currentRunner,
  type LocalDb,
  type OutboxEntry,
  type QuarantineEntry,
  type ReadTx,
  type StoredRecord,
  type WriteTx,
} from "@/local-db";
import { recompute } from "./shown";
import { streamOf } from "./stream";

/** A change that the server refused, with what waits behind it. */
export interface RefusedChange {
  readonly refusal: QuarantineEntry;
  /** As it is shown, the refused change included. */
  readonly record: StoredRecord | null;
  /** Changes of the same record that go where this one goes, oldest first. */
  readonly behind: readonly OutboxEntry[];
}

/** What the server refused, oldest first. */
export function readRefused(db: LocalDb): Promise<readonly RefusedChange[]> {
  return db.read(["records", "outbox", "quarantine", "device"], async (tx) => {
    const runner = await currentRunner(tx);
    const refusals = await tx.objectStore("quarantine").getAll(IDBKeyRange.bound([runner], [runner, []]));
    return Promise.all(
      refusals
        .sort((a, b) => a.seq - b.seq)
        .map(async (refusal) => ({
          refusal,
          record: (await tx.objectStore("records").get([runner, refusal.record])) ?? null,
          behind: await waitingOf(tx, runner, refusal.record),
        })),
    );
  });
}

export interface Mending {
  readonly opId: string;
  readonly key: string;
  /** The value in place of the refused one; `leaveOut` takes the key out of the change. */
  readonly value: { readonly as: "value"; readonly value: Json } | { readonly as: "leaveOut" };
}

export type Mended =
  | { readonly ok: true }
  | { readonly ok: false; readonly error: Rejection | { readonly code: "gone" | "nothingLeft" } };

/**
 * Puts a refused change back on its way with another value. It is a new change with an opId of its own; what waits behind it
 * names it from now on. A waiting change that was perhaps sent becomes a new one too: its bytes change.
 */
export function mendRefused(db: LocalDb, { opId, key, value }: Mending): Promise<Mended> {
  return db.write(["records", "outbox", "sent", "quarantine", "streams", "device"], async (tx): Promise<Mended> => {
    const runner = await currentRunner(tx);
    const refusal = await tx.objectStore("quarantine").get([runner, opId]);
    if (refusal === undefined) return { ok: false, error: { code: "gone" } };

    const { [key]: _refused, ...others } = refusal.op.patch;
    const patch = value.as === "leaveOut" ? others : { ...others, [key]: value.value };
    if (Object.keys(patch).length === 0 && refusal.op.del !== true)
      return { ok: false, error: { code: "nothingLeft" } };
    const { seq, record } = refusal;
    const stored = await tx.objectStore("records").get([runner, record]);
    const waiting = await waitingOf(tx, runner, record);
    const before = waiting.findLast((entry) => entry.seq < seq);
    const mended: Op = {
      ...refusal.op,
      opId: randomId(),
      patch,
      // Made before anything of the record had arrived: it now stands on what has.
      ...(refusal.op.base === 0 && stored?.server
        ? { base: stored.server.rev, epoch: (await streamOf(tx, runner)).epoch ?? refusal.op.epoch }
        : {}),
      ...(refusal.op.after === undefined && before !== undefined ? { after: before.opId } : {}),
    };
    const rejection = validateOp(mended);
    if (rejection !== null) return { ok: false, error: rejection };

    await tx.objectStore("quarantine").delete([runner, opId]);
    const behind = waiting.filter((entry) => entry.seq > seq);
    await standBehind(tx, behind, { old: opId, mended: mended.opId });
    const entry = { seq, runner, opId: mended.opId, record, op: mended, frozen: false, writtenAt: refusal.refusedAt };
    await tx.objectStore("outbox").put(entry);
    await recompute(tx, runner, record, stored?.server ?? null);
    return { ok: true };
  });
}

/** What waits names the mended change; what was written after the refusal named none, and its first one does now. */
async function standBehind(
  tx: WriteTx,
  behind: readonly OutboxEntry[],
  { old, mended }: { readonly old: string; readonly mended: string },
) {
  const newIds = new Map([[old, mended]]);
  const unchained = behind.find(({ op }) => op.after === undefined);
  for (const entry of behind) {
    const after = entry === unchained ? mended : newIds.get(entry.op.after ?? "");
    if (after === undefined) continue;
    const opId = entry.frozen ? randomId() : entry.opId;
    newIds.set(entry.opId, opId);
    await tx.objectStore("outbox").put({ ...entry, opId, op: { ...entry.op, opId, after }, frozen: false });
  }
}

function waitingOf(tx: ReadTx | WriteTx, runner: RunnerId, record: RecordId): Promise<OutboxEntry[]> {
  const range = IDBKeyRange.bound([runner, record, 0], [runner, record, Number.MAX_SAFE_INTEGER]);
  return tx.objectStore("outbox").index("byRecord").getAll(range);
}
