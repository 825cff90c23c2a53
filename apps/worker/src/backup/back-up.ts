import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { appliedMigrations, type Db, knownMigrations } from "@legwork/db";
import { CannotServe, errorCode } from "@legwork/db/embedded";
import { isDatabaseDown } from "../middleware/database-down";
import { makeBackupFile } from "./backup-file";
import { type DatabaseSettings, openForBackup } from "./open-for-backup";
import { refuseUnfinishedRestore } from "./unfinished-restore";
import { type BackupSums, writeBackup } from "./write-backup";

export interface BackUpOptions {
  readonly settings: DatabaseSettings & { readonly secret: string | null };
  /** Null = `backups/legwork-<UTC time>.backup` in the data folder. */
  readonly to: string | null;
  readonly app: string;
  readonly now: Date;
  /** Aborted when a person or the machine asks to stop. */
  readonly signal: AbortSignal;
}

export interface BackUpResult extends BackupSums {
  readonly path: string;
  /** Of the file. */
  readonly fileBytes: number;
  /** Of sessions: in the file; set by the operator, who keeps it; or not found, and everybody signs in again after a restore. */
  readonly secret: "inside" | "setOutside" | "missing";
}

/** Makes a backup of everything the server keeps. Throws `CannotServe` with a sentence; then there is no file. */
export async function backUp({ settings, to, app, now, signal }: BackUpOptions): Promise<BackUpResult> {
  refuseUnfinishedRestore(settings.dataDir);
  const opened = await openForBackup(settings);
  try {
    const { db } = opened;
    await refuseOtherSchema(db, opened.place);
    const sessionSecret = settings.secret === null ? readSessionSecret(settings.dataDir) : null;
    const path = to === null ? defaultPath(settings.dataDir, now) : resolve(to);
    const { result, bytes } = await makeBackupFile(path, (file) =>
      writeBackup({ db, app, now, sessionSecret }, async (chunk) => {
        if (signal.aborted) throw new CannotServe("It was asked to stop: no backup was made.");
        await file.write(chunk);
      }),
    );
    return {
      ...result,
      path,
      fileBytes: bytes,
      secret: settings.secret !== null ? "setOutside" : sessionSecret === null ? "missing" : "inside",
    };
  } catch (error) {
    throw translated(error, opened.place);
  } finally {
    await opened.close();
  }
}

async function refuseOtherSchema(db: Db, place: string): Promise<void> {
  const applied = await appliedMigrations(db);
  if (applied.length === 0)
    throw new CannotServe(`There is nothing in ${place} yet: the server was never started on it.`);
  const known = knownMigrations();
  if (applied.some((hash, index) => hash !== known[index])) {
    throw new CannotServe(`The tables in ${place} were made by another version of Legwork: back up with that one.`);
  }
}

function readSessionSecret(dataDir: string): string | null {
  const path = join(dataDir, "session-secret");
  try {
    return existsSync(path) ? readFileSync(path, "utf8").trim() : null;
  } catch (cause) {
    throw new CannotServe(`The secret of sessions in ${path} belongs to another user: back up as that user.`, {
      cause,
    });
  }
}

function defaultPath(dataDir: string, now: Date): string {
  const folder = join(dataDir, "backups");
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (cause) {
    throw new CannotServe(`The folder ${folder} cannot be made (${errorCode(cause)}): name a file with --to.`, {
      cause,
    });
  }
  const time = now
    .toISOString()
    .replace(/\.\d+Z$/, "Z")
    .replaceAll(":", "-");
  return join(folder, `legwork-${time}.backup`);
}

function translated(error: unknown, place: string): unknown {
  if (isDatabaseDown(error)) {
    return new CannotServe(`The database in ${place} went away meanwhile: no backup was made.`, { cause: error });
  }
  if (errorCode(error) === "42501") {
    return new CannotServe(`The user of DATABASE_URL may not read all rows of ${place}: no backup was made.`, {
      cause: error,
    });
  }
  return error;
}
