import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import type { Db, Deletion } from "@legwork/db";
import { CannotServe } from "@legwork/db/embedded";
import { applyDeletions } from "../auth/delete-account";
import { deletionFile, noteInFile, parseDeletions } from "../process/deletion-file";

/** Deletions are also kept outside the database: a backup does not know those that came after it. */
export interface DeletionList {
  readonly path: string;
  readonly deletions: readonly Deletion[];
}

/** The list named, or the one in the data folder; null when there is none. Throws for a named one that is not there or holds none. */
export async function findDeletions(dataDir: string, named: string | null): Promise<DeletionList | null> {
  const path = named ?? deletionFile(dataDir);
  if (!existsSync(path)) {
    if (named === null) return null;
    throw new CannotServe(`There is no file ${path}.`);
  }
  const deletions = parseDeletions(await readFile(path, "utf8"));
  if (named !== null && deletions.length === 0) throw new CannotServe(`${path} is no list of deleted accounts.`);
  return { path, deletions };
}

/** Deletes the accounts again that the backup brought back; how many there were. */
export async function deleteAgain(db: Db, dataDir: string, { path, deletions }: DeletionList): Promise<number> {
  if (resolve(path) !== resolve(deletionFile(dataDir))) {
    // The next restore needs them again.
    for (const deletion of deletions) await noteInFile(dataDir)(deletion);
  }
  return applyDeletions(db, deletions);
}
