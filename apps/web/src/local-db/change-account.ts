import { deleteDB } from "idb";
import type { RunnerId } from "@legwork/core/record";
import { type AccountDb, accountDbName } from "./account-db";
import { DISCARD, type Registry } from "./registry";

interface ShowOptions {
  /** Shows this runner from now on. */
  readonly runner: RunnerId;
  /** Whose database goes. */
  readonly discard?: RunnerId;
  readonly keep?: "whatAnotherTabChose";
}

/** Shows a runner from now on and returns who is shown; one that another tab chose first stays if asked, and ours goes. */
export function showRunner(registry: Registry, { runner, discard, keep }: ShowOptions): Promise<RunnerId> {
  return registry.using(async (db) => {
    const tx = db.transaction("registry", "readwrite", { durability: "strict" });
    const chosen = keep === undefined ? undefined : await tx.store.get("current");
    const shown = chosen ?? runner;
    await tx.store.put(shown, "current");
    await tx.store.delete(`${DISCARD}${shown}`);
    const leaving = shown === runner ? discard : runner;
    if (leaving !== undefined) await tx.store.put(leaving, `${DISCARD}${leaving}`);
    await tx.done;
    return shown;
  });
}

/** Makes sure that the runner has a database, and that it stays, whatever was said of it before. */
export async function bearAccount(registry: Registry, account: AccountDb): Promise<void> {
  await registry.using((db) => db.delete("registry", `${DISCARD}${account.runner}`));
  await account.bear();
  if ((await account.movedTo()) !== account.runner) return;
  // It was to be taken from the phone, holding nothing that is not on the server, and that was cut short.
  account.close();
  await deleteDB(accountDbName(registry.name, account.runner));
  await account.bear();
}

/** Takes a runner's database from the phone. */
export async function discardAccount(registry: Registry, runner: RunnerId): Promise<void> {
  await registry.using((db) => db.put("registry", runner, `${DISCARD}${runner}`));
  await remove(registry, runner);
}

/** Removes databases that are to go and that were held open, or whose removal was cut short. */
export async function tidyAccounts(registry: Registry): Promise<void> {
  const all = IDBKeyRange.bound(DISCARD, `${DISCARD}\uffff`);
  for (const runner of await registry.using((db) => db.getAll("registry", all))) await remove(registry, runner);
}

async function remove(registry: Registry, runner: RunnerId) {
  const key = `${DISCARD}${runner}`;
  // Signed in again meanwhile: then it stays.
  if ((await registry.using((db) => db.get("registry", key))) === undefined) return;
  await deleteDB(accountDbName(registry.name, runner));
  await registry.using((db) => db.delete("registry", key));
}
