import { announceChange, localDb } from "./local-store";

/** The account was deleted: everything stays on this phone, as on one that never had an account. */
export async function goOnWithoutAccount(): Promise<void> {
  const { keepWithoutAccount } = await import("./deleted-account");
  await keepWithoutAccount(localDb(), Date.now());
  announceChange("account");
}

/** The account was deleted: nothing of it stays on this phone. */
export async function clearAfterDeletion(): Promise<void> {
  const { clearDeletedAccount } = await import("@/sync/leave-account");
  await clearDeletedAccount(localDb());
  announceChange("account");
}
