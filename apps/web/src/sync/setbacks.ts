import { isRandomId, type RecordId, type RunnerId } from "@legwork/core/record";
import type { LocalDb, OutboxEntry } from "@/local-db";
import { recompute } from "./shown";

interface Refusal {
  readonly runner: RunnerId;
  readonly opId: string;
  readonly code: string;
  readonly now: number;
}

/** Puts one change aside so that all others can go on. */
export function refuse(db: LocalDb, { runner, opId, code, now }: Refusal): Promise<void> {
  return db.write(["outbox", "quarantine"], async (tx) => {
    const entry = await tx.objectStore("outbox").index("byOp").get([runner, opId]);
    if (entry === undefined) return;
    const { seq, record, op } = entry;
    await tx.objectStore("quarantine").put({ seq, runner, opId, record, op, code, key: null, refusedAt: now });
    await tx.objectStore("outbox").delete(seq);
  });
}

/**
 * Whether a waiting change of a record stands behind a refused one. What was acknowledged before and goes again to a server that forgot it
 * stands before it, and an offer to such a server, known by an id that is not random, stands beside it.
 */
export function waitsBehind(refusedFrom: ReadonlyMap<RecordId, number>, { record, seq, opId }: OutboxEntry): boolean {
  const from = refusedFrom.get(record);
  return from !== undefined && seq > from && isRandomId(opId as RecordId);
}

/** The runner lets refused changes of a record go, and those that waited behind them. */
export function discardRefused(db: LocalDb, runner: RunnerId, record: RecordId): Promise<void> {
  return db.write(["records", "outbox", "sent", "quarantine"], async (tx) => {
    const range = IDBKeyRange.bound([runner, record, 0], [runner, record, Number.MAX_SAFE_INTEGER]);
    const refused = await tx.objectStore("quarantine").index("byRecord").getAll(range);
    const waiting = await tx.objectStore("outbox").index("byRecord").getAll(range);
    const refusedFrom = new Map(refused.toReversed().map(({ seq }) => [record, seq]));
    for (const { opId } of refused) await tx.objectStore("quarantine").delete([runner, opId]);
    for (const entry of waiting) if (waitsBehind(refusedFrom, entry)) await tx.objectStore("outbox").delete(entry.seq);
    const stored = await tx.objectStore("records").get([runner, record]);
    await recompute(tx, runner, record, stored?.server ?? null);
  });
}
