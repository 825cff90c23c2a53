import { type IDBPDatabase, type IDBPTransaction, openDB } from "idb";
import { v4 as randomId } from "uuid";
import { DATABASE_NAME, DATABASE_VERSION, type LegworkSchema, type StoreName } from "./schema";

export type ReadTx = IDBPTransaction<LegworkSchema, StoreName[]>;
export type WriteTx = IDBPTransaction<LegworkSchema, StoreName[], "readwrite">;

/** The phone's database. A write is finished when its transaction is complete, never earlier. */
export interface LocalDb {
  read<Result>(stores: readonly StoreName[], work: (tx: ReadTx) => Promise<Result>): Promise<Result>;
  write<Result>(stores: readonly StoreName[], work: (tx: WriteTx) => Promise<Result>): Promise<Result>;
  close(): void;
}

export interface OpenOptions {
  readonly name?: string;
  /** Another tab holds an older version open and does not let go. */
  readonly onBlocked?: () => void;
}

/** Opens when first used; opens anew when the browser has dropped the connection. */
export function openLocalDb({ name = DATABASE_NAME, onBlocked }: OpenOptions = {}): LocalDb {
  let opening: Promise<IDBPDatabase<LegworkSchema>> | null = null;

  function connection(): Promise<IDBPDatabase<LegworkSchema>> {
    opening ??= connect().catch((error: unknown) => {
      opening = null;
      throw error;
    });
    return opening;
  }

  async function connect(): Promise<IDBPDatabase<LegworkSchema>> {
    const db = await openDB<LegworkSchema>(name, DATABASE_VERSION, {
      upgrade: makeStores,
      blocked: () => onBlocked?.(),
      // A newer version waits in another tab: let it through, and open again at the next use.
      blocking: () => drop(db),
      terminated: () => drop(null),
    });
    return db;
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

  return {
    read: (stores, work) =>
      retrying(async (db) => {
        const tx = db.transaction([...stores], "readonly");
        const result = await work(tx);
        await tx.done;
        return result;
      }),
    write: (stores, work) =>
      retrying(async (db) => {
        const tx = db.transaction([...stores], "readwrite", { durability: "strict" });
        try {
          const result = await work(tx);
          await tx.done;
          return result;
        } catch (error) {
          abort(tx);
          throw error;
        }
      }),
    close: () => {
      const closing = opening;
      opening = null;
      void closing?.then((db) => db.close());
    },
  };
}

function makeStores(db: IDBPDatabase<LegworkSchema>, oldVersion: number) {
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
  void device.put(randomId(), "currentRunner");
}

function isLostConnection(error: unknown): boolean {
  return (
    error instanceof DOMException &&
    (error.name === "InvalidStateError" ||
      (error.name === "UnknownError" && /connection|database/i.test(error.message)) ||
      (error.name === "AbortError" && /connection|terminated|closed/i.test(error.message)))
  );
}

function abort(tx: WriteTx) {
  try {
    tx.abort();
  } catch {
    // It has ended by itself already; the caller gets the first error.
  }
  tx.done.catch(() => undefined);
}
