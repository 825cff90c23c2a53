import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { closeDatabase, openDatabase } from "../connection";
import { startEmbedded } from "../embedded";
import { migrateDatabase } from "../migrate";
import { SHARED_POSTGRES } from "./shared-postgres";

/** Vitest's global set-up: one Postgres per project run, its database already migrated; every test database is a copy of that. */
export async function setup(): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), "legwork-test-"));
  // The user that Postgres runs as when root tests.
  chmodSync(folder, 0o711);
  const postgres = await startEmbedded({ dataDir: folder, isThrowAway: true });
  const db = openDatabase({ connection: postgres.connection, poolSize: 1 });
  await migrateDatabase(db);
  await closeDatabase(db);
  process.env[SHARED_POSTGRES] = JSON.stringify(postgres.connection);
  return async () => {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
