import { existsSync } from "node:fs";
import { closeDatabase, type Db, openDatabase } from "@legwork/db";
import { CannotServe, findEmbedded, startEmbedded } from "@legwork/db/embedded";
import { openOutsidePostgres, placeOf } from "../process/outside-postgres";
import type { Settings } from "../process/settings";

export type DatabaseSettings = Pick<Settings, "dataDir" | "databaseUrl">;

/** A database whose tables are left as they are: nothing is migrated. */
export interface OpenedDatabase {
  readonly db: Db;
  readonly place: string;
  close(): Promise<void>;
}

/** Opens what a server uses, whether it runs or not. A Postgres that only we needed is stopped again by `close`. */
export async function openForBackup(settings: DatabaseSettings): Promise<OpenedDatabase> {
  const { dataDir, databaseUrl } = settings;
  if (databaseUrl !== null) return openOutside(databaseUrl);
  const found = existsSync(dataDir) ? await findEmbedded(dataDir) : { status: "missing" as const };
  if (found.status === "missing") {
    throw new CannotServe(
      `There is no database in ${dataDir}: set LEGWORK_DATA_DIR to the folder that the server uses.`,
    );
  }
  if (found.status === "idle") return openAlone(settings);
  const db = openDatabase({ connection: found.connection, poolSize: 1, use: "copying" });
  return { db, place: dataDir, close: () => closeDatabase(db) };
}

/** Opens an own database, made when missing. Refused while a server runs on the data folder. */
export async function openAlone({ dataDir, databaseUrl }: DatabaseSettings): Promise<OpenedDatabase> {
  if (databaseUrl !== null) return openOutside(databaseUrl);
  const postgres = await startEmbedded({ dataDir });
  const db = openDatabase({ connection: postgres.connection, poolSize: 2, use: "copying" });
  return {
    db,
    place: dataDir,
    close: async () => {
      await closeDatabase(db);
      await postgres.stop();
    },
  };
}

async function openOutside(databaseUrl: string): Promise<OpenedDatabase> {
  const db = await openOutsidePostgres(databaseUrl, { use: "copying" });
  return { db, place: `the Postgres at ${placeOf(databaseUrl)}`, close: () => closeDatabase(db) };
}
