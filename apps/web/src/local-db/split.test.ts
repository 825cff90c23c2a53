import "fake-indexeddb/auto";
import { type IDBPDatabase, openDB } from "idb";
import { describe, expect, test } from "vitest";
import { v4 as randomId } from "uuid";
import type { RecordId, RunnerId } from "@legwork/core/record";
import { deviceValue, readCurrentRunner } from "./device";
import { openLocalDb } from "./open";

const [ADA, BO] = [randomId() as RunnerId, randomId() as RunnerId];

/** A phone as the first version left it: Ada's is shown, Bo had signed out with one change unsent. */
async function phoneOfVersion1(name: string): Promise<void> {
  const db = await openDB(name, 1, { upgrade: storesOfVersion1 });
  const tx = db.transaction(["records", "outbox", "sent", "quarantine", "streams", "device"], "readwrite");
  const records = tx.objectStore("records");
  for (let day = 1; day <= 9; day += 1) await records.put(record(ADA, `ada-${day}`));
  await records.put(record(BO, "bo-1"));
  await tx.objectStore("sent").put({ ...entry(ADA, "ada-1", 41), rev: 7, acknowledgedAt: 1 });
  await tx.objectStore("quarantine").put({ ...entry(ADA, "ada-2", 42), code: "badValue", key: null, refusedAt: 1 });
  await tx.objectStore("outbox").put({ ...entry(BO, "bo-1", 43), frozen: true, writtenAt: 5 });
  await tx.objectStore("streams").put({ ...stream(ADA), state: "live", cursor: 7, email: "ada@example.org" });
  await tx.objectStore("streams").put({ ...stream(BO), state: "signedOut" });
  const device = tx.objectStore("device");
  await device.put(randomId(), "device");
  await device.put(ADA, "currentRunner");
  await device.put({ entry: "P3.1", amount: 8, loadGrams: null }, "draft/ada-3");
  await tx.done;
  db.close();
}

describe("a phone of the first version", () => {
  test("gets a database for each runner and loses nothing", async () => {
    const name = randomId();
    await phoneOfVersion1(name);
    const db = openLocalDb({ name });
    expect(await readCurrentRunner(db)).toBe(ADA);
    expect(await counts(db)).toEqual({ records: 9, outbox: 0, sent: 1, quarantine: 1, streams: 1 });
    expect(await counts(db.account(BO))).toEqual({ records: 1, outbox: 1, sent: 0, quarantine: 0, streams: 1 });
    const streams = await db.read(["streams"], (tx) => tx.objectStore("streams").get(ADA));
    expect(streams).toMatchObject({ state: "live", cursor: 7, email: "ada@example.org" });
    expect(await db.read(["device"], (tx) => deviceValue(tx, "draft/ada-3"))).toMatchObject({ amount: 8 });
    const waiting = await db.account(BO).read(["outbox"], (tx) => tx.objectStore("outbox").getAll());
    expect(waiting).toMatchObject([{ seq: 43, frozen: true, writtenAt: 5, op: { opId: "op-43" } }]);
  });

  test("what is written next stands behind everything that was written before", async () => {
    const name = randomId();
    await phoneOfVersion1(name);
    const db = openLocalDb({ name });
    const { seq: _seq, ...next } = entry(ADA, "ada-1", 99);
    const seq = await db.write(["outbox"], (tx) => tx.objectStore("outbox").add(next as never));
    expect(seq).toBe(43);
  });

  test("cut short after one database it is begun again, and a change made since stays", async () => {
    const name = randomId();
    await phoneOfVersion1(name);
    // As after a kill: the registry stands, one runner has a database, the old rows are all still there.
    const registry = await openDB(name, 2, { upgrade: (db) => void db.createObjectStore("registry") });
    registry.close();
    const half = openLocalDb({ name });
    await half.account(ADA).bear();
    half.close();

    const tabs = [openLocalDb({ name }), openLocalDb({ name })];
    expect(await Promise.all(tabs.map(readCurrentRunner))).toEqual([ADA, ADA]);
    const db = openLocalDb({ name });
    await db.write(["records"], (tx) => tx.objectStore("records").put(record(ADA, "ada-new") as never));
    db.close();
    expect(await counts(openLocalDb({ name }))).toMatchObject({ records: 10, sent: 1, quarantine: 1 });
  });

  test("the old rows go once they stand in their own databases", async () => {
    const name = randomId();
    await phoneOfVersion1(name);
    await readCurrentRunner(openLocalDb({ name }));
    const registry = await openDB(name);
    expect(await registry.count("records")).toBe(0);
    registry.close();
  });
});

async function counts(db: Pick<ReturnType<typeof openLocalDb>, "read">) {
  const stores = ["records", "outbox", "sent", "quarantine", "streams"] as const;
  return db.read(stores, async (tx) => {
    const found = await Promise.all(stores.map((store) => tx.objectStore(store).count()));
    return Object.fromEntries(stores.map((store, index) => [store, found[index]]));
  });
}

function record(runner: RunnerId, id: string) {
  return { runner, id: id as RecordId, kind: "run_log", date: "2026-10-05", server: null, body: {}, deleted: false };
}

function entry(runner: RunnerId, id: string, seq: number) {
  const opId = `op-${seq}`;
  const op = { opId, record: id, kind: "run_log", schema: 1, base: 0, epoch: "", patch: {} };
  return { seq, runner, opId, record: id, op };
}

function stream(runner: RunnerId) {
  return { runner, state: "local", email: null, epoch: null, cursor: 0, acknowledgedAt: null };
}

/** Word for word what version 1 made. */
function storesOfVersion1(db: IDBPDatabase) {
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
}
