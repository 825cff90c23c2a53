import { readFileSync } from "node:fs";
import { generateDrizzleJson, generateMigration } from "drizzle-kit/api";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDatabase, openDatabase } from "./connection";
import { appliedMigrations, knownMigrations, migrateDatabase } from "./migrate";
import * as schema from "./schema";
import { testDatabase, type TestDatabase } from "./testing";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase({ isEmpty: true });
});
afterAll(() => database.close());

test("servers that start at once migrate once", async () => {
  const pools = Array.from({ length: 4 }, () => openDatabase({ url: database.url, poolSize: 1 }));

  await Promise.all(pools.map((pool) => migrateDatabase(pool)));
  await Promise.all(pools.map(closeDatabase));

  const { rows } = await database.db.client.query("select count(*) as applied from drizzle.__drizzle_migrations");
  expect(rows).toEqual([{ applied: knownMigrations().length }]);
  expect(await appliedMigrations(database.db)).toEqual(knownMigrations());
});

test("an older version of the tables can be made, and brought up to date later", async () => {
  const older = await testDatabase({ isEmpty: true });
  await migrateDatabase(older.db, { count: 1 });
  expect(await appliedMigrations(older.db)).toEqual(knownMigrations().slice(0, 1));
  await migrateDatabase(older.db);
  expect(await appliedMigrations(older.db)).toEqual(knownMigrations());
  await older.close();
});

test("every key of a runner's data begins with the runner, and of a squad's with the squad", async () => {
  const { rows } = await database.db.client.query<{ table: string; first: string }>(`
    select t.relname as table, a.attname as first
    from pg_index i join pg_class t on t.oid = i.indrelid join pg_attribute a on a.attrelid = t.oid and a.attnum = i.indkey[0]
    where t.relnamespace = 'public'::regnamespace and (i.indisunique or i.indisprimary)
      and t.relname in ('runner_head', 'record', 'record_past', 'op_receipt', 'op_quarantine', 'access_grant', 'device', 'summary',
        'squad', 'squad_member', 'invitation')`);

  const wrong = rows.filter(
    ({ table, first }) => first !== (/squad|invitation/.test(table) ? "squad_id" : "runner_id"),
  );
  expect(wrong).toEqual([]);
  expect(new Set(rows.map(({ table }) => table)).size).toBe(11);
});

test("the committed migrations lead to the schema in the code", async () => {
  const last = journal().entries.at(-1)?.tag.slice(0, 4);
  const committed = readJson(new URL(`${last}_snapshot.json`, MIGRATIONS)) as ReturnType<typeof generateDrizzleJson>;

  const missing = await generateMigration(committed, generateDrizzleJson({ ...schema }));

  expect(missing, "run `pnpm --filter @legwork/db generate`").toEqual([]);
});

const MIGRATIONS = new URL("../migrations/meta/", import.meta.url);

function journal() {
  return readJson(new URL("_journal.json", MIGRATIONS)) as { entries: readonly { tag: string }[] };
}

function readJson(url: URL): unknown {
  return JSON.parse(readFileSync(url, "utf8"));
}
