import { applyPatch, isOfferId, type RecordId, type RunnerId } from "@legwork/core/record";
import type { Op, SyncedRecord } from "@legwork/core/wire";
import type { OutboxEntry, QuarantineEntry, ReadTx, SentEntry, StoredRecord, WriteTx } from "@/local-db";

/** The changes of this phone to one record, by how far they have come. */
export interface OwnChanges {
  readonly sent: readonly SentEntry[];
  readonly refused: readonly QuarantineEntry[];
  readonly waiting: readonly OutboxEntry[];
}

/** The shown record = what the server said + every change of this phone that the server has not told back yet. */
export async function recompute(tx: WriteTx, runner: RunnerId, id: RecordId, server: SyncedRecord | null) {
  const pending = pendingOps(await ownChanges(tx, runner, id), server?.rev ?? 0);
  await putShown(tx, { runner, id, server, pending });
}

export async function ownChanges(tx: ReadTx | WriteTx, runner: RunnerId, id: RecordId): Promise<OwnChanges> {
  const range = IDBKeyRange.bound([runner, id, 0], [runner, id, Number.MAX_SAFE_INTEGER]);
  const [sent, refused, waiting] = await Promise.all([
    tx.objectStore("sent").index("byRecord").getAll(range),
    tx.objectStore("quarantine").index("byRecord").getAll(range),
    tx.objectStore("outbox").index("byRecord").getAll(range),
  ]);
  return { sent, refused, waiting };
}

/**
 * Acknowledged but not pulled back yet, refused, and waiting ones, in the order they were made. What is offered to a server that forgot it
 * is older than all of them, as the server sees it too.
 */
export function pendingOps({ sent, refused, waiting }: OwnChanges, seenRev: number): readonly Op[] {
  const age = ({ opId }: { readonly opId: string }) => (isOfferId(opId) ? 0 : 1);
  return [...sent.filter((entry) => entry.rev > seenRev), ...refused, ...waiting]
    .sort((a, b) => age(a) - age(b) || a.seq - b.seq)
    .map((entry) => entry.op);
}

export interface Shown {
  readonly runner: RunnerId;
  readonly id: RecordId;
  readonly server: SyncedRecord | null;
  readonly pending: readonly Op[];
}

export async function putShown(tx: WriteTx, shown: Shown) {
  const records = tx.objectStore("records");
  if (shown.server === null && shown.pending.length === 0) await records.delete([shown.runner, shown.id]);
  else await records.put(show(shown));
}

/** The record as it is shown, and stored. */
export function show({ runner, id, server, pending }: Shown): StoredRecord {
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

function dateOf(body: StoredRecord["body"]): string {
  const date = body["date"] ?? body["monday"];
  return typeof date === "string" ? date : "";
}
