import { afterAll, beforeAll, expect, test } from "vitest";
import { inTransaction, pingDatabase, rowsOf } from "./connection";
import { testDatabase, type TestDatabase } from "./testing";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

test("a connection that ends between two statements fails its transaction and nothing else", async () => {
  const { db } = database;
  const broken = inTransaction(db, async ({ client }) => {
    const { rows } = await client.query<{ pid: number }>("select pg_backend_pid() as pid");
    // The news arrives while the connection is ours and idle, perhaps before the answer of the other one.
    const ended = new Promise((resolve) => client.once("end", resolve));
    await db.client.query("select pg_terminate_backend($1)", [rows[0]?.pid]);
    await ended;
    await client.query("select 1");
  });
  await expect(broken).rejects.toThrow("Client has encountered a connection error");
  expect(await pingDatabase(db)).toBeGreaterThan(0);
});

test("a transaction that cannot even begin gives its connection back", async () => {
  const small = await testDatabase({ poolSize: 1 });
  const notBegun = small.db.orm.transaction(() => Promise.resolve(), { isolationLevel: "nonsense" as "serializable" });
  await expect(notBegun).rejects.toThrow("begin isolation level nonsense");
  expect(await pingDatabase(small.db)).toBeGreaterThan(0);
  await small.close();
});

test("a statement with a list of keys is planned once for its connection, not at every call", async () => {
  const statement = { name: "receipts_of_test", text: "select rev from op_receipt where op_id = any($1::text[])" };
  const plans = await inTransaction(database.db, async (tx) => {
    for (let call = 0; call < 3; call += 1) await rowsOf(tx, statement, [["a", "b"]]);
    const { rows } = await tx.client.query(
      "select generic_plans::int as once, custom_plans::int as anew from pg_prepared_statements where name = $1",
      [statement.name],
    );
    return rows;
  });
  expect(plans).toEqual([{ once: 3, anew: 0 }]);
});
