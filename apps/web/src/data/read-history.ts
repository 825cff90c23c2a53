import { isWrittenOnce, RECORD_KINDS, type Body, type RecordId, type RecordKind } from "@legwork/core/record";
import { historyPath, type RecordHistory, type RecordVersion } from "@legwork/core/wire";
import { currentRunner, readCurrentRunner, type StoredRecord } from "@/local-db";
import { readWriters, wholly, type Writer } from "@/sync/held";
import { writeRecords } from "@/sync";
import { sameJson } from "@/sync/same-json";
import { askServer } from "./ask-server";
import { announceChange, localDb } from "./local-store";
import { syncLoop } from "./sync-runner";

/** One version, with what it changed of the one before it. */
export interface ShownVersion {
  readonly version: RecordVersion;
  readonly by: Writer;
  /** Keys that this version set otherwise than the one before it; all of the first one. */
  readonly changed: readonly string[];
  readonly earlier: Body;
}

export interface HistoryOfRecord {
  readonly versions: readonly ShownVersion[];
  /** As the phone shows it; null when it has none. */
  readonly stored: StoredRecord | null;
}

export async function readHistory(id: RecordId): Promise<HistoryOfRecord> {
  const db = localDb();
  const runner = await readCurrentRunner(db);
  const { versions } = await askServer<RecordHistory>(historyPath(runner, id));
  return db.read(["records", "device"], async (tx) => {
    const writer = await readWriters(tx, runner);
    const stored = (await tx.objectStore("records").get([runner, id])) ?? null;
    return { stored, versions: versions.map((version, index) => shown(version, versions[index + 1], writer)) };
  });
}

function shown(
  version: RecordVersion,
  before: RecordVersion | undefined,
  writer: (account: string) => Writer,
): ShownVersion {
  const earlier = before === undefined || before.record.deleted ? {} : before.record.body;
  const now = version.record.deleted ? {} : version.record.body;
  const keys = [...new Set([...Object.keys(now), ...Object.keys(earlier)])];
  const changed = keys.filter((key) => !sameJson(earlier[key] ?? null, now[key] ?? null));
  return { version, by: writer(version.record.author), changed, earlier };
}

/** Writes an ordinary change that makes the record say what `version` said; a deleted one comes back. */
export async function bringBack({ record }: RecordVersion): Promise<void> {
  if (!RECORD_KINDS.includes(record.kind as RecordKind)) return;
  const kind = record.kind as RecordKind;
  const db = localDb();
  const standing = await db.read(["records", "device"], async (tx) => {
    const stored = await tx.objectStore("records").get([await currentRunner(tx), record.id]);
    return stored === undefined || stored.deleted ? {} : stored.body;
  });
  // What is written once stays as it stands, here as on the server.
  const patch = Object.fromEntries(
    Object.entries(wholly(standing, record.body)).filter(
      ([key]) => !isWrittenOnce(kind, key) || (standing[key] ?? null) === null,
    ),
  );
  await writeRecords(db, [{ id: record.id, kind, patch }], Date.now());
  announceChange();
  syncLoop().poke("write");
}
