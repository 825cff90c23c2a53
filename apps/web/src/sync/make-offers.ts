import { offerOf, type RunnerId } from "@legwork/core/record";
import type { SyncedRecord } from "@legwork/core/wire";
import type { RecordToOffer, WriteTx } from "@/local-db";
import type { Repaired, Repairing } from "./repair";
import { recompute } from "./shown";
import { changeStream, streamOf } from "./stream";

/**
 * Offers what the server still lacks after every known op was sent again. Offers it once: the opId follows from the record, and an op of that
 * id that waits, was sent or was refused is not made again.
 */
export async function makeOffers({ db, transport, runner, now, signal }: Repairing): Promise<Repaired> {
  const before = await db.read(["streams"], (tx) => streamOf(tx, runner));
  if ((before.toOffer ?? []).length === 0) return { status: "asItIs" };
  const account = before.account ?? (await transport.account?.(signal).catch(() => null)) ?? null;
  if (account === null) return { status: "asItIs" };
  const made = await db.write(["records", "outbox", "sent", "quarantine", "streams"], async (tx) => {
    const { epoch, restoreHead = 0, toOffer = [] } = await streamOf(tx, runner);
    let count = 0;
    for (const mine of epoch === null ? [] : toOffer) {
      const stored = await tx.objectStore("records").get([runner, mine.id]);
      const seen = Math.max(Math.min(restoreHead, mine.shared ?? restoreHead), mine.seen ?? 0);
      const theirs = stored?.server ?? null;
      const left = leftToOffer(mine, theirs);
      const op = left && offerOf({ mine: left, theirs, epoch: epoch ?? "", restoreHead: seen, account });
      if (op === null || (await isKnown(tx, runner, op.opId))) continue;
      const entry = { runner, opId: op.opId, record: mine.id, op, frozen: true, writtenAt: now };
      await tx.objectStore("outbox").add(entry as never);
      await recompute(tx, runner, mine.id, theirs);
      count += 1;
    }
    await changeStream(tx, runner, { toOffer: [], account });
    return count;
  });
  return { status: made > 0 ? "again" : "asItIs" };
}

/**
 * What this device has written anew is not part of it, so that no offer undoes that. But where nothing stands what was written cannot land, and
 * an offer without it could not begin the record: there the whole is offered, and what waits comes on top of it.
 */
function leftToOffer(mine: RecordToOffer, theirs: SyncedRecord | null): SyncedRecord | null {
  const { written = [] } = mine;
  if (theirs === null || written.length === 0) return mine;
  // Who wrote a key of a deleted record wants it back.
  if (written === "all" || mine.deleted) return null;
  if (theirs.deleted) return mine;
  return { ...mine, body: Object.fromEntries(Object.entries(mine.body).filter(([key]) => !written.includes(key))) };
}

async function isKnown(tx: WriteTx, runner: RunnerId, opId: string): Promise<boolean> {
  const found = await Promise.all([
    tx.objectStore("outbox").index("byOp").get([runner, opId]),
    tx.objectStore("sent").get([runner, opId]),
    tx.objectStore("quarantine").get([runner, opId]),
  ]);
  return found.some((entry) => entry !== undefined);
}
