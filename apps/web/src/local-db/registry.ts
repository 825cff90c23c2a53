import { deleteDB, type IDBPDatabase, openDB } from "idb";
import type { RunnerId } from "@legwork/core/record";
import { accountDbName, type Waiting } from "./account-db";
import { REGISTRY_VERSION, type RegistrySchema } from "./schema";

const DISCARD = "discard/";

/** The small database that says which account's is shown. Opened for each use: it is used at the start and at a change of account only. */
export interface Registry {
  /** The runner shown; null on a phone where nothing was ever written. */
  current(): Promise<RunnerId | null>;
  /** Shows `runner` from now on. With `discard`, that runner's database goes; `unlessSet` keeps what another tab chose and returns it. */
  show(runner: RunnerId, options?: ShowOptions): Promise<RunnerId>;
  /** A database of this runner stays, whatever was said of it before. */
  keep(runner: RunnerId): Promise<void>;
  /** Takes a runner's database from the phone. */
  discard(runner: RunnerId): Promise<void>;
  /** Removes databases that are to go and that were held open, or whose removal was cut short. */
  tidy(): Promise<void>;
}

interface ShowOptions {
  readonly discard?: RunnerId;
  readonly keep?: "whatAnotherTabChose";
}

interface RegistryOptions {
  readonly name: string;
  readonly onWaiting: (waiting: Waiting) => void;
  /** Divides a database of version 1, which held everything itself; must be repeatable. */
  readonly split: (db: IDBPDatabase<RegistrySchema>) => Promise<RunnerId>;
}

export function makeRegistry({ name, onWaiting, split }: RegistryOptions): Registry {
  async function using<Result>(work: (db: IDBPDatabase<RegistrySchema>) => Promise<Result>): Promise<Result> {
    const db = await openDB<RegistrySchema>(name, REGISTRY_VERSION, {
      upgrade(opened) {
        if (!opened.objectStoreNames.contains("registry")) opened.createObjectStore("registry");
      },
      blocked: () => onWaiting("otherTab"),
      blocking: () => db.close(),
    });
    onWaiting("nobody");
    try {
      return await work(db);
    } finally {
      db.close();
    }
  }

  const all = IDBKeyRange.bound(DISCARD, `${DISCARD}\uffff`);

  async function remove(runner: RunnerId) {
    const key = `${DISCARD}${runner}`;
    // Signed in again meanwhile: then it stays.
    if ((await using((db) => db.get("registry", key))) === undefined) return;
    await deleteDB(accountDbName(name, runner));
    await using((db) => db.delete("registry", key));
  }

  async function tidy() {
    for (const runner of await using((db) => db.getAll("registry", all))) await remove(runner);
  }

  return {
    current: () =>
      using(async (db) => {
        const divided = !isOfVersion1(db) || (await db.get("registry", "split")) !== undefined;
        // A removal that was cut short: nobody waits for it.
        if ((await db.count("registry", all)) > 0) tidy().catch(() => undefined);
        return divided ? ((await db.get("registry", "current")) ?? null) : split(db);
      }),
    show: (runner, { discard, keep } = {}) =>
      using(async (db) => {
        const tx = db.transaction("registry", "readwrite", { durability: "strict" });
        const chosen = keep === undefined ? undefined : await tx.store.get("current");
        const shown = chosen ?? runner;
        await tx.store.put(shown, "current");
        await tx.store.delete(`${DISCARD}${shown}`);
        const leaving = shown === runner ? discard : runner;
        if (leaving !== undefined) await tx.store.put(leaving, `${DISCARD}${leaving}`);
        await tx.done;
        return shown;
      }),
    keep: (runner) => using((db) => db.delete("registry", `${DISCARD}${runner}`)),
    discard: async (runner) => {
      await using((db) => db.put("registry", runner, `${DISCARD}${runner}`));
      await remove(runner);
    },
    tidy,
  };
}

function isOfVersion1(db: IDBPDatabase<RegistrySchema>): boolean {
  return (db.objectStoreNames as unknown as DOMStringList).contains("records");
}
