import { unwrap } from "idb";
import { changeDigest, type Digest, type RecordId, type RunnerId } from "@legwork/core/record";
import type { SyncedRecord } from "@legwork/core/wire";
import type { Stream, WriteTx } from "@/local-db";
import { countDigest } from "./count-digest";
import { type OwnChanges, pendingOps, recompute, show } from "./shown";

/** Rows read in one go for each request that this saves: to a slow phone a request is dearer than a few rows. Our own choice. */
const ROWS_PER_REQUEST = 4;

interface Putting {
  readonly runner: RunnerId;
  readonly stream: Stream;
  readonly changes: readonly SyncedRecord[];
  /** Highest rev that was given to a change of this phone; absent = not known. */
  readonly sentRev: number | undefined;
}

interface Put {
  readonly digest: Digest;
  /** Records that are newer now. */
  readonly told: ReadonlySet<RecordId>;
}

/** Takes a page in. Everything is asked for at once: a page is 500 records, and a phone is slow. */
export async function putChanges(tx: WriteTx, { runner, stream, changes, sentRev }: Putting): Promise<Put> {
  const digest = stream.digest ?? (await countDigest(tx, runner));
  if (changes.length === 0) return { digest, told: new Set() };
  const limit = ROWS_PER_REQUEST * changes.length;
  const isTold = sentRev !== undefined && sentRev <= stream.cursor;
  const [before, own] = await Promise.all([
    toldBefore(tx, { runner, changes, limit }),
    ownOfAll(tx, { runner, limit, sent: isTold ? "toldBack" : "perhapsNot" }),
  ]);
  const turned = changes
    .map((after, index) => ({ before: before[index] ?? null, after }))
    .filter((change) => (change.before?.rev ?? 0) <= change.after.rev);
  const newer = turned.map(({ after }) => after);
  if (own === null) await Promise.all(newer.map((change) => recompute(tx, runner, change.id, change)));
  else await putAll(tx, { runner, newer, own });
  return { digest: changeDigest(digest, turned), told: new Set(newer.map(({ id }) => id)) };
}

interface Page {
  readonly runner: RunnerId;
  readonly changes: readonly SyncedRecord[];
  readonly limit: number;
}

/** What the server had told of each record before. */
async function toldBefore(tx: WriteTx, { runner, changes, limit }: Page): Promise<readonly (SyncedRecord | null)[]> {
  const records = tx.objectStore("records");
  const keys = await records.getAllKeys(IDBKeyRange.bound([runner], [runner, []]), limit + 1);
  const known = keys.length > limit ? null : new Set(keys.map(([, id]) => id));
  return Promise.all(
    changes.map(async ({ id }) => {
      if (known?.has(id) === false) return null;
      return (await records.get([runner, id]))?.server ?? null;
    }),
  );
}

type OwnByRecord = ReadonlyMap<RecordId, OwnChanges>;

interface Own {
  readonly runner: RunnerId;
  readonly limit: number;
  /** Whether the server has told back everything that it acknowledged. */
  readonly sent: "toldBack" | "perhapsNot";
}

/** The changes of this phone to all records; null when they are too many to be read at once. */
async function ownOfAll(tx: WriteTx, { runner, limit, sent }: Own): Promise<OwnByRecord | null> {
  const all = IDBKeyRange.bound([runner], [runner, []]);
  const [acknowledged, refused, waiting] = await Promise.all([
    sent === "toldBack" ? [] : tx.objectStore("sent").getAll(all, limit + 1),
    tx.objectStore("quarantine").getAll(all, limit + 1),
    tx
      .objectStore("outbox")
      .index("byRunner")
      .getAll(IDBKeyRange.bound([runner, 0], [runner, Number.MAX_SAFE_INTEGER]), limit + 1),
  ]);
  if ([acknowledged, refused, waiting].some(({ length }) => length > limit)) return null;
  const [sentOf, refusedOf, waitingOf] = [byRecord(acknowledged), byRecord(refused), byRecord(waiting)];
  const ids = new Set([...sentOf.keys(), ...refusedOf.keys(), ...waitingOf.keys()]);
  return new Map(
    [...ids].map((id) => [
      id,
      { sent: sentOf.get(id) ?? [], refused: refusedOf.get(id) ?? [], waiting: waitingOf.get(id) ?? [] },
    ]),
  );
}

function byRecord<Entry extends { readonly record: RecordId }>(
  entries: readonly Entry[],
): ReadonlyMap<RecordId, readonly Entry[]> {
  const grouped = new Map<RecordId, Entry[]>();
  for (const entry of entries) {
    const group = grouped.get(entry.record);
    if (group === undefined) grouped.set(entry.record, [entry]);
    else group.push(entry);
  }
  return grouped;
}

interface ToPut {
  readonly runner: RunnerId;
  readonly newer: readonly SyncedRecord[];
  readonly own: OwnByRecord;
}

async function putAll(tx: WriteTx, { runner, newer, own }: ToPut) {
  const records = tx.objectStore("records");
  // A promise for each would be dearer than the writing: one that fails undoes the transaction in any case, and the last one waits for all.
  const unwatched = unwrap(records);
  const shown = newer.map((server) => {
    const changes = own.get(server.id);
    const pending = changes === undefined ? [] : pendingOps(changes, server.rev);
    return show({ runner, id: server.id, server, pending });
  });
  for (const each of shown.slice(0, -1)) unwatched.put(each);
  const last = shown.at(-1);
  if (last !== undefined) await records.put(last);
}
