import { execFile } from "node:child_process";
import { chmod, mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** Says where the data folder lies that a server has left with empty tables. */
export const STARTED_ONCE = "LEGWORK_STARTED_ONCE";

/** A data folder for a server: as one was left after its first start when there is such, empty otherwise. */
export async function newDataDir(): Promise<string> {
  const dataDir = await mkdtemp(join(tmpdir(), "legwork-e2e-"));
  // As root the built-in Postgres runs as another user, who has to reach the folder.
  await chmod(dataDir, 0o711);
  const before = process.env[STARTED_ONCE];
  // To make a cluster and its tables takes longer than to copy them, with owner and modes: Postgres looks at those.
  if (before !== undefined) await run("cp", ["-a", `${before}/.`, dataDir]);
  return dataDir;
}
