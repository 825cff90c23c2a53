import type { RunnerId } from "@legwork/core/record";
import type { LocalDb, OutboxEntry, QuarantineEntry, ReadTx, StreamState } from "@/local-db";
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
  return db.read(["outbox", "quarantine", "streams"], async (tx, runner) => {
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
export function waitingOf(tx: ReadTx, runner: RunnerId): Promise<readonly OutboxEntry[]> {
  const range = IDBKeyRange.bound([runner, 0], [runner, Number.MAX_SAFE_INTEGER]);
  return tx.objectStore("outbox").index("byRunner").getAll(range);
}

export function refusedOf(tx: ReadTx, runner: RunnerId): Promise<readonly QuarantineEntry[]> {
  return tx.objectStore("quarantine").getAll(IDBKeyRange.bound([runner], [runner, []]));
}
