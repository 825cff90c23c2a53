import { type IDBPDatabase, type IDBPTransaction, openDB } from "idb";
import { v4 as randomId } from "uuid";
import type { RunnerId } from "@legwork/core/record";
import { asNoRoom, GoneError, isLostConnection, MovedError } from "./failures";
import { ACCOUNT_VERSION, type LegworkSchema, type StoreName } from "./schema";

export type ReadTx = IDBPTransaction<LegworkSchema, StoreName[]>;
export type WriteTx = IDBPTransaction<LegworkSchema, StoreName[], "readwrite">;

/** What is done in a transaction; `runner` is whose database it is. */
export type Work<Tx, Result> = (tx: Tx, runner: RunnerId) => Promise<Result>;

/** A database of the phone. A write is finished when its transaction is complete, never earlier. */
export interface LocalDb {
  read<Result>(stores: readonly StoreName[], work: Work<ReadTx, Result>): Promise<Result>;
  /** Rejects with a `NoRoomError` when the phone is full, with a `MovedError` when the database was carried over. */
  write<Result>(stores: readonly StoreName[], work: Work<WriteTx, Result>): Promise<Result>;
  close(): void;
}

/** The database of one account, or of the phone while it has none. */
export interface AccountDb extends LocalDb {
  readonly runner: RunnerId;
  /** Makes it when the phone has none of this runner. Everything else throws a `GoneError` then. */
  bear(): Promise<void>;
  /** Where everything of it is being carried over to. */
  movedTo(): Promise<RunnerId | null>;
}

/** `otherTab`: another tab holds an older version open and does not let go. */
export type Waiting = "otherTab" | "nobody";

export interface AccountOptions {
  readonly name: string;
  readonly runner: RunnerId;
  readonly onWaiting: (waiting: Waiting) => void;
}

export function accountDbName(name: string, runner: RunnerId): string {
  return `${name}/${runner}`;
}

/** Opens when first used; opens anew when the browser has dropped the connection. */
export function openAccountDb({ name, runner, onWaiting }: AccountOptions): AccountDb {
  let opening: Promise<IDBPDatabase<LegworkSchema>> | null = null;

  function connection(birth: "mayBeBorn" | "mustExist" = "mustExist"): Promise<IDBPDatabase<LegworkSchema>> {
    opening ??= connect(birth).catch((error: unknown) => {
      opening = null;
      throw error;
    });
    return opening;
  }

  async function connect(birth: "mayBeBorn" | "mustExist"): Promise<IDBPDatabase<LegworkSchema>> {
    let missing = false;
    try {
      const db = await openDB<LegworkSchema>(accountDbName(name, runner), ACCOUNT_VERSION, {
        upgrade(opened, oldVersion, _newVersion, tx) {
          missing = oldVersion === 0 && birth === "mustExist";
          if (!missing) return makeStores(opened, oldVersion, runner);
          // Made here it would be an empty one beside the one that everything was carried over to.
          tx.done.catch(() => undefined);
          tx.abort();
        },
        blocked: () => onWaiting("otherTab"),
        // A newer version waits in another tab, or this database is to go: let it, and open again at the next use.
        blocking: () => drop(db),
        terminated: () => drop(null),
      });
      onWaiting("nobody");
      return db;
    } catch (error) {
      throw missing ? new GoneError(`No database of runner ${runner} on this phone`) : error;
    }
  }

  function drop(db: IDBPDatabase<LegworkSchema> | null) {
    opening = null;
    db?.close();
  }

  async function retrying<Result>(run: (db: IDBPDatabase<LegworkSchema>) => Promise<Result>): Promise<Result> {
    try {
      return await run(await connection());
    } catch (error) {
      if (!isLostConnection(error)) throw error;
      // Nothing of the lost transaction was kept, or all of it; writing the same again changes nothing then.
      opening = null;
      return run(await connection());
    }
  }

  function read<Result>(stores: readonly StoreName[], work: Work<ReadTx, Result>): Promise<Result> {
    return retrying(async (db) => {
      const tx = db.transaction([...stores], "readonly");
      const result = await work(tx, runner);
      await tx.done;
      return result;
    });
  }

  const movedTo = () => read(["device"], movedToOf);

  return {
    runner,
    bear: async () => void (await connection("mayBeBorn")),
    movedTo,
    read,
    write: (stores, work) =>
      retrying(async (db) => {
        const tx = db.transaction([...new Set<StoreName>([...stores, "device"])], "readwrite", {
          durability: "strict",
        });
        try {
          const result = await unlessMoved(tx, () => work(tx, runner));
          await tx.done;
          return result;
        } catch (error) {
          abort(tx);
          throw asNoRoom(error);
        }
      }),
    close: () => {
      const closing = opening;
      opening = null;
      // One that could not be opened has nothing to close.
      void closing?.then(
        (db) => db.close(),
        () => undefined,
      );
    },
  };
}

/**
 * Looked at inside the transaction, so that no tab's tap can land behind the carrying over; and beside the work, which
 * is undone then, so that no tap waits for it.
 */
async function unlessMoved<Result>(tx: WriteTx, work: () => Promise<Result>): Promise<Result> {
  // Asked first: a work that carries over sets the mark itself.
  const [moved, worked] = await Promise.allSettled([movedToOf(tx), work()]);
  if (moved.status === "rejected") throw moved.reason;
  if (moved.value !== null) throw new MovedError(`Everything was carried over to runner ${moved.value}`);
  if (worked.status === "rejected") throw worked.reason;
  return worked.value;
}

async function movedToOf(tx: ReadTx | WriteTx): Promise<RunnerId | null> {
  return ((await tx.objectStore("device").get("movedTo")) as RunnerId | undefined) ?? null;
}

function makeStores(db: IDBPDatabase<LegworkSchema>, oldVersion: number, runner: RunnerId) {
  if (oldVersion >= 1) return;
  const records = db.createObjectStore("records", { keyPath: ["runner", "id"] });
  records.createIndex("byKindAndDate", ["runner", "kind", "date"]);
  const outbox = db.createObjectStore("outbox", { keyPath: "seq", autoIncrement: true });
  outbox.createIndex("byRunner", ["runner", "seq"]);
  outbox.createIndex("byRecord", ["runner", "record", "seq"]);
  outbox.createIndex("byOp", ["runner", "opId"], { unique: true });
  const sent = db.createObjectStore("sent", { keyPath: ["runner", "opId"] });
  sent.createIndex("byRecord", ["runner", "record", "seq"]);
  sent.createIndex("byAcknowledgedAt", "acknowledgedAt");
  const quarantine = db.createObjectStore("quarantine", { keyPath: ["runner", "opId"] });
  quarantine.createIndex("byRecord", ["runner", "record", "seq"]);
  db.createObjectStore("streams", { keyPath: "runner" });
  // The device id is born with the database, so that a restored store is a new device.
  const device = db.createObjectStore("device");
  void device.put(randomId(), "device");
  void device.put(runner, "currentRunner");
}

function abort(tx: WriteTx) {
  try {
    tx.abort();
  } catch {
    // It has ended by itself already; the caller gets the first error.
  }
  tx.done.catch(() => undefined);
}
