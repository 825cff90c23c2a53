import type { RecordId, RunnerId } from "@legwork/core/record";
import { type Op, OPS_PER_REQUEST_MAX, REQUEST_BYTES_MAX } from "@legwork/core/wire";
import type { LocalDb, OutboxEntry, Stream, WriteTx } from "@/local-db";
import { waitsBehind } from "./setbacks";
import { streamOf } from "./stream";

/** Room for the fields of the request beside its ops. Our own choice. */
const ENVELOPE_BYTES = 4 * 1024;
/** Entries read at once: a batch, and some that wait behind a refused one. Our own choice. */
const READ_AT_ONCE = 200;

export interface Batch {
  readonly epoch: string | null;
  readonly cursor: number;
  readonly settled: Stream["settled"];
  readonly ops: readonly Op[];
  readonly count: number;
  readonly oldestWrittenAt: number | null;
}

/**
 * Takes the next ops and freezes them before they leave: whatever becomes of the request, the same opId always
 * carries the same bytes. Ops behind a refused one of the same record wait.
 */
export function nextBatch(
  db: LocalDb,
  runner: RunnerId,
  options: { readonly limit: number; readonly leaveOut: ReadonlySet<string> },
): Promise<Batch> {
  return db.write(["outbox", "quarantine", "streams"], async (tx) => {
    const stream = await streamOf(tx, runner);
    const waiting = tx.objectStore("outbox").index("byRunner");
    const count = await waiting.count(after(runner, 0));
    const refused = count === 0 ? new Map<RecordId, number>() : await refusedFrom(tx, runner);
    const deferred = new Set<RecordId>();
    const ops: Op[] = [];
    let oldestWrittenAt: number | null = null;
    let bytes = ENVELOPE_BYTES;
    let page: readonly OutboxEntry[] = count === 0 ? [] : await waiting.getAll(after(runner, 0), READ_AT_ONCE);
    while (page.length > 0) {
      oldestWrittenAt ??= page[0]?.writtenAt ?? null;
      for (const entry of page) {
        if (waitsBehind(refused, entry)) continue;
        if (options.leaveOut.has(entry.opId)) {
          deferred.add(entry.record);
          continue;
        }
        // One that names no other does not depend on what the server could not take yet: it may be what that waits for.
        if (deferred.has(entry.record) && entry.op.after !== undefined) continue;
        const op = frozenOp(entry, stream.epoch);
        bytes += byteLength(op);
        const isFull = ops.length >= Math.min(options.limit, OPS_PER_REQUEST_MAX);
        if (isFull || (ops.length > 0 && bytes > REQUEST_BYTES_MAX)) return batch();
        ops.push(op);
        if (!entry.frozen) await tx.objectStore("outbox").put({ ...entry, op, frozen: true });
      }
      page = await waiting.getAll(after(runner, (page.at(-1)?.seq ?? 0) + 1), READ_AT_ONCE);
    }
    return batch();

    function batch(): Batch {
      const { epoch, cursor, settled } = stream;
      return { epoch, cursor, settled, ops, count, oldestWrittenAt };
    }
  });
}

function after(runner: RunnerId, seq: number): IDBKeyRange {
  return IDBKeyRange.bound([runner, seq], [runner, Number.MAX_SAFE_INTEGER]);
}

// A change made before the first contact knows no epoch; it gets the one under which it is first sent.
function frozenOp(entry: OutboxEntry, epoch: string | null): Op {
  return entry.frozen || entry.op.epoch !== "" ? entry.op : { ...entry.op, epoch: epoch ?? "" };
}

/** Where the first refused change of each record stands. */
async function refusedFrom(tx: WriteTx, runner: RunnerId): Promise<Map<RecordId, number>> {
  const refused = await tx.objectStore("quarantine").getAll(IDBKeyRange.bound([runner], [runner, []]));
  const from = new Map<RecordId, number>();
  for (const { record, seq } of refused) from.set(record, Math.min(seq, from.get(record) ?? seq));
  return from;
}

function byteLength(op: Op): number {
  return new TextEncoder().encode(JSON.stringify(op)).length + 1;
}
