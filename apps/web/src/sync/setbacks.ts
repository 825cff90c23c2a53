import type { RecordId, RunnerId } from "@legwork/core/record";
import type { LocalDb } from "@/local-db";
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

/** The runner lets refused changes of a record go, and those that waited behind them. */
export function discardRefused(db: LocalDb, runner: RunnerId, record: RecordId): Promise<void> {
  return db.write(["records", "outbox", "sent", "quarantine"], async (tx) => {
    const range = IDBKeyRange.bound([runner, record, 0], [runner, record, Number.MAX_SAFE_INTEGER]);
    for (const store of ["quarantine", "outbox"] as const) {
      let cursor = await tx.objectStore(store).index("byRecord").openCursor(range);
      while (cursor !== null) {
        await cursor.delete();
        cursor = await cursor.continue();
      }
    }
    const stored = await tx.objectStore("records").get([runner, record]);
    await recompute(tx, runner, record, stored?.server ?? null);
  });
}
