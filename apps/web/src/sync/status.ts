import type { RecordId } from "@legwork/core/record";
import { currentRunner, type LocalDb, type QuarantineEntry, type StoredRecord, type StreamState } from "@/local-db";
import { streamOf } from "./stream";

/** What the safety light tells: where my logs are. */
export interface SyncStatus {
  /** Records of which something is only on this phone. */
  readonly onlyHere: number;
  readonly connection: StreamState;
  readonly email: string | null;
  /** Epoch ms when the server last answered; null = never. */
  readonly acknowledgedAt: number | null;
  /** Changes that the server refused. */
  readonly refused: number;
}

export function readSyncStatus(db: LocalDb): Promise<SyncStatus> {
  return db.read(["outbox", "quarantine", "streams", "device"], async (tx) => {
    const runner = await currentRunner(tx);
    const stream = await streamOf(tx, runner);
    const waiting = await tx
      .objectStore("outbox")
      .index("byRunner")
      .getAll(IDBKeyRange.bound([runner, 0], [runner, Number.MAX_SAFE_INTEGER]));
    const refused = await tx.objectStore("quarantine").getAll(IDBKeyRange.bound([runner], [runner, []]));
    return {
      onlyHere: new Set([...waiting, ...refused].map((entry) => entry.record)).size,
      connection: stream.state,
      email: stream.email,
      acknowledgedAt: stream.acknowledgedAt,
      refused: refused.length,
    };
  });
}

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
  return db.read(["records", "outbox", "quarantine", "device"], async (tx) => {
    const runner = await currentRunner(tx);
    const entries = await tx
      .objectStore("outbox")
      .index("byRunner")
      .getAll(IDBKeyRange.bound([runner, 0], [runner, Number.MAX_SAFE_INTEGER]));
    const refused = await tx.objectStore("quarantine").getAll(IDBKeyRange.bound([runner], [runner, []]));
    const writtenAtById = new Map<RecordId, number>();
    for (const entry of refused) writtenAtById.set(entry.record, entry.refusedAt);
    for (const entry of entries) writtenAtById.set(entry.record, entry.writtenAt);
    const waiting: WaitingRecord[] = [];
    for (const [id, writtenAt] of writtenAtById) {
      const record = await tx.objectStore("records").get([runner, id]);
      if (record === undefined) continue;
      waiting.push({ id, record, writtenAt, refusal: refused.find((each) => each.record === id) ?? null });
    }
    const all = await tx.objectStore("records").count(IDBKeyRange.bound([runner], [runner, []]));
    const onlyHere = waiting.filter(({ record }) => record.server === null).length;
    return { waiting: waiting.sort((a, b) => b.writtenAt - a.writtenAt), onServer: all - onlyHere };
  });
}
