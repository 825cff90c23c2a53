import type { RunnerId } from "@legwork/core/record";
import { v4 as randomId } from "uuid";
import { readCurrentRunner } from "@/local-db";
import { announceChange, localDb } from "./local-store";

/** The account was deleted: everything stays on this phone, as on one that never had an account. */
export async function goOnWithoutAccount(): Promise<void> {
  const { keepWithoutAccount } = await import("./deleted-account");
  await keepWithoutAccount(localDb(), Date.now());
  announceChange("account");
}

/** The account was deleted: nothing of it stays on this phone. */
export async function clearDeletedAccount(): Promise<void> {
  const db = localDb();
  const before = await readCurrentRunner(db);
  const fresh = randomId() as RunnerId;
  await db.account(fresh).bear();
  await db.show(fresh);
  await db.discard(before);
  announceChange("account");
}
