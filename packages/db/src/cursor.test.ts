import type { RunnerId } from "@legwork/core/record";
import { afterAll, beforeAll, expect, test } from "vitest";
import { inTransaction, type Tx } from "./connection";
import { lockHead } from "./head";
import { writePushes } from "./push";
import { changesAfter } from "./record";
import { testDatabase, type TestDatabase } from "./testing";
import { makePush, makeRecord, makeRunner } from "./testing/builders";

const WRITERS = 8;
const WRITES_EACH = 40;
/** A commit waits up to this long after its rev was handed out, as on a busy disk. */
const DELAY_MS_MAX = 6;

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase({ poolSize: WRITERS + 2 });
});
afterAll(() => database.close());

test("a cursor over revs from the locked head misses no row of eight concurrent writers", async () => {
  const missed = await rowsMissed(async (tx, runner) => {
    const head = await lockHead(tx, runner, 1);
    return head?.head ?? Number.NaN;
  });
  expect(missed).toBe(0);
});

test("the same readers and writers do miss rows when revs come from a sequence, so the test above can fail", async () => {
  await database.db.client.query("create sequence revs");
  const missed = await rowsMissed(async (tx) => {
    const { rows } = await tx.client.query<{ rev: number }>("select nextval('revs') as rev");
    return rows[0]?.rev ?? Number.NaN;
  });
  expect(missed).toBeGreaterThan(0);
});

test("so they do when the next rev is the largest seen plus one", async () => {
  const missed = await rowsMissed(async (tx, runner) => {
    const { rows } = await tx.client.query<{ rev: number }>(
      "select coalesce(max(rev), 0) + 1 as rev from record where runner_id = $1",
      [runner],
    );
    return rows[0]?.rev ?? Number.NaN;
  }, "sharesRevs");
  expect(missed).toBeGreaterThan(0);
});

test("so they do when the cursor is the time of the writing transaction", async () => {
  const missed = await rowsMissed(async (tx) => {
    const { rows } = await tx.client.query<{ rev: number }>(
      "select (extract(epoch from now()) * 1000000)::bigint as rev",
    );
    return rows[0]?.rev ?? Number.NaN;
  }, "sharesRevs");
  expect(missed).toBeGreaterThan(0);
});

/** Eight writers on one runner, and a reader that follows with a cursor; how many rows it never saw. */
async function rowsMissed(
  takeRev: (tx: Tx, runner: RunnerId) => Promise<number>,
  revs: "ownRevs" | "sharesRevs" = "ownRevs",
): Promise<number> {
  const { db } = database;
  // What our schema refuses has to be allowed for once, so that what is refused can be seen.
  if (revs === "sharesRevs") await db.client.query("alter table record drop constraint if exists record_runner_rev");
  const runner = await makeRunner(db);
  const writer = async () => {
    for (let write = 0; write < WRITES_EACH; write += 1) {
      await inTransaction(db, async (tx) => {
        const rev = await takeRev(tx, runner);
        await tx.client.query(INSERT_RECORD, [runner, makeRecord().id, rev]);
        await pause(Math.random() * DELAY_MS_MAX);
      });
    }
  };

  const writing = new AbortController();
  let cursor = 0;
  const seen = new Set<string>();
  const pull = async () => {
    const page = await changesAfter(db, runner, { after: cursor, limit: 500, kinds: null });
    for (const { id } of page.records) seen.add(id);
    cursor = page.records.at(-1)?.rev ?? cursor;
  };
  const reader = async () => {
    while (!writing.signal.aborted) await pull();
    await pull();
  };

  const following = reader();
  await Promise.all(Array.from({ length: WRITERS }, writer));
  writing.abort();
  await following;
  return WRITERS * WRITES_EACH - seen.size;
}

// The plainest write there is: what is under test is only where the rev comes from.
const INSERT_RECORD = `
  insert into record (runner_id, id, kind, schema, body, rev, key_rev, deleted, author, op_id)
  values ($1, $2, 'run_log', 1, '{}', $3, '{}', false, 'me', 'op')`;

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

test("a push waits for the lock, so that what it read before it is read again after", async () => {
  const { db } = database;
  const runner = await makeRunner(db);
  const order: string[] = [];
  let letGo = () => {};
  const held = new Promise<void>((resolve) => (letGo = resolve));

  const first = inTransaction(db, async (tx) => {
    await lockHead(tx, runner, 0);
    order.push("first has the lock");
    await held;
    await writePushes(tx, [makePush({ runner, records: [makeRecord()], head: 1 })]);
    order.push("first wrote");
  });
  await pause(50);
  const second = inTransaction(db, async (tx) => {
    const head = await lockHead(tx, runner, 0);
    order.push(`second sees head ${head?.head}`);
  });
  await pause(50);
  letGo();
  await Promise.all([first, second]);

  expect(order).toEqual(["first has the lock", "first wrote", "second sees head 1"]);
});
