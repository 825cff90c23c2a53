import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readMigrationFiles } from "drizzle-orm/migrator";
import { drizzle } from "drizzle-orm/node-postgres";
import { migrate } from "drizzle-orm/node-postgres/migrator";
import type { Connection, Db } from "./connection";

/** Any number nobody else locks: servers that start at once migrate one after the other. */
const MIGRATION_LOCK = 5_017_441_902;

export interface MigrateOptions {
  /** Stop after so many of `knownMigrations`; all of them when not given. */
  readonly count?: number;
}

/** Brings the tables up to date. Several servers may call it at once; a failed migration leaves nothing behind. */
export async function migrateDatabase(db: Db, { count }: MigrateOptions = {}): Promise<void> {
  const client = await db.client.connect();
  const folder = count === undefined ? null : firstMigrations(count);
  let broken: Error | boolean = true;
  try {
    // A new index over years of records may take longer than any request.
    await client.query("set statement_timeout = 0; set lock_timeout = 0");
    await client.query("select pg_advisory_lock($1)", [MIGRATION_LOCK]);
    await client.query("set client_min_messages = warning");
    await migrate(drizzle(client), { migrationsFolder: folder ?? migrationsFolder() });
    await client.query("reset client_min_messages; reset statement_timeout; reset lock_timeout");
    await client.query("select pg_advisory_unlock($1)", [MIGRATION_LOCK]);
    broken = false;
  } finally {
    client.release(broken);
    if (folder !== null) rmSync(folder, { recursive: true, force: true });
  }
}

/** The hashes of the migrations that this version brings, in order: what it calls its schema version. */
export function knownMigrations(): readonly string[] {
  return readMigrationFiles({ migrationsFolder: migrationsFolder() }).map(({ hash }) => hash);
}

/** The hashes of the migrations that a database has had, in order; none when it was never migrated. */
export async function appliedMigrations(connection: Connection): Promise<readonly string[]> {
  const { rows: found } = await connection.client.query(
    "select 1 from information_schema.tables where table_schema = 'drizzle' and table_name = '__drizzle_migrations'",
  );
  if (found.length === 0) return [];
  const { rows } = await connection.client.query<{ hash: string }>(
    "select hash from drizzle.__drizzle_migrations order by created_at, id",
  );
  return rows.map(({ hash }) => hash);
}

/** Drizzle migrates a folder whole, so the first ones get a folder of their own. */
function firstMigrations(count: number): string {
  const folder = mkdtempSync(join(tmpdir(), "legwork-migrations-"));
  cpSync(migrationsFolder(), folder, { recursive: true });
  const path = join(folder, "meta/_journal.json");
  const journal = JSON.parse(readFileSync(path, "utf8")) as { readonly entries: readonly unknown[] };
  writeFileSync(path, JSON.stringify({ ...journal, entries: journal.entries.slice(0, count) }));
  return folder;
}

/** Beside the bundle that a server runs from, or beside this source. */
function migrationsFolder(): string {
  const folders = ["./migrations", "../migrations"].map((path) => fileURLToPath(new URL(path, import.meta.url)));
  const found = folders.find((folder) => existsSync(`${folder}/meta/_journal.json`));
  if (!found) throw new Error(`No migrations in ${folders.join(" or ")}: build the server again.`);
  return found;
}
