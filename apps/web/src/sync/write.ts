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
import type { LocalDb, OutboxEntry, WriteTx } from "@/local-db";
import { sameJson } from "./same-json";
import { type OwnChanges, ownChanges, pendingOps, putShown } from "./shown";
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
  return db.write(["records", "outbox", "sent", "quarantine", "streams"], async (tx, runner) => {
    const list = typeof writes === "function" ? writes(runner) : writes;
    for (const write of list) await writeOne(tx, runner, write, now);
  });
}

/** One change inside a transaction that the caller holds open. What it reads it asks for at once, and what it writes too. */
async function writeOne(tx: WriteTx, runner: RunnerId, write: RecordWrite, now: number) {
  const [stored, stream, own] = await Promise.all([
    tx.objectStore("records").get([runner, write.id]),
    streamOf(tx, runner),
    ownChanges(tx, runner, write.id),
  ]);
  const body = stored?.deleted === true ? {} : (stored?.body ?? {});
  const patch = changedKeys(body, lowerPatch(SCHEMA_STEPS[write.kind], write.patch));
  const exists = stored !== undefined && !stored.deleted;
  if (write.del === true ? !exists : exists && Object.keys(patch).length === 0) return;

  const server = stored?.server ?? null;
  const op: Op = {
    opId: randomId(),
    record: write.id,
    kind: write.kind,
    schema: SCHEMA_VERSIONS[write.kind],
    base: server?.rev ?? 0,
    epoch: stream.epoch ?? "",
    patch: write.del === true ? {} : patch,
    ...(write.del === true ? { del: true } : {}),
  };
  const last = own.waiting.at(-1);
  const { kept, added } = joinOutbox(own, op);
  const waiting = [...own.waiting.slice(0, -1), ...(kept === null ? [] : [kept])];
  const pending = [...pendingOps({ ...own, waiting }, op.base), ...(added === null ? [] : [added])];
  const outbox = tx.objectStore("outbox");
  const entry = { runner, record: write.id, frozen: false, writtenAt: now };
  await Promise.all([
    last !== undefined && kept !== last && (kept === null ? outbox.delete(last.seq) : outbox.put(kept)),
    // The key is given by the store: entries are sent in the order of their writing.
    added !== null && outbox.add({ ...entry, opId: added.opId, op: added } as OutboxEntry),
    putShown(tx, { runner, id: write.id, server, pending }),
  ]);
}

interface Joined {
  /** The last of those that wait as it is now; null when there is none, or when it goes. */
  readonly kept: OutboxEntry | null;
  /** What comes behind it. */
  readonly added: Op | null;
}

/** One more change beside those of the same record that wait already. */
function joinOutbox({ waiting, refused }: OwnChanges, op: Op): Joined {
  const last = waiting.at(-1);
  if (last === undefined) return { kept: null, added: op };
  const squashable = !last.frozen && last.op.base === op.base && last.op.epoch === op.epoch;
  if (!squashable) return { kept: last, added: { ...op, after: last.opId } };
  const [first, second] = squash(last.op, op);
  if (first !== undefined) return { kept: { ...last, op: first }, added: second ?? null };
  // Behind a refused change a deletion waits with it: without one the refused change would show the record again.
  const deletion = refused.length > 0 ? { ...last, op: { ...last.op, patch: {}, del: true as const } } : null;
  return { kept: deletion, added: second ?? null };
}

function changedKeys(body: Body, patch: RecordWrite["patch"]): RecordWrite["patch"] {
  return Object.fromEntries(Object.entries(patch).filter(([key, value]) => !sameJson(body[key] ?? null, value)));
}
