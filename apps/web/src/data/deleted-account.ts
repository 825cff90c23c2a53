import { parseRescue } from "@legwork/core/exchange";
import type { RunnerId } from "@legwork/core/record";
import { v4 as randomId } from "uuid";
import { type PhoneDb, readCurrentRunner } from "@/local-db";
import { takeOver } from "@/sync/import-records";
import { writeRescue } from "./rescue-text";

/** Everything stays as this phone's own, under a new runner: the account's is no longer anybody's. */
export async function keepWithoutAccount(db: PhoneDb, now: number): Promise<void> {
  const before = await readCurrentRunner(db);
  const parts = await writeRescue(db.account(before), { exportedAt: new Date(now).toISOString(), server: "null" });
  const own = parseRescue(await new Blob(parts).text());
  if (!own.ok) throw new Error(`What this phone holds cannot be read back: ${own.error.kind}`);
  const fresh = randomId() as RunnerId;
  await db.account(fresh).bear();
  await takeOver(db.account(fresh), own.file, now);
  await db.show(fresh);
  await db.discard(before);
}
