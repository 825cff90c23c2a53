import { v4 as randomId } from "uuid";
import {
  type Body,
  type Json,
  lowerPatch,
  type RecordId,
  type RecordKind,
  type RunnerId,
  SCHEMA_STEPS,
  SCHEMA_VERSIONS,
  squash,
} from "@legwork/core/record";
import type { Op } from "@legwork/core/wire";
import { currentRunner, type LocalDb, type OutboxEntry, type WriteTx } from "@/local-db";
import { sameJson } from "./same-json";
import { recompute } from "./shown";
import { streamOf } from "./stream";

/** One change by the runner. Keys that already have the value are left out of what is sent. */
export interface RecordWrite {
  readonly id: RecordId;
  readonly kind: RecordKind;
  readonly patch: Readonly<Record<string, Json>>;
  readonly del?: true;
}

/**
 * Writes records and their outbox entries in one durable transaction. When the promise resolves, the change is
 * on the disk and may be called saved. `writes` may look at the runner, who can change when an account is joined.
 */
export function writeRecords(
  db: LocalDb,
  writes: readonly RecordWrite[] | ((runner: RunnerId) => readonly RecordWrite[]),
  now: number,
): Promise<void> {
  return db.write(["records", "outbox", "sent", "quarantine", "streams", "device"], async (tx) => {
    const runner = await currentRunner(tx);
    const list = typeof writes === "function" ? writes(runner) : writes;
    for (const write of list) await writeOne(tx, runner, write, now);
  });
}

/** One change inside a transaction that the caller holds open. */
async function writeOne(tx: WriteTx, runner: RunnerId, write: RecordWrite, now: number) {
  const stored = await tx.objectStore("records").get([runner, write.id]);
  const body = stored?.deleted === true ? {} : (stored?.body ?? {});
  const patch = changedKeys(body, lowerPatch(SCHEMA_STEPS[write.kind], write.patch));
  const exists = stored !== undefined && !stored.deleted;
  if (write.del === true ? !exists : exists && Object.keys(patch).length === 0) return;

  const stream = await streamOf(tx, runner);
  const last = await lastWaiting(tx, runner, write.id);
  const op: Op = {
    opId: randomId(),
    record: write.id,
    kind: write.kind,
    schema: SCHEMA_VERSIONS[write.kind],
    base: stored?.server?.rev ?? 0,
    epoch: stream.epoch ?? "",
    patch: write.del === true ? {} : patch,
    ...(write.del === true ? { del: true } : {}),
  };
  await enqueue(tx, { runner, last, op, now });
  await recompute(tx, runner, write.id, stored?.server ?? null);
}

interface Enqueue {
  readonly runner: RunnerId;
  readonly last: OutboxEntry | undefined;
  readonly op: Op;
  readonly now: number;
}

async function enqueue(tx: WriteTx, { runner, last, op, now }: Enqueue) {
  const outbox = tx.objectStore("outbox");
  const squashable = last !== undefined && !last.frozen && last.op.base === op.base && last.op.epoch === op.epoch;
  if (!squashable) {
    await add(last === undefined ? op : { ...op, after: last.opId });
    return;
  }
  const [first, second] = squash(last.op, op);
  // Behind a refused change a deletion waits with it: without one the refused change would show the record again.
  if (first === undefined && (await isRefused(tx, runner, op.record))) {
    await outbox.put({ ...last, op: { ...last.op, patch: {}, del: true } });
  } else if (first === undefined) await outbox.delete(last.seq);
  else await outbox.put({ ...last, op: first });
  if (second !== undefined) await add(second);

  // The key is given by the store: entries are sent in the order of their writing.
  async function add(each: Op) {
    const entry = { runner, opId: each.opId, record: each.record, op: each, frozen: false, writtenAt: now };
    await outbox.add(entry as OutboxEntry);
  }
}

async function isRefused(tx: WriteTx, runner: RunnerId, record: RecordId): Promise<boolean> {
  const range = IDBKeyRange.bound([runner, record, 0], [runner, record, Number.MAX_SAFE_INTEGER]);
  return (await tx.objectStore("quarantine").index("byRecord").count(range)) > 0;
}

async function lastWaiting(tx: WriteTx, runner: RunnerId, record: RecordId): Promise<OutboxEntry | undefined> {
  const range = IDBKeyRange.bound([runner, record, 0], [runner, record, Number.MAX_SAFE_INTEGER]);
  const cursor = await tx.objectStore("outbox").index("byRecord").openCursor(range, "prev");
  return cursor?.value;
}

function changedKeys(body: Body, patch: RecordWrite["patch"]): RecordWrite["patch"] {
  return Object.fromEntries(Object.entries(patch).filter(([key, value]) => !sameJson(body[key] ?? null, value)));
}
