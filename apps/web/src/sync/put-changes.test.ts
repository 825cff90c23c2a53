import "fake-indexeddb/auto";
import { v4 as randomId } from "uuid";
import { expect, test } from "vitest";
import type { RecordId } from "@legwork/core/record";
import type { SyncedRecord } from "@legwork/core/wire";
import { openLocalDb, readCurrentRunner } from "@/local-db";
import { putChanges } from "./put-changes";
import { streamOf } from "./stream";
import { writeRecords } from "./write";

const told = (id: RecordId, rev: number): SyncedRecord => ({
  id,
  kind: "run_log",
  schema: 1,
  body: { date: "2026-10-05", kind: "easy", minutes: 30 },
  rev,
  deleted: false,
  author: "server",
  opId: randomId(),
});

// A page of one: four waiting changes beside it are read at once, five are not.
test.each([0, 3, 8])("beside %i changes that wait, a page keeps what this phone changed on top", async (others) => {
  const db = openLocalDb({ name: randomId() });
  const runner = await readCurrentRunner(db);
  const id = randomId() as RecordId;
  const change = (record: RecordId) => ({ id: record, kind: "run_log" as const, patch: { minutes: 45 } });
  await writeRecords(db, [id, ...Array.from({ length: others }, () => randomId() as RecordId)].map(change), 1);

  const take = (changes: readonly SyncedRecord[]) =>
    db.write(["records", "outbox", "sent", "quarantine", "streams"], async (tx) => {
      const stream = await streamOf(tx, runner);
      return putChanges(tx, { runner, stream, changes, sentRev: 0 });
    });
  const { told: newer } = await take([told(id, 7)]);
  expect([...newer]).toEqual([id]);
  const stored = () => db.read(["records"], (tx) => tx.objectStore("records").get([runner, id]));
  expect(await stored()).toMatchObject({ server: { rev: 7 }, body: { kind: "easy", minutes: 45 } });

  const { told: older } = await take([told(id, 6)]);
  expect([...older]).toEqual([]);
  expect(await stored()).toMatchObject({ server: { rev: 7 } });
});

test("a page that the phone has no room for is not taken in at all", async () => {
  const db = openLocalDb({ name: randomId() });
  const runner = await readCurrentRunner(db);
  const [first, second] = [told(randomId() as RecordId, 1), told(randomId() as RecordId, 2)];
  // What cannot be stored stands for what does not fit.
  const broken = { ...first, body: { note: (() => null) as never } };
  const taking = db.write(["records", "outbox", "sent", "quarantine", "streams"], async (tx) =>
    putChanges(tx, { runner, stream: await streamOf(tx, runner), changes: [broken, second], sentRev: 0 }),
  );
  await expect(taking).rejects.toThrow(/could not be cloned/);
  expect(await db.read(["records"], (tx) => tx.objectStore("records").count())).toBe(0);
});
