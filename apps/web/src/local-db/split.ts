import type { IDBPDatabase, IDBPTransaction } from "idb";
import type { RunnerId } from "@legwork/core/record";
import type { AccountDb, WriteTx } from "./account-db";
import type { LegworkSchema, RegistrySchema, StoreName } from "./schema";

const STORES = ["records", "outbox", "sent", "quarantine", "streams"] as const;
const ALL_STORES: StoreName[] = [...STORES, "device"];

type OldTx = IDBPTransaction<LegworkSchema, StoreName[]>;

/**
 * Divides the one database of version 1, keyed by runner, into one for each runner, and returns the runner shown.
 * Cut short anywhere it is begun again: what a database holds already is not written twice.
 */
export async function splitVersion1(
  registry: IDBPDatabase<RegistrySchema>,
  account: (runner: RunnerId) => AccountDb,
): Promise<RunnerId> {
  const old = asVersion1(registry);
  const tx = old.transaction(ALL_STORES, "readonly");
  const current = (await tx.objectStore("device").get("currentRunner")) as RunnerId;
  const runners = new Set([current, ...(await runnersOf(tx))]);
  for (const runner of runners) {
    const rows = await rowsOf(old, runner);
    const device = runner === current ? await deviceValuesOf(old) : [];
    const db = account(runner);
    await db.bear();
    await db.write(ALL_STORES, (writing) => putOnce(writing, rows, device));
  }
  // Only now, and in one: until here the old rows are the truth.
  const done = old.transaction([...ALL_STORES, "registry" as never], "readwrite", { durability: "strict" });
  const store = registryIn(done);
  const divided = (await store.get("split")) !== undefined;
  if (!divided) {
    await store.put(current, "current");
    await store.put(current, "split");
    for (const name of ALL_STORES) await done.objectStore(name).clear();
  }
  const shown = (await store.get("current")) ?? current;
  await done.done;
  return shown;
}

type Rows = Readonly<Record<(typeof STORES)[number], readonly { readonly seq?: number }[]>>;
type DeviceRow = readonly [key: string, value: unknown];

async function putOnce(tx: WriteTx, rows: Rows, device: readonly DeviceRow[]) {
  const marker = "joined/version-1";
  if ((await tx.objectStore("device").get(marker)) !== undefined) return;
  const outbox = tx.objectStore("outbox");
  const seqs = [...rows.outbox, ...rows.sent, ...rows.quarantine].map(({ seq }) => seq ?? 0);
  // The store hands out the numbers after the highest it has ever seen: what is written next stands behind everything.
  const last = Math.max(0, ...seqs);
  if (last > 0) {
    await outbox.put({ seq: last } as never);
    await outbox.delete(last);
  }
  for (const name of STORES) {
    const store = tx.objectStore(name);
    await Promise.all(rows[name].map((row) => store.put(row as never)));
  }
  for (const [key, value] of device) await tx.objectStore("device").put(value, key);
  await tx.objectStore("device").put(Date.now(), marker);
}

async function runnersOf(tx: OldTx): Promise<readonly RunnerId[]> {
  const found: RunnerId[] = [];
  for (const name of ["records", "sent", "quarantine", "streams"] as const) {
    let cursor = await tx.objectStore(name).openKeyCursor();
    while (cursor !== null) {
      const [runner] = [cursor.primaryKey].flat() as [RunnerId];
      found.push(runner);
      cursor = await tx.objectStore(name).openKeyCursor(IDBKeyRange.lowerBound(after(name, runner), true));
    }
  }
  const waiting = await tx.objectStore("outbox").getAll();
  return [...found, ...waiting.map((entry) => entry.runner)];
}

function after(name: StoreName, runner: RunnerId): IDBValidKey {
  return name === "streams" ? runner : [runner, []];
}

async function rowsOf(db: IDBPDatabase<LegworkSchema>, runner: RunnerId): Promise<Rows> {
  const tx = db.transaction(ALL_STORES, "readonly");
  const own = IDBKeyRange.bound([runner], [runner, []]);
  const waiting = IDBKeyRange.bound([runner, 0], [runner, Number.MAX_SAFE_INTEGER]);
  const [records, outbox, sent, quarantine, stream] = await Promise.all([
    tx.objectStore("records").getAll(own),
    tx.objectStore("outbox").index("byRunner").getAll(waiting),
    tx.objectStore("sent").getAll(own),
    tx.objectStore("quarantine").getAll(own),
    tx.objectStore("streams").get(runner),
  ]);
  return { records, outbox, sent, quarantine, streams: stream === undefined ? [] : [stream] } as unknown as Rows;
}

// What belongs to the phone goes with the runner it shows. The device id does not: it is born with its database.
async function deviceValuesOf(db: IDBPDatabase<LegworkSchema>): Promise<readonly DeviceRow[]> {
  const tx = db.transaction("device", "readonly");
  const [keys, values] = await Promise.all([tx.store.getAllKeys(), tx.store.getAll()]);
  const rows = keys.map((key, index) => [key, values[index]] as const);
  return rows.filter(([key]) => key !== "device" && key !== "currentRunner" && !key.startsWith("lease/"));
}

// A registry that grew out of version 1 still has its stores.
function asVersion1(registry: IDBPDatabase<RegistrySchema>): IDBPDatabase<LegworkSchema> {
  return registry as unknown as IDBPDatabase<LegworkSchema>;
}

// Its transaction was opened over that store too.
function registryIn(tx: WriteTx) {
  return (tx as unknown as IDBPTransaction<RegistrySchema, ["registry"], "readwrite">).objectStore("registry");
}
