import type { RecordId, RunnerId } from "@legwork/core/record";
import type { OpResult, SyncedRecord, SyncResponse } from "@legwork/core/wire";
import type { LocalDb, WriteTx } from "@/local-db";
import { recompute } from "./shown";
import { changeStream, streamOf } from "./stream";

/** Acknowledged ops are kept this long to heal a server that was set back. */
const KEEP_SENT_MS = 90 * 86_400_000;

interface Applying {
  readonly runner: RunnerId;
  readonly response: SyncResponse;
  /** The cursor that was sent: the answer covers what lies between it and the new one. */
  readonly askedFrom: number;
  readonly now: number;
}

/** Takes in a whole answer, or nothing of it: results, changes and cursor in one transaction. */
export function applyAnswer(db: LocalDb, { runner, response, askedFrom, now }: Applying): Promise<void> {
  return db.write(["records", "outbox", "sent", "quarantine", "streams"], async (tx) => {
    const stream = await streamOf(tx, runner);
    const touched = new Set<RecordId>();
    for (const result of response.results) {
      const record = await settle(tx, { runner, result, now });
      if (record !== null) touched.add(record);
    }

    // Another tab may have gone further meanwhile, or the history may have changed: then this page is old.
    const fits = stream.cursor >= askedFrom && (stream.epoch === null || stream.epoch === response.epoch);
    if (fits) {
      for (const change of response.changes) {
        await putServer(tx, runner, change);
        touched.add(change.id);
      }
      await changeStream(tx, runner, {
        epoch: response.epoch,
        cursor: Math.max(stream.cursor, response.cursor),
        acknowledgedAt: now,
      });
    } else {
      await changeStream(tx, runner, { acknowledgedAt: now });
    }

    for (const id of touched) {
      const stored = await tx.objectStore("records").get([runner, id]);
      await recompute(tx, runner, id, stored?.server ?? null);
    }
    await forgetOldSent(tx, now - KEEP_SENT_MS);
  });
}

async function putServer(tx: WriteTx, runner: RunnerId, change: SyncedRecord) {
  const records = tx.objectStore("records");
  const stored = await records.get([runner, change.id]);
  if (stored?.server && stored.server.rev > change.rev) return;
  await records.put({
    runner,
    id: change.id,
    kind: change.kind,
    date: stored?.date ?? "",
    server: change,
    body: change.body,
    deleted: change.deleted,
  });
}

interface Settling {
  readonly runner: RunnerId;
  readonly result: OpResult;
  readonly now: number;
}

/** Moves exactly the op that was answered; an op that another tab has settled already is no longer here. */
async function settle(tx: WriteTx, { runner, result, now }: Settling): Promise<RecordId | null> {
  if (result.status === "deferred") return null;
  const entry = await tx.objectStore("outbox").index("byOp").get([runner, result.opId]);
  if (entry === undefined) return null;
  const { seq, opId, record, op } = entry;
  if (result.status === "rejected") {
    const refusal = { code: result.code, key: result.key ?? null, refusedAt: now };
    await tx.objectStore("quarantine").put({ seq, runner, opId, record, op, ...refusal });
  } else {
    await tx.objectStore("sent").put({ seq, runner, opId, record, op, rev: result.rev, acknowledgedAt: now });
  }
  await tx.objectStore("outbox").delete(seq);
  return record;
}

async function forgetOldSent(tx: WriteTx, before: number) {
  let cursor = await tx.objectStore("sent").index("byAcknowledgedAt").openCursor(IDBKeyRange.upperBound(before));
  while (cursor !== null) {
    await cursor.delete();
    cursor = await cursor.continue();
  }
}
