import { randomBytes } from "node:crypto";
import { linkSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { CannotServe, errorCode } from "@legwork/db/embedded";

/** The secret that signs sessions, from the data folder; made at the first start, readable for its owner only. */
export function sessionSecret(dataDir: string): string {
  const path = join(dataDir, "session-secret");
  const written = `${path}.new-${process.pid}`;
  try {
    writeFileSync(written, `${randomBytes(32).toString("base64url")}\n`, { mode: 0o600 });
    // A link appears whole or not at all, and never replaces what another server made meanwhile.
    linkSync(written, path);
  } catch (cause) {
    if (errorCode(cause) !== "EEXIST") {
      throw new CannotServe(`The secret of sessions could not be written to ${path} (${errorCode(cause)}).`, { cause });
    }
  } finally {
    rmSync(written, { force: true });
  }
  return readSecretFile(path);
}

function readSecretFile(path: string): string {
  try {
    return readFileSync(path, "utf8").trim();
  } catch (cause) {
    throw new CannotServe(`The secret of sessions in ${path} belongs to another user: start as that user.`, { cause });
  }
}
