import type { RecordId, RunnerId } from "@legwork/core/record";
import { type Op, OPS_PER_REQUEST_MAX, REQUEST_BYTES_MAX } from "@legwork/core/wire";
import type { LocalDb, OutboxEntry, WriteTx } from "@/local-db";
import { streamOf } from "./stream";

/** Room for the fields of the request beside its ops. Our own choice. */
const ENVELOPE_BYTES = 4 * 1024;

export interface Batch {
  readonly epoch: string | null;
  readonly cursor: number;
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
    const entries = await tx
      .objectStore("outbox")
      .index("byRunner")
      .getAll(IDBKeyRange.bound([runner, 0], [runner, Number.MAX_SAFE_INTEGER]));
    const held = await refusedRecords(tx, runner);
    const ops: Op[] = [];
    let bytes = ENVELOPE_BYTES;
    for (const entry of entries) {
      if (held.has(entry.record)) continue;
      if (options.leaveOut.has(entry.opId)) {
        held.add(entry.record);
        continue;
      }
      const op = frozenOp(entry, stream.epoch);
      bytes += byteLength(op);
      if (ops.length >= Math.min(options.limit, OPS_PER_REQUEST_MAX) || (ops.length > 0 && bytes > REQUEST_BYTES_MAX))
        break;
      ops.push(op);
      if (!entry.frozen) await tx.objectStore("outbox").put({ ...entry, op, frozen: true });
    }
    return {
      epoch: stream.epoch,
      cursor: stream.cursor,
      ops,
      count: entries.length,
      oldestWrittenAt: entries[0]?.writtenAt ?? null,
    };
  });
}

// A change made before the first contact knows no epoch; it gets the one under which it is first sent.
function frozenOp(entry: OutboxEntry, epoch: string | null): Op {
  return entry.frozen || entry.op.epoch !== "" ? entry.op : { ...entry.op, epoch: epoch ?? "" };
}

async function refusedRecords(tx: WriteTx, runner: RunnerId): Promise<Set<RecordId>> {
  const range = IDBKeyRange.bound([runner], [runner, []]);
  const refused = await tx.objectStore("quarantine").getAll(range);
  return new Set(refused.map((entry) => entry.record));
}

function byteLength(op: Op): number {
  return new TextEncoder().encode(JSON.stringify(op)).length + 1;
}
