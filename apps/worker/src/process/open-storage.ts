import { closeDatabase, type Db, migrateDatabase, openDatabase, REQUEST_WAITS } from "@legwork/db";
import { CannotServe, errorCode, prepareDataDir, startEmbedded } from "@legwork/db/embedded";
import { refuseUnfinishedRestore } from "../backup/unfinished-restore";
import { openOutsidePostgres, placeOf } from "./outside-postgres";
import type { Settings } from "./settings";

/** An open, migrated database, ours or outside. */
export interface Storage {
  readonly db: Db;
  /** Where the data is, for the person who started the server. */
  readonly place: string;
  /** What else they should know. */
  readonly notes: readonly string[];
  /** Settles with a sentence when the database is gone for good. */
  readonly failed: Promise<string>;
  close(): Promise<void>;
}

export async function openStorage(settings: Settings): Promise<Storage> {
  refuseUnfinishedRestore(settings.dataDir);
  const storage =
    settings.databaseUrl === null ? await openBuiltIn(settings) : await openOutside(settings, settings.databaseUrl);
  try {
    await migrateDatabase(storage.db);
    return storage;
  } catch (error) {
    await storage.close();
    throw new CannotServe(`The tables of the database could not be brought up to date: ${whyNotMigrated(error)}.`, {
      cause: error,
    });
  }
}

async function openOutside({ dataDir }: Settings, databaseUrl: string): Promise<Storage> {
  prepareDataDir(dataDir);
  const db = await openOutsidePostgres(databaseUrl, { waits: REQUEST_WAITS });
  return {
    db,
    place: `Postgres at ${placeOf(databaseUrl)}`,
    notes: [],
    // The pool connects again by itself when an outside database comes back.
    failed: new Promise(() => {}),
    close: () => closeDatabase(db),
  };
}

async function openBuiltIn({ dataDir }: Settings): Promise<Storage> {
  const postgres = await startEmbedded({ dataDir });
  const db = openDatabase({ connection: postgres.connection, waits: REQUEST_WAITS });
  const notes = [
    postgres.stoppedLeftover ? "A Postgres that a killed server had left running was stopped first." : null,
    postgres.user === null ? null : `Postgres does not run as root: it runs as the user ${postgres.user}.`,
    postgres.isElsewhere ? `That user cannot enter ${dataDir}, so the database lies in ${postgres.folder}.` : null,
    postgres.isFoundAgain ? `It was there from before: remove ${postgres.folder} to begin empty.` : null,
  ].filter((note) => note !== null);
  return {
    db,
    place: `${postgres.folder} (built-in Postgres)`,
    notes,
    failed: postgres.failed.then((reason) => `The database is gone: ${reason}. See ${postgres.folder}/postgres/log.`),
    close: async () => {
      await closeDatabase(db);
      await postgres.stop();
    },
  };
}

function whyNotMigrated(error: unknown): string {
  // Drizzle wraps what Postgres said.
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  switch (errorCode(cause)) {
    case "42501":
      return "its user may not create tables";
    case "53100":
      return "the disk is full";
    default:
      return cause instanceof Error ? cause.message : String(cause);
  }
}
