import {
  type Body,
  RECORD_KINDS,
  type RecordId,
  type RecordKind,
  type RunnerId,
  SCHEMA_VERSIONS,
  validateOp,
} from "@legwork/core/record";
import type { RescueChange, RescueFile, RescueRecord } from "@legwork/core/exchange";
import {
  currentRunner,
  type LocalDb,
  type OutboxEntry,
  type PhoneDb,
  type ReadTx,
  type StoredRecord,
  type WriteTx,
} from "@/local-db";
import { newIds, withNewIds } from "./join-account";
import { sameJson } from "./same-json";
import { recompute } from "./shown";
import { changeStream, streamOf } from "./stream";
import { type RecordWrite, writeRecords } from "./write";

/** Records in one transaction when a file is merged. Our own choice: a phone's screen stays alive between them. */
const RECORDS_PER_WRITE = 500;

/** `restore` on a phone that holds nothing; `takeOver` when the file is another runner's. */
export type ImportWay = "restore" | "merge" | "takeOver";

/** What opening a file would do. */
export interface ImportPreview {
  readonly way: ImportWay;
  /** Records that the file shows. */
  readonly total: number;
  readonly here: number;
  readonly added: number;
  readonly changed: number;
  /** Of a newer app, or not whole: they stay in the file. */
  readonly left: number;
}

/** Says what importing would do, and changes nothing. */
export async function previewImport(db: PhoneDb, file: RescueFile): Promise<ImportPreview> {
  const way = await wayOf(db, file);
  if (way !== "restore") return (await compare(db, file, way)).preview;
  const total = file.records.filter(isShown).length;
  return { way, total, here: 0, added: total, changed: 0, left: 0 };
}

/**
 * Takes a file in. On an empty phone everything is as it was, opIds and bytes of the waiting changes included, so that nothing
 * doubles when the same account signs in. On a used phone what is missing or differs is written as ordinary changes; what only
 * the phone has is not touched. Done twice, or cut short and done again, it changes nothing more.
 */
export async function importRecords(db: PhoneDb, file: RescueFile, now: number): Promise<ImportPreview> {
  const before = await previewImport(db, file);
  if (before.way === "restore") await restore(db, file);
  await write(db, await compare(db, file, before.way === "restore" ? "merge" : before.way), now);
  return before;
}

/** Writes everything that a file shows as the own of the runner of `db`. */
export async function takeOver(db: LocalDb, file: RescueFile, now: number): Promise<void> {
  await write(db, await compare(db, file, "takeOver"), now);
}

async function write(db: LocalDb, { writes }: Comparison, now: number) {
  for (let at = 0; at < writes.length; at += RECORDS_PER_WRITE) {
    await writeRecords(db, writes.slice(at, at + RECORDS_PER_WRITE), now);
  }
}

async function wayOf(db: PhoneDb, { runner }: RescueFile): Promise<ImportWay> {
  return db.read(["records", "outbox", "quarantine", "streams", "device"], async (tx) => {
    const own = await currentRunner(tx);
    const isUnused = (await isEmpty(tx, own)) && (await streamOf(tx, own)).state === "local";
    if (isUnused) return "restore";
    return own === runner ? "merge" : "takeOver";
  });
}

async function isEmpty(tx: ReadTx | WriteTx, runner: RunnerId): Promise<boolean> {
  const counts = await Promise.all([
    tx.objectStore("records").count(IDBKeyRange.bound([runner], [runner, []])),
    tx.objectStore("quarantine").count(IDBKeyRange.bound([runner], [runner, []])),
    tx.objectStore("outbox").count(),
  ]);
  return counts.every((count) => count === 0);
}

/** Fills the database of the file's runner, then shows it. */
async function restore(db: PhoneDb, file: RescueFile): Promise<void> {
  const { runner } = file;
  const account = db.account(runner);
  await account.bear();
  await account.write(["records", "outbox", "sent", "quarantine", "streams", "device"], async (tx) => {
    // What the runner left on this phone at a sign-out is more than the file: it stays, and the file comes on top.
    if (!(await isEmpty(tx, runner))) return;
    await changeStream(tx, runner, file.stream);
    for (const { name, values } of file.keptAside) await tx.objectStore("device").put(values, name);
    for (const [name, value] of Object.entries(file.device)) await tx.objectStore("device").put(value, name);
    await putChanges(tx, runner, file.changes);
    const touched = new Set<RecordId>(file.changes.map(({ op }) => op.record));
    const serverById = new Map(file.records.map(({ id, server }) => [id, server]));
    for (const { id, kind, server } of file.records) {
      if (server === null || touched.has(id)) continue;
      const { body, deleted } = server;
      await tx.objectStore("records").put({ runner, id, kind, date: dateOf(body), server, body, deleted });
    }
    for (const id of touched) await recompute(tx, runner, id, serverById.get(id) ?? null);
  });
  await db.show(runner);
}

// The outbox gives the numbers by which all changes are ordered; the next one must be higher than all of these.
async function putChanges(tx: WriteTx, runner: RunnerId, changes: readonly RescueChange[]) {
  if (changes.length === 0) return;
  const outbox = tx.objectStore("outbox");
  const first = await placeholder(tx, runner);
  for (const [index, change] of changes.entries()) {
    const { op } = change;
    const entry = { seq: first + index, runner, opId: op.opId, record: op.record, op };
    switch (change.state) {
      case "waiting":
        await outbox.put({ ...entry, frozen: change.frozen, writtenAt: change.writtenAt });
        break;
      case "refused":
        await tx
          .objectStore("quarantine")
          .put({ ...entry, code: change.code, key: change.key, refusedAt: change.refusedAt });
        break;
      case "sent":
        await tx.objectStore("sent").put({ ...entry, rev: change.rev, acknowledgedAt: change.acknowledgedAt });
        break;
    }
  }
  await placeholder(tx, runner, first + changes.length);
}

/** Takes a number of the outbox and gives the entry back at once. */
async function placeholder(tx: WriteTx, runner: RunnerId, seq?: number): Promise<number> {
  const outbox = tx.objectStore("outbox");
  const entry = { runner, opId: "", record: "", frozen: false, writtenAt: 0, ...(seq === undefined ? {} : { seq }) };
  const key = await outbox.add(entry as unknown as OutboxEntry);
  await outbox.delete(key);
  return key;
}

interface Comparison {
  readonly preview: ImportPreview;
  readonly writes: readonly RecordWrite[];
}

function compare(db: LocalDb, file: RescueFile, way: "merge" | "takeOver"): Promise<Comparison> {
  return db.read(["records", "device"], async (tx) => {
    const runner = await currentRunner(tx);
    const shown = file.records.filter(isShown);
    const wanted = way === "takeOver" ? asOwn(shown, file.runner, runner) : shown;
    const writes: RecordWrite[] = [];
    const counts = { here: 0, added: 0, changed: 0, left: 0 };
    for (const record of wanted) {
      const stored = await tx.objectStore("records").get([runner, record.id]);
      const verdict = judge(
        record,
        stored !== undefined && !stored.deleted && stored.kind === record.kind ? stored : null,
      );
      counts[verdict.is] += 1;
      if (verdict.write !== null) writes.push(verdict.write);
    }
    return { preview: { way, total: shown.length, ...counts }, writes };
  });
}

interface Judged {
  readonly is: "here" | "added" | "changed" | "left";
  readonly write: RecordWrite | null;
}

function judge({ id, kind, body }: RescueRecord, stored: StoredRecord | null): Judged {
  const differing = Object.entries(body).filter(
    ([key, value]) => value !== null && !sameJson(stored?.body[key] ?? null, value),
  );
  if (differing.length === 0 && stored !== null) return { is: "here", write: null };
  if (!RECORD_KINDS.includes(kind as RecordKind)) return { is: "left", write: null };
  const patch = acceptable(kind as RecordKind, Object.fromEntries(differing), stored !== null);
  if (patch === null) return { is: "left", write: null };
  return { is: stored === null ? "added" : "changed", write: { id, kind: kind as RecordKind, patch } };
}

/** The keys of a patch that no server refuses; null when too little is left to write. */
function acceptable(kind: RecordKind, patch: Body, exists: boolean): Body | null {
  const opId = "00000000-0000-4000-8000-000000000000";
  let left = patch;
  for (;;) {
    const op = { opId, record: opId as RecordId, kind, schema: SCHEMA_VERSIONS[kind], base: exists ? 1 : 0, epoch: "" };
    const fault = validateOp({ ...op, patch: left });
    if (fault === null) return Object.keys(left).length === 0 && exists ? null : left;
    if (fault.key === undefined || !Object.hasOwn(left, fault.key)) return null;
    const { [fault.key]: _refused, ...others } = left;
    left = others;
  }
}

// Under the ids that this phone's runner gives; what is not tied to a runner keeps its own.
function asOwn(records: readonly RescueRecord[], from: RunnerId, to: RunnerId): readonly RescueRecord[] {
  const stored = records.map((record) => ({ ...record, runner: from, date: "" }));
  const idByOldId = newIds(stored, from, to);
  return records.map((record) => ({
    ...record,
    id: idByOldId.get(record.id) ?? record.id,
    body: withNewIds(record.body, idByOldId),
  }));
}

// What only the server writes comes back from the server.
function isShown({ kind, deleted }: RescueRecord): boolean {
  return !deleted && kind !== "grant" && kind !== "held";
}

function dateOf(body: Body): string {
  const date = body["date"] ?? body["monday"];
  return typeof date === "string" ? date : "";
}
