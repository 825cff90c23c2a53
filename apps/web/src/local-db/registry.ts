import { type IDBPDatabase, openDB } from "idb";
import type { RunnerId } from "@legwork/core/record";
import type { Waiting } from "./account-db";
import { REGISTRY_VERSION, type RegistrySchema } from "./schema";

/** Before the runner: their database is to be removed. */
export const DISCARD = "discard/";

/** The small database that says whose is shown. Opened for each use: it is used at the start and at a change of account only. */
export interface Registry {
  readonly name: string;
  using<Result>(work: (db: IDBPDatabase<RegistrySchema>) => Promise<Result>): Promise<Result>;
  /** The runner shown, null on a phone where nothing was ever written; and whether something is left to be removed. */
  read(): Promise<{ readonly shown: RunnerId | null; readonly isUntidy: boolean }>;
}

interface RegistryOptions {
  readonly name: string;
  readonly onWaiting: (waiting: Waiting) => void;
  /** Divides a database of version 1, which held everything itself; must be repeatable. */
  readonly split: (db: IDBPDatabase<RegistrySchema>) => Promise<RunnerId>;
}

export function makeRegistry({ name, onWaiting, split }: RegistryOptions): Registry {
  const using: Registry["using"] = async (work) => {
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
  };
  return {
    name,
    using,
    read: () =>
      using(async (db) => {
        const isUntidy = (await db.count("registry", IDBKeyRange.bound(DISCARD, `${DISCARD}\uffff`))) > 0;
        const isDivided = !isOfVersion1(db) || (await db.get("registry", "split")) !== undefined;
        return { isUntidy, shown: isDivided ? ((await db.get("registry", "current")) ?? null) : await split(db) };
      }),
  };
}

function isOfVersion1(db: IDBPDatabase<RegistrySchema>): boolean {
  return (db.objectStoreNames as unknown as DOMStringList).contains("records");
}
