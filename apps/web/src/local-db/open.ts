import { v4 as randomId } from "uuid";
import type { RunnerId } from "@legwork/core/record";
import { type AccountDb, type LocalDb, openAccountDb, type Waiting } from "./account-db";
import { GoneError, isLostConnection, MovedError } from "./failures";
import { makeRegistry } from "./registry";
import { DATABASE_NAME } from "./schema";

/** Changes of account that one use follows. Our own choice: two can happen in a row, more is a fault. */
const FOLLOWED_MAX = 4;

/** Whatever the phone shows now: the database of its account, or the one it has while there is no account. */
export interface PhoneDb extends LocalDb {
  /** The database of one runner, whoever is shown. Work that goes on over time keeps to it. */
  account(runner: RunnerId): AccountDb;
  /** Makes sure that the phone has a database of this runner, and keeps it. */
  bear(runner: RunnerId): Promise<void>;
  /** Shows another runner, whose database must exist. */
  show(runner: RunnerId): Promise<void>;
  /** Takes the database of a runner who is not shown from the phone. Who calls this has made sure that nothing is lost. */
  discard(runner: RunnerId): Promise<void>;
  /** Another tab may have changed the account: looks at the next use. */
  follow(): void;
}

export interface OpenOptions {
  readonly name?: string;
  /** Told when opening waits for another tab, and when it does no longer. */
  readonly onWaiting?: (waiting: Waiting) => void;
  /** Carries everything of a database that is marked as moved over to another; must be repeatable. */
  readonly carryOver?: (from: AccountDb, to: AccountDb) => Promise<void>;
}

export function openLocalDb({ name = DATABASE_NAME, onWaiting, carryOver = cannotCarry }: OpenOptions = {}): PhoneDb {
  const tellWaiting = (waiting: Waiting) => onWaiting?.(waiting);
  const accounts = new Map<RunnerId, AccountDb>();
  const registry = makeRegistry({
    name,
    onWaiting: tellWaiting,
    // Needed once in the life of a phone that is older than the split.
    split: async (db) => (await import("./split")).splitVersion1(db, account),
  });
  let following: Promise<AccountDb> | null = null;

  function account(runner: RunnerId): AccountDb {
    const known = accounts.get(runner) ?? openAccountDb({ name, runner, onWaiting: tellWaiting });
    accounts.set(runner, known);
    return known;
  }

  function shown(): Promise<AccountDb> {
    following ??= find().catch((error: unknown) => {
      following = null;
      throw error;
    });
    return following;
  }

  async function find(): Promise<AccountDb> {
    const { shown: known, isUntidy } = await registry.read();
    if (isUntidy) tidy();
    let runner = known ?? (await begin());
    for (let followed = 0; followed < FOLLOWED_MAX; followed += 1) {
      const db = account(runner);
      const next = await whereTo(db);
      if (next === null) return db;
      if (next !== runner) await finishMove(db, account(next));
      runner = (await registry.read()).shown ?? runner;
    }
    throw new MovedError("The account changed again and again");
  }

  /** Null when the runner's database is the one; the runner itself when another tab has taken the database away meanwhile. */
  async function whereTo(db: AccountDb): Promise<RunnerId | null> {
    try {
      return await db.movedTo();
    } catch (error) {
      if (!(error instanceof GoneError)) throw error;
      if ((await registry.read()).shown !== db.runner) return db.runner;
      // Nobody took it away, and yet it is lost: the phone begins anew as the same runner.
      await db.bear();
      return null;
    }
  }

  async function begin(): Promise<RunnerId> {
    const runner = randomId() as RunnerId;
    await account(runner).bear();
    const { showRunner } = await changing();
    const chosen = await showRunner(registry, { runner, keep: "whatAnotherTabChose" });
    if (chosen !== runner) tidy();
    return chosen;
  }

  async function finishMove(from: AccountDb, to: AccountDb) {
    // Pulled before the mark was set; should it be lost since, nothing may be stuck behind that.
    await bear(to.runner);
    await carryOver(from, to);
    const { showRunner } = await changing();
    await showRunner(registry, { runner: to.runner, discard: from.runner });
    from.close();
    tidy();
  }

  async function bear(runner: RunnerId) {
    await (await changing()).bearAccount(registry, account(runner));
  }

  // Nobody waits for it: a tab that holds the old one open lets go when it is looked at again.
  function tidy() {
    const tidying = async () => (await changing()).tidyAccounts(registry);
    tidying().catch(() => undefined);
  }

  async function using<Result>(run: (db: AccountDb) => Promise<Result>): Promise<Result> {
    for (let followed = 0; ; followed += 1) {
      try {
        return await run(await shown());
      } catch (error) {
        const elsewhere = error instanceof MovedError || error instanceof GoneError || isLostConnection(error);
        if (!elsewhere || followed >= FOLLOWED_MAX) throw error;
        following = null;
      }
    }
  }

  return {
    read: (stores, work) => using((db) => db.read(stores, work)),
    write: (stores, work) => using((db) => db.write(stores, work)),
    account,
    bear,
    show: async (runner) => {
      await (await changing()).showRunner(registry, { runner });
      following = null;
    },
    discard: async (runner) => {
      account(runner).close();
      await (await changing()).discardAccount(registry, runner);
    },
    follow: () => {
      following = null;
    },
    close: () => {
      following = null;
      for (const db of accounts.values()) db.close();
    },
  };
}

// Needed at the very first start and when the account changes.
function changing() {
  return import("./change-account");
}

function cannotCarry(): Promise<void> {
  return Promise.reject(new Error("This database was opened without a way to carry another one over"));
}
