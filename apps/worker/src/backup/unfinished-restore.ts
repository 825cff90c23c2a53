import { existsSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { CannotServe } from "@legwork/db/embedded";

/** Lies in the data folder while a restore is under way: between its steps deleted accounts may be back and grants awake. */
const NOTE = "restore-unfinished";

export function noteRestore(dataDir: string, file: string): void {
  writeFileSync(join(dataDir, NOTE), `${file}\n`, { flush: true });
}

export function forgetRestore(dataDir: string): void {
  rmSync(join(dataDir, NOTE), { force: true });
}

/** Throws when a restore into this data folder was broken off. */
export function refuseUnfinishedRestore(dataDir: string): void {
  if (!existsSync(join(dataDir, NOTE))) return;
  throw new CannotServe(
    `A restore into ${dataDir} was broken off: run it again into an empty database (another LEGWORK_DATA_DIR, or a new DATABASE_URL), then remove ${join(dataDir, NOTE)}.`,
  );
}
