import { renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { appliedMigrations, beginServerEpoch, type Db, knownMigrations, migrateDatabase } from "@legwork/db";
import { CannotServe, prepareDataDir } from "@legwork/db/embedded";
import { readTables } from "./catalog";
import { deleteAgain, findDeletions } from "./deletions-again";
import type { Header } from "./format";
import { loadBackup, refuseFilled } from "./load-backup";
import { type DatabaseSettings, openAlone } from "./open-for-backup";
import { readBackup, UnusableBackup } from "./read-backup";
import { forgetRestore, noteRestore, refuseUnfinishedRestore } from "./unfinished-restore";

export interface RestoreOptions {
  readonly settings: DatabaseSettings & { readonly secret: string | null };
  readonly path: string;
  /** List of deleted accounts; null = the one in the data folder, if there is one. */
  readonly deletions: string | null;
  readonly now: Date;
}

export interface RestoreResult {
  readonly header: Header;
  readonly place: string;
  readonly tables: number;
  readonly rows: number;
  /** How many accounts were deleted again; null when there was no list. */
  readonly deletedAgain: number | null;
}

/** Brings a backup back into an empty database. Throws with a sentence; until all of the file was checked nothing is written. */
export async function restore({ settings, path, deletions, now }: RestoreOptions): Promise<RestoreResult> {
  const checked = await checkBackup(path);
  const { dataDir } = settings;
  // Older servers did not; then the migration makes the row.
  const knewLives = checked.header.tables.includes("server_state");
  refuseUnfinishedRestore(dataDir);
  const list = await findDeletions(dataDir, deletions);
  const opened = await openAlone(settings);
  try {
    const { db, place } = opened;
    await prepareTables(db, checked.header);
    prepareDataDir(dataDir);
    noteRestore(dataDir, path);
    await loadBackup(db, path, async (tx) => {
      if (knewLives) await beginServerEpoch(tx, now);
    });
    if (checked.sessionSecret !== null && settings.secret === null) putSecret(dataDir, checked.sessionSecret);
    await migrateDatabase(db);
    if (!knewLives) await beginServerEpoch(db, now);
    const deletedAgain = list === null ? null : await deleteAgain(db, dataDir, list);
    forgetRestore(dataDir);
    return { header: checked.header, place, tables: checked.tables, rows: checked.rows, deletedAgain };
  } finally {
    await opened.close();
  }
}

interface Checked {
  readonly header: Header;
  readonly sessionSecret: string | null;
  readonly tables: number;
  readonly rows: number;
}

/** Reads all of the file once, so that a damaged one changes nothing. */
async function checkBackup(path: string): Promise<Checked> {
  let header: Header | null = null;
  let sessionSecret: string | null = null;
  let sums = { tables: 0, rows: 0 };
  for await (const part of readBackup(path)) {
    if (part.line === "header") {
      header = part;
      refuseOtherSchema(path, part);
    } else if (part.line === "file") sessionSecret = part.content;
    else if (part.line === "end") sums = { tables: part.tables, rows: part.rows };
  }
  if (header === null) throw new UnusableBackup(`${path} is no backup of Legwork.`);
  return { header, sessionSecret, ...sums };
}

function refuseOtherSchema(path: string, { migrations }: Header): void {
  const known = knownMigrations();
  if (migrations.every((hash, index) => hash === known[index])) return;
  throw new UnusableBackup(`The tables in ${path} are of a newer or another version of Legwork: update first.`);
}

/** Makes the tables as they were when the backup was made. */
async function prepareTables(db: Db, { migrations }: Header): Promise<void> {
  const tables = await readTables(db);
  await refuseFilled(db, tables);
  const others = await db.client.query(
    "select from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'",
  );
  if (others.rows.length > 0) throw new CannotServe("Somebody is connected to the database: stop the server first.");
  const applied = await appliedMigrations(db);
  if (tables.length > 0 && applied.length === 0) {
    throw new CannotServe(
      `The database holds tables that are not ours (${tables[0]?.name}): give Legwork one of its own.`,
    );
  }
  const fits = applied.length <= migrations.length && applied.every((hash, index) => hash === migrations[index]);
  if (!fits) {
    throw new CannotServe(
      "The database is empty, but its tables are newer than the backup: restore into one that no server was started on.",
    );
  }
  await migrateDatabase(db, { count: migrations.length });
}

function putSecret(dataDir: string, secret: string): void {
  const path = join(dataDir, "session-secret");
  const written = `${path}.new-${process.pid}`;
  writeFileSync(written, `${secret}\n`, { mode: 0o600, flush: true });
  renameSync(written, path);
}
