import type { Page } from "@playwright/test";

const STORES = ["records", "outbox", "sent", "quarantine", "streams", "device"] as const;

/** Everything that a phone's database holds: for each store its rows, with the keys that do not stand in them. */
export type Rows = Readonly<Record<string, readonly Row[]>>;

interface Row {
  readonly key: Key;
  readonly value: object | string | number | boolean;
}

type Key = string | number | readonly string[];

/** Reads what the shown runner's database on this phone holds. */
export function readAll(page: Page): Promise<Rows> {
  return page.evaluate(async (stores) => {
    const all = await indexedDB.databases();
    const name = all.find((each) => each.name?.startsWith("legwork/"))?.name;
    if (name === undefined) throw new Error("This phone has no database of a runner.");
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open(name);
      opening.addEventListener("success", () => resolve(opening.result));
      opening.addEventListener("error", () => reject(opening.error));
    });
    const rows = await Promise.all(stores.map(async (store) => [store, await rowsOf(store)] as const));
    db.close();
    return Object.fromEntries(rows);

    function rowsOf(store: string) {
      return new Promise<Row[]>((resolve) => {
        const found: Row[] = [];
        const walking = db.transaction(store).objectStore(store).openCursor();
        walking.addEventListener("success", () => {
          const cursor = walking.result;
          if (cursor === null) return resolve(found);
          found.push({ key: cursor.key as Key, value: cursor.value as Row["value"] });
          cursor.continue();
        });
      });
    }
  }, STORES);
}

/** A page as the first version left it: the one database of that time, with these rows, held open whoever asks for it. */
export function holdVersion1(page: Page, rows: Rows): Promise<void> {
  return page.evaluate(async (given) => {
    const opening = indexedDB.open("legwork", 1);
    opening.addEventListener("upgradeneeded", () => {
      const db = opening.result;
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
      db.createObjectStore("device");
      const writing = opening.transaction;
      for (const [name, all] of Object.entries(given)) {
        const store = writing?.objectStore(name);
        for (const { key, value } of all) store?.put(value, name === "device" ? (key as string) : undefined);
      }
    });
    await new Promise<void>((resolve, reject) => {
      opening.addEventListener("success", () => resolve());
      opening.addEventListener("error", () => reject(opening.error));
    });
    // Kept from being collected, and deaf: nobody listens to `versionchange`.
    Object.assign(globalThis, { held: opening.result });
  }, rows);
}
