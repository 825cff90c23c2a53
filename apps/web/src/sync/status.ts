import type { RecordId, RunnerId } from "@legwork/core/record";
import {
  currentRunner,
  type LocalDb,
  type OutboxEntry,
  type QuarantineEntry,
  type ReadTx,
  type StoredRecord,
  type Stream,
  type StreamState,
} from "@/local-db";
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
    const [stream, waiting, refused] = await Promise.all([
      streamOf(tx, runner),
      waitingOf(tx, runner),
      refusedOf(tx, runner),
    ]);
    return {
      onlyHere: new Set([...waiting, ...refused].map((entry) => entry.record)).size,
      connection: stream.state,
      email: stream.email,
      acknowledgedAt: stream.acknowledgedAt,
      refused: refused.length,
    };
  });
}

// Both hold only what is on its way: the records are never gone through.
function waitingOf(tx: ReadTx, runner: RunnerId): Promise<readonly OutboxEntry[]> {
  const range = IDBKeyRange.bound([runner, 0], [runner, Number.MAX_SAFE_INTEGER]);
  return tx.objectStore("outbox").index("byRunner").getAll(range);
}

function refusedOf(tx: ReadTx, runner: RunnerId): Promise<readonly QuarantineEntry[]> {
  return tx.objectStore("quarantine").getAll(IDBKeyRange.bound([runner], [runner, []]));
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
