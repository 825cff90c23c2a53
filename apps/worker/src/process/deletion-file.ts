import { existsSync } from "node:fs";
import { open, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Deletion } from "@legwork/db";
import * as v from "valibot";
import type { NoteDeletion } from "../auth/delete-account";

const Line = v.object({
  account: v.string(),
  at: v.pipe(v.string(), v.isoTimestamp()),
  tokenHashes: v.array(v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))),
});

/** Deletions of accounts, one JSON a line, outside the database: a restored backup does not know them. */
export function deletionFile(dataDir: string): string {
  return join(dataDir, "deleted-accounts.jsonl");
}

/** Appends to the file and returns once it is on the disk. */
export function noteInFile(dataDir: string): NoteDeletion {
  return async ({ account, at, tokenHashes }) => {
    const line = { account, at: at.toISOString(), tokenHashes: tokenHashes.map((hash) => hash.toString("hex")) };
    const file = await open(deletionFile(dataDir), "a", 0o600);
    try {
      // The line end in front too: a line that a full disk cut short must not swallow the next.
      await file.appendFile(`\n${JSON.stringify(line)}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
  };
}

/** Reads the file; empty when there is none. A line that was cut short is left out: its deletion was noted again. */
export async function readDeletions(dataDir: string): Promise<readonly Deletion[]> {
  const path = deletionFile(dataDir);
  if (!existsSync(path)) return [];
  return parseDeletions(await readFile(path, "utf8"));
}

/** The deletions in the text of such a file. */
export function parseDeletions(text: string): readonly Deletion[] {
  return text
    .split("\n")
    .map(parseLine)
    .filter((deletion) => deletion !== null);
}

function parseLine(text: string): Deletion | null {
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), Line), text);
  if (!parsed.success) return null;
  const { account, at, tokenHashes } = parsed.output;
  return { account, at: new Date(at), tokenHashes: tokenHashes.map((hash) => Buffer.from(hash, "hex")) };
}
