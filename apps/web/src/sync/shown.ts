import { applyPatch, type RecordId, type RunnerId } from "@legwork/core/record";
import type { Op, SyncedRecord } from "@legwork/core/wire";
import type { ReadTx, StoredRecord, WriteTx } from "@/local-db";

/** The shown record = what the server said + every change of this phone that the server has not told back yet. */
export async function recompute(tx: WriteTx, runner: RunnerId, id: RecordId, server: SyncedRecord | null) {
  const pending = await pendingOps(tx, runner, id, server?.rev ?? 0);
  const records = tx.objectStore("records");
  if (server === null && pending.length === 0) {
    await records.delete([runner, id]);
    return;
  }
  await records.put(show(runner, id, server, pending));
}

/** A record of which nothing of this phone is on its way. */
export function showAsToldBy(runner: RunnerId, server: SyncedRecord): StoredRecord {
  return show(runner, server.id, server, []);
}

function show(runner: RunnerId, id: RecordId, server: SyncedRecord | null, pending: readonly Op[]): StoredRecord {
  let body = server?.body ?? {};
  let deleted = server?.deleted ?? false;
  for (const op of pending) {
    // A change to a deleted record begins it anew, as on the server.
    if (deleted && op.del !== true && op.base === 0) body = {};
    body = applyPatch(body, op.patch);
    deleted = op.del === true;
  }
  const kind = server?.kind ?? pending[0]?.kind ?? "";
  return { runner, id, kind, date: dateOf(body), server, body, deleted };
}

/** Acknowledged but not pulled back yet, refused, and waiting ones, in the order they were made. */
async function pendingOps(
  tx: ReadTx | WriteTx,
  runner: RunnerId,
  id: RecordId,
  seenRev: number,
): Promise<readonly Op[]> {
  const range = IDBKeyRange.bound([runner, id, 0], [runner, id, Number.MAX_SAFE_INTEGER]);
  const [sent, refused, waiting] = await Promise.all([
    tx.objectStore("sent").index("byRecord").getAll(range),
    tx.objectStore("quarantine").index("byRecord").getAll(range),
    tx.objectStore("outbox").index("byRecord").getAll(range),
  ]);
  return [...sent.filter((entry) => entry.rev > seenRev), ...refused, ...waiting]
    .sort((a, b) => a.seq - b.seq)
    .map((entry) => entry.op);
}

function dateOf(body: StoredRecord["body"]): string {
  const date = body["date"] ?? body["monday"];
  return typeof date === "string" ? date : "";
}
