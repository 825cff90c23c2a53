import { randomUUID } from "node:crypto";
import type { Json } from "@legwork/core/record";
import { afterAll, beforeAll, expect, test } from "vitest";
import { inTransaction } from "./connection";
import { devicesOfRunner, saveDevice } from "./device";
import { lockHead, readHead } from "./head";
import { QUARANTINED_PER_AUTHOR_MAX, quarantineOps } from "./quarantine";
import { claimRunner, createRunner, runnerOfAccount } from "./runner";
import { readSummaries, writeSummaries } from "./summary";
import { testDatabase, type TestDatabase } from "./testing";
import { makeRunner, newRunnerId } from "./testing/builders";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

test("a runner id belongs to the first account that takes it", async () => {
  const { db } = database;
  const runner = newRunnerId();
  const create = (account: string) => inTransaction(db, (tx) => createRunner(tx, { account, runner }));

  expect(await create("first")).toBe(true);
  expect(await create("second")).toBe(false);
  expect(await runnerOfAccount(db, "first")).toBe(runner);
  expect(await runnerOfAccount(db, "second")).toBeNull();
});

test("an account without records takes the id that its phone made", async () => {
  const { db } = database;
  const [made, fromPhone, account] = [newRunnerId(), newRunnerId(), randomUUID()];
  await inTransaction(db, (tx) => createRunner(tx, { account, runner: made }));

  const claim = () => inTransaction(db, (tx) => claimRunner(tx, { account, runner: fromPhone }));
  expect(await claim()).toEqual({ ok: true, runner: fromPhone });
  expect(await claim()).toEqual({ ok: true, runner: fromPhone });
  expect(await runnerOfAccount(db, account)).toBe(fromPhone);
  expect(await readHead(db, made)).toBeNull();
});

test("an account with records keeps its id, and nobody takes the id of another", async () => {
  const { db } = database;
  const [own, wanted, account] = [newRunnerId(), newRunnerId(), randomUUID()];
  await inTransaction(db, (tx) => createRunner(tx, { account, runner: own }));
  await inTransaction(db, (tx) => lockHead(tx, own, 1));
  const other = await makeRunner(db);

  const claim = (runner: typeof own) => inTransaction(db, (tx) => claimRunner(tx, { account, runner }));
  expect(await claim(wanted)).toEqual({ ok: false, error: "hasRecords", runner: own });
  expect(await claim(other)).toEqual({ ok: false, error: "runnerTaken", runner: own });
  expect(await runnerOfAccount(db, account)).toBe(own);
  expect(await readHead(db, wanted)).toBeNull();
});

test("quarantine keeps an op once and never more than its bound per runner", async () => {
  const { db } = database;
  const runner = await makeRunner(db);
  const refused = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ op: `{"op":${index}}`, code: "unknownKind", author: "me" }));
  await quarantineOps(db, runner, refused(3));
  await quarantineOps(db, runner, refused(QUARANTINED_PER_AUTHOR_MAX + 30));

  const { rows } = await db.client.query("select count(*) as kept from op_quarantine where runner_id = $1", [runner]);
  expect(rows).toEqual([{ kept: QUARANTINED_PER_AUTHOR_MAX }]);
});

test("a device that only asks for news is not written again within a minute", async () => {
  const { db } = database;
  const runner = await makeRunner(db);
  const report = { device: "phone", account: "me", cursor: 4, outbox: { count: 0, oldestS: 0 } };
  await saveDevice(db, runner, report);
  const [before] = await devicesOfRunner(db, runner);
  await saveDevice(db, runner, report);
  expect(await devicesOfRunner(db, runner)).toEqual([before]);

  await saveDevice(db, runner, { ...report, outbox: { count: 2, oldestS: 12.5 } });
  expect(await devicesOfRunner(db, runner)).toMatchObject([{ outbox: { count: 2, oldestS: 12 } }]);
});

test("an older summary never replaces a newer one", async () => {
  const { db } = database;
  const runner = await makeRunner(db);
  const summary = (rev: number, coreVersion: number, facts: Json) => ({
    runner,
    part: "plan",
    rev,
    coreVersion,
    facts,
  });
  await writeSummaries(db, [summary(7, 1, { done: 3 })]);
  await writeSummaries(db, [summary(5, 1, { done: 2 })]);
  expect(await readSummaries(db, [runner], ["plan"])).toEqual([summary(7, 1, { done: 3 })]);

  await writeSummaries(db, [summary(7, 2, { done: 4 })]);
  expect(await readSummaries(db, [runner], ["plan", "feel"])).toEqual([summary(7, 2, { done: 4 })]);
});
