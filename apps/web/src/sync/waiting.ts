import type { RecordId } from "@legwork/core/record";
import {
  currentRunner,
  type LocalDb,
  type QuarantineEntry,
  type ReadTx,
  type StoredRecord,
  type Stream,
} from "@/local-db";
import { refusedOf, waitingOf } from "./status";
import { streamOf } from "./stream";

/** A record of which something waits, newest first. */
export interface WaitingRecord {
  readonly id: RecordId;
  readonly record: StoredRecord;
  readonly writtenAt: number;
  readonly refusal: QuarantineEntry | null;
}

export interface WaitingList {
  readonly waiting: readonly WaitingRecord[];
  /** Live records that the server has told back. */
  readonly onServer: number;
}

export function readWaiting(db: LocalDb): Promise<WaitingList> {
  return db.read(["records", "outbox", "quarantine", "streams", "device"], async (tx) => {
    const runner = await currentRunner(tx);
    const [stream, entries, refused] = await Promise.all([
      streamOf(tx, runner),
      waitingOf(tx, runner),
      refusedOf(tx, runner),
    ]);
    const writtenAtById = new Map<RecordId, number>();
    const refusalById = new Map(refused.map((entry) => [entry.record, entry]));
    for (const entry of refused) writtenAtById.set(entry.record, entry.refusedAt);
    for (const entry of entries) writtenAtById.set(entry.record, entry.writtenAt);
    const waiting = await Promise.all(
      [...writtenAtById].map(async ([id, writtenAt]) => {
        const record = await tx.objectStore("records").get([runner, id]);
        return record === undefined ? [] : [{ id, record, writtenAt, refusal: refusalById.get(id) ?? null }];
      }),
    );
    const listed = waiting.flat().sort((a, b) => b.writtenAt - a.writtenAt);
    return { waiting: listed, onServer: await toldBack(tx, stream) };
  });
}

// The digest counts along; a database from before it was kept has to be gone through until the next sync.
async function toldBack(tx: ReadTx, { runner, digest }: Stream): Promise<number> {
  if (digest !== undefined) return Object.values(digest).reduce((sum, { count }) => sum + count, 0);
  const all = await tx.objectStore("records").getAll(IDBKeyRange.bound([runner], [runner, []]));
  return all.filter(({ server }) => server !== null && !server.deleted).length;
}
