import { isRandomId, type RecordId, type RunnerId, sameDigest } from "@legwork/core/record";
import type { OpResult, SyncResponse } from "@legwork/core/wire";
import type { LocalDb, Stream, WriteTx } from "@/local-db";
import { dropTold } from "./drop-told";
import { putChanges } from "./put-changes";
import { sameJson } from "./same-json";
import { recompute } from "./shown";
import { changeStream, streamOf } from "./stream";

/** Acknowledged ops are kept this long to heal a server that was set back. */
const KEEP_SENT_MS = 90 * 86_400_000;

/** The latest are kept whatever the clock says: a year of changes. Our own choice. */
const SENT_ALWAYS_KEPT = 2_000;

interface Applying {
  readonly runner: RunnerId;
  readonly response: SyncResponse;
  /** The cursor that was sent: the answer covers what lies between it and the new one. */
  readonly askedFrom: number;
  readonly now: number;
}

export interface Applied {
  /** Whether something that is shown may have changed. */
  readonly changed: boolean;
  /** Whether phone and server hold the same records; `notYet` while there is more to pull or somebody else went further. */
  readonly agreement: "same" | "differs" | "notYet" | "scopeChanged";
}

/** Takes in a whole answer, or nothing of it: results, changes and cursor in one transaction. */
export function applyAnswer(db: LocalDb, { runner, response, askedFrom, now }: Applying): Promise<Applied> {
  return db.write(["records", "outbox", "sent", "quarantine", "streams"], async (tx) => {
    const stream = await streamOf(tx, runner);
    if (stream.scope !== undefined && !sameJson(stream.scope, response.scope)) {
      // What a coach may read has changed: nothing that was told before counts any more. What was sent stays, shown, and is sent
      // once more: the answer to that settles it, together with what the server tells of it.
      await dropTold(tx, runner);
      const anew = { epoch: response.epoch, cursor: 0, digest: {}, scope: response.scope, toOffer: [] };
      await changeStream(tx, runner, { ...anew, acknowledgedAt: now });
      return { changed: true, agreement: "scopeChanged" };
    }

    // An acknowledgement from another history says nothing of this one: what it was about goes again, and is judged again.
    const results = stream.epoch === null || stream.epoch === response.epoch ? response.results : [];
    const changedHere = await Promise.all(results.map((result) => settle(tx, { runner, result, now })));
    const touched = new Set<RecordId>(changedHere.flatMap((record) => record ?? []));
    const sentRev = highestRev(stream.sentRev, results);
    const settled = latestOf(stream.settled, results);
    await forgetOldSent(tx, now - KEEP_SENT_MS);

    // Another tab may have gone further meanwhile, or the history may have changed: then this page is old.
    const fits = stream.cursor >= askedFrom && (stream.epoch === null || stream.epoch === response.epoch);
    if (!fits) {
      await showAgain(tx, runner, touched);
      await changeStream(tx, runner, { settled, ...known(sentRev), acknowledgedAt: now });
      return { changed: touched.size > 0, agreement: "notYet" };
    }
    const { digest, told } = await putChanges(tx, { runner, stream, changes: response.changes, sentRev });
    await showAgain(tx, runner, new Set([...touched].filter((id) => !told.has(id))));
    const cursor = Math.max(stream.cursor, response.cursor);
    await changeStream(tx, runner, {
      epoch: response.epoch,
      cursor,
      acknowledgedAt: now,
      digest,
      scope: response.scope,
      settled,
      ...known(sentRev),
      ...(response.restoreHead === undefined ? {} : { restoreHead: response.restoreHead }),
    });
    const changed = touched.size > 0 || response.changes.length > 0;
    if (response.more || cursor !== response.head) return { changed, agreement: "notYet" };
    return { changed, agreement: sameDigest(digest, response.digest) ? "same" : "differs" };
  });
}

async function showAgain(tx: WriteTx, runner: RunnerId, ids: ReadonlySet<RecordId>) {
  await Promise.all(
    [...ids].map(async (id) => {
      const stored = await tx.objectStore("records").get([runner, id]);
      await recompute(tx, runner, id, stored?.server ?? null);
    }),
  );
}

function highestRev(before: number | undefined, results: readonly OpResult[]): number | undefined {
  if (before === undefined) return undefined;
  return Math.max(before, ...results.map((result) => ("rev" in result ? result.rev : 0)));
}

function latestOf(before: Stream["settled"], results: readonly OpResult[]): NonNullable<Stream["settled"]> | null {
  let latest = before ?? null;
  for (const result of results) {
    if ("rev" in result && result.rev > (latest?.rev ?? 0)) latest = { opId: result.opId, rev: result.rev };
  }
  return latest;
}

function known(sentRev: number | undefined) {
  return sentRev === undefined ? {} : { sentRev };
}

interface Settling {
  readonly runner: RunnerId;
  readonly result: OpResult;
  readonly now: number;
}

/** Moves exactly the op that was answered; an op that another tab has settled already is no longer here. */
async function settle(tx: WriteTx, { runner, result, now }: Settling): Promise<RecordId | null> {
  if (result.status === "deferred") return null;
  const entry = await tx.objectStore("outbox").index("byOp").get([runner, result.opId]);
  if (entry === undefined) return null;
  const { seq, opId, record, op } = entry;
  if (result.status === "rejected") {
    const refusal = { code: result.code, key: result.key ?? null, refusedAt: now };
    await tx.objectStore("quarantine").put({ seq, runner, opId, record, op, ...refusal });
  } else {
    await tx.objectStore("sent").put({ seq, runner, opId, record, op, rev: result.rev, acknowledgedAt: now });
  }
  await tx.objectStore("outbox").delete(seq);
  return record;
}

async function forgetOldSent(tx: WriteTx, before: number) {
  // A clock that jumps must not empty it.
  if ((await tx.objectStore("sent").count()) <= SENT_ALWAYS_KEPT) return;
  let cursor = await tx.objectStore("sent").index("byAcknowledgedAt").openCursor(IDBKeyRange.upperBound(before));
  while (cursor !== null) {
    // An offer to a restored server has one id for ever: forgotten, it would be made again with another text. There are few.
    if (isRandomId(cursor.value.opId as RecordId)) await cursor.delete();
    cursor = await cursor.continue();
  }
}
