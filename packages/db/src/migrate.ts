import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { drizzle } from "drizzle-orm/node-postgres";
import { migrate } from "drizzle-orm/node-postgres/migrator";
import type { Db } from "./connection";

/** Any number nobody else locks: servers that start at once migrate one after the other. */
const MIGRATION_LOCK = 5_017_441_902;

/** Brings the tables up to date. Several servers may call it at once; a failed migration leaves nothing behind. */
export async function migrateDatabase(db: Db): Promise<void> {
  const client = await db.client.connect();
  let broken: Error | boolean = true;
  try {
    // A new index over years of records may take longer than any request.
    await client.query("set statement_timeout = 0; set lock_timeout = 0");
    await client.query("select pg_advisory_lock($1)", [MIGRATION_LOCK]);
    await client.query("set client_min_messages = warning");
    await migrate(drizzle(client), { migrationsFolder: migrationsFolder() });
    await client.query("reset client_min_messages; reset statement_timeout; reset lock_timeout");
    await client.query("select pg_advisory_unlock($1)", [MIGRATION_LOCK]);
    broken = false;
  } finally {
    client.release(broken);
  }
}

/** Beside the bundle that a server runs from, or beside this source. */
function migrationsFolder(): string {
  const folders = ["./migrations", "../migrations"].map((path) => fileURLToPath(new URL(path, import.meta.url)));
  const found = folders.find((folder) => existsSync(`${folder}/meta/_journal.json`));
  if (!found) throw new Error(`No migrations in ${folders.join(" or ")}: build the server again.`);
  return found;
}
