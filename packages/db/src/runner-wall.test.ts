import type { RunnerId } from "@legwork/core/record";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { inTransaction, type Tx } from "./connection";
import { lockHead } from "./head";
import { writePushes } from "./push";
import { testDatabase, type TestDatabase } from "./testing";
import { makePush, makeRecord, makeRunner } from "./testing/builders";

let database: TestDatabase;
let mo: RunnerId;
let pat: RunnerId;
beforeAll(async () => {
  database = await testDatabase();
  [mo, pat] = [await makeRunner(database.db), await makeRunner(database.db)];
  for (const runner of [mo, pat]) {
    await inTransaction(database.db, async (tx) => {
      await lockHead(tx, runner, 0);
      const past = [{ id: makeRecord().id, rev: 1, values: [] }];
      const receipt = { opId: "op", author: "me", hash: Buffer.alloc(32), status: "applied", rev: 1 } as const;
      await writePushes(tx, [makePush({ runner, records: [makeRecord()], past, receipts: [receipt], head: 1 })]);
      await tx.client.query(
        "insert into op_quarantine (runner_id, hash, op, code, author) values ($1, '', '', '', '')",
        [runner],
      );
      await tx.client.query("insert into summary values ($1, 'plan', 1, 1, '{}')", [runner]);
      await tx.client.query("insert into device values ($1, 'phone', 'me', now(), 1, 0, 0)", [runner]);
      await tx.client.query("insert into access_grant values ($1, 'coach', gen_random_uuid(), '{}', '{}')", [runner]);
    });
  }
});
afterAll(() => database.close());

const asMo = <Result>(work: (tx: Tx) => Promise<Result>) => inTransaction(database.db, work, { runners: [mo] });

describe("a transaction of one runner", () => {
  // Taken from the database, so that a new table of a runner is held by the wall or named here.
  const OUTSIDE = new Set(["account_runner", "squad_member"]);

  test("sees its own rows and no others, in every table that knows runners", async () => {
    const { rows: tables } = await database.db.client.query<{ name: string }>(
      `select table_name as name from information_schema.columns where column_name = 'runner_id' and table_schema = 'public'`,
    );
    const held = tables.map(({ name }) => name).filter((name) => !OUTSIDE.has(name));
    expect(held.length).toBeGreaterThanOrEqual(8);
    for (const table of held) {
      const { rows } = await asMo((tx) =>
        tx.client.query<{ runner: string }>(`select runner_id as runner from ${table}`),
      );
      expect({ table, runners: rows.map(({ runner }) => runner) }).toEqual({ table, runners: [mo] });
    }
  });

  test("writes no row of another runner and changes none", async () => {
    await expect(
      asMo((tx) => tx.client.query("insert into summary values ($1, 'feel', 1, 1, '{}')", [pat])),
    ).rejects.toThrow("row-level security");
    const changed = await asMo((tx) => tx.client.query("update record set deleted = true where runner_id = $1", [pat]));
    expect(changed.rowCount).toBe(0);
    expect(await asMo((tx) => lockHead(tx, pat, 1))).toBeNull();
  });

  test("of several runners sees and writes the rows of these and no others", async () => {
    const lee = await makeRunner(database.db);
    const both = (work: (tx: Tx) => Promise<unknown>) => inTransaction(database.db, work, { runners: [mo, pat] });
    const heads = await inTransaction(
      database.db,
      (tx) => tx.client.query<{ runner: RunnerId }>("select runner_id as runner from runner_head"),
      { runners: [mo, pat] },
    );
    expect(new Set(heads.rows.map(({ runner }) => runner))).toEqual(new Set([mo, pat]));
    const write = (runner: RunnerId) => (tx: Tx) =>
      tx.client.query("insert into summary values ($1, 'feel', 1, 1, '{}')", [runner]);
    await both(write(pat));
    await expect(both(write(lee))).rejects.toThrow("row-level security");
  });

  test("of no runner at all sees nothing", async () => {
    const { rows } = await inTransaction(database.db, (tx) => tx.client.query("select from runner_head"), {
      runners: [],
    });
    expect(rows).toEqual([]);
  });

  test("leaves nothing behind on its connection", async () => {
    const small = await testDatabase({ poolSize: 1 });
    const runner = await makeRunner(small.db);
    await inTransaction(small.db, (tx) => tx.client.query("select 1"), { runners: [runner] });
    const { rows } = await small.db.client.query("select count(*) as heads from runner_head");
    expect(rows).toEqual([{ heads: 1 }]);
    await small.close();
  });

  test("is never opened by a text that is no runner id", async () => {
    const text = "' or true; --" as RunnerId;
    await expect(inTransaction(database.db, () => Promise.resolve(), { runners: [text] })).rejects.toThrow("UUID");
  });
});
