import { createHash, randomUUID } from "node:crypto";
import type { StoredRecord } from "@legwork/core/record";
import { afterAll, beforeAll, expect, test } from "vitest";
import { inTransaction } from "./connection";
import { lockHead, readHead } from "./head";
import { type Push, writePushes } from "./push";
import { readReceipts } from "./receipt";
import { changesAfter, readBeforePushes, readBuried, readRecords } from "./record";
import { testDatabase, type TestDatabase } from "./testing";
import { makePush, makeRecord, makeRunner, newRunnerId } from "./testing/builders";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

test.each(["new", "there already"])(
  "a push keeps bodies letter by letter, whatever legal JSON they hold: %s",
  async (which) => {
    const { db } = database;
    const runner = await makeRunner(db);
    const body = {
      "notes/\u0000": "\ud800 \u0000 é 😀",
      big: 1e300,
      'quo"te\\': [1, { deep: null }],
      ["__proto__"]: "own",
    };
    const stored = makeRecord({ rev: 1, body, keyRev: { big: [1, "me"] } });

    const created = new Set(which === "new" ? [stored.id] : []);
    await inTransaction(db, (tx) => writePushes(tx, [makePush({ runner, records: [stored], created, head: 1 })]));

    expect(await readRecords(db, runner, [stored.id])).toEqual([stored]);
  },
);

test("a push writes records, past values, receipts, head and digest together, or nothing", async () => {
  const { db } = database;
  const runner = await makeRunner(db);
  const tombstone = makeRecord({ rev: 2, deleted: true });
  const buried = { body: { date: "2026-08-31" }, keyRev: { date: [1, "me"] as const } };
  const receipt = {
    opId: randomUUID(),
    author: "me",
    hash: createHash("sha256").update("op").digest(),
    status: "applied" as const,
    rev: 2,
  };
  const push = makePush({
    runner,
    records: [makeRecord({ rev: 1 }), tombstone],
    past: [
      {
        id: tombstone.id,
        rev: 2,
        values: [{ key: "", value: { ...buried }, reason: "deleted" as const, author: "me", rev: 1 }],
      },
    ],
    receipts: [receipt],
    head: 2,
    digest: { run_log: { count: 1, xor: "00000000000000ff" } },
  });

  const failing = inTransaction(db, async (tx) => {
    await writePushes(tx, [push]);
    throw new Error("the connection broke");
  });
  await expect(failing).rejects.toThrow("the connection broke");
  expect(await changesAfter(db, runner, { after: 0, limit: 10, kinds: null })).toMatchObject({
    records: [],
    more: false,
  });

  await inTransaction(db, (tx) => writePushes(tx, [push]));
  expect(await readHead(db, runner)).toMatchObject({ head: 2, digest: push.digest });
  expect(await readReceipts(db, runner, [receipt.opId, randomUUID()])).toEqual([receipt]);
  expect(await readBuried(db, runner, [tombstone])).toEqual(new Map([[tombstone.id, buried]]));
});

test("a page of long records ends by its bytes and says that more lie behind, one record at least in each", async () => {
  const { db } = database;
  const runner = await makeRunner(db);
  const sizes = [10, 700_000, 10, 300_000, 300_000, 300_000, 10];
  const records = sizes.map((size, index) => makeRecord({ rev: index + 1, body: { text: "x".repeat(size) } }));
  await inTransaction(db, (tx) => writePushes(tx, [makePush({ runner, records, head: sizes.length })]));
  const pages: number[][] = [];
  let after = 0;
  for (let more = true; more; after = pages.at(-1)?.at(-1) ?? after) {
    const page = await changesAfter(db, runner, {
      after,
      limit: 100,
      kinds: pages.length % 2 === 0 ? null : ["run_log"],
    });
    pages.push(page.records.map(({ rev }) => rev));
    ({ more } = page);
  }
  // The record in which a page passes its bytes is its last.
  expect(pages).toEqual([
    [1, 2],
    [3, 4, 5],
    [6, 7],
  ]);
  expect(await changesAfter(db, runner, { after: 0, limit: 1, kinds: null })).toEqual({
    records: [records[0]].map(asTravelling),
    more: true,
    through: 1,
  });
});

test("a push replaces a record that was there and leaves other runners alone", async () => {
  const { db } = database;
  const runner = await makeRunner(db);
  const other = await makeRunner(db);
  const first = makeRecord({ rev: 1, body: { minutes: 40 } });
  for (const owner of [runner, other]) {
    await inTransaction(db, (tx) => writePushes(tx, [makePush({ runner: owner, records: [first], head: 1 })]));
  }

  const second = { ...first, rev: 2, body: { minutes: 45 } };
  await inTransaction(db, (tx) => writePushes(tx, [makePush({ runner, records: [second], head: 2 })]));

  expect(await readRecords(db, runner, [first.id])).toEqual([second]);
  expect(await readRecords(db, other, [first.id])).toEqual([first]);
});

test("changes come in the order of revs, a page at a time, of the kinds asked for", async () => {
  const { db } = database;
  const runner = await makeRunner(db);
  const records = [1, 2, 3, 4, 5].map((rev) => makeRecord({ rev, kind: rev % 2 === 0 ? "run_feel" : "run_log" }));
  await inTransaction(db, (tx) => writePushes(tx, [makePush({ runner, records, head: 5 })]));

  const revs = async (after: number, limit: number, kinds: readonly string[] | null) => {
    const page = await changesAfter(db, runner, { after, limit, kinds });
    return { revs: page.records.map((changed) => changed.rev), more: page.more };
  };
  expect(await revs(0, 2, null)).toEqual({ revs: [1, 2], more: true });
  expect(await revs(2, 3, null)).toEqual({ revs: [3, 4, 5], more: false });
  expect(await revs(0, 2, ["run_feel"])).toEqual({ revs: [2, 4], more: false });
  expect(await revs(0, 9, [])).toEqual({ revs: [], more: false });
});

test("locking the head hands out revs without a gap and answers null for a runner nobody knows", async () => {
  const { db } = database;
  const runner = await makeRunner(db);
  expect(await inTransaction(db, (tx) => lockHead(tx, runner, 3))).toMatchObject({ head: 3 });
  expect(await inTransaction(db, (tx) => lockHead(tx, runner, 2))).toMatchObject({ head: 5 });
  expect(await inTransaction(db, (tx) => lockHead(tx, newRunnerId(), 1))).toBeNull();
});

function asTravelling(record: StoredRecord | undefined) {
  const { keyRev: _, ...travelling } = record ?? makeRecord();
  return travelling;
}

test("pushes of several runners are written each to its own: new records, changed ones, past values, receipts, heads", async () => {
  const { db } = database;
  const runners = [await makeRunner(db), await makeRunner(db), await makeRunner(db)];
  const old = runners.map(() => makeRecord({ rev: 1, body: { minutes: 40 } }));
  const write = (pushes: readonly Push[]) => inTransaction(db, (tx) => writePushes(tx, pushes));
  await write(runners.map((runner, at) => makePush({ runner, records: [old[at] ?? makeRecord()], head: 1 })));

  const pushes = runners.map((runner, at) => {
    const changed = { ...(old[at] ?? makeRecord()), rev: 2, body: { minutes: 50 + at } };
    const fresh = makeRecord({ rev: 3, body: { minutes: 60 + at } });
    const value = { key: "minutes", value: 40, reason: "replaced" as const, author: "me", rev: 1 };
    const receipt = {
      opId: `op of ${at}`,
      author: `me ${at}`,
      hash: Buffer.alloc(32, at),
      status: "applied" as const,
      rev: 3,
    };
    return makePush({
      runner,
      records: at === 1 ? [fresh] : [changed, fresh],
      created: new Set([fresh.id]),
      past: at === 2 ? [{ id: changed.id, rev: 2, values: [value] }] : [],
      receipts: [receipt],
      head: 3 + at,
      digest: { run_log: { count: at + 1, xor: "00000000000000ff" } },
    });
  });
  await write(pushes);

  for (const [at, push] of pushes.entries()) {
    const { runner, head, digest, receipts } = push;
    const minutes = (await changesAfter(db, runner, { after: 1, limit: 9, kinds: null })).records.map(
      ({ body }) => body["minutes"],
    );
    expect(minutes).toEqual(at === 1 ? [61] : [50 + at, 60 + at]);
    expect(await readHead(db, runner)).toMatchObject({ head, digest });
    expect(
      await readReceipts(
        db,
        runner,
        pushes.flatMap((each) => each.receipts.map(({ opId }) => opId)),
      ),
    ).toEqual(receipts);
    const { rows } = await db.client.query("select rev from record_past where runner_id = $1", [runner]);
    expect(rows).toEqual(at === 2 ? [{ rev: 2 }] : []);
  }
  const asked = pushes.map(({ runner, records }) => ({ runner, opIds: ["op of 1"], ids: records.map(({ id }) => id) }));
  const found = await readBeforePushes(db, asked);
  expect(found.map(({ receipts }) => receipts.length)).toEqual([0, 1, 0]);
  expect(found.map(({ records }) => records.length)).toEqual([2, 1, 2]);
});
