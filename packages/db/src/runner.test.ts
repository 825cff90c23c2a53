import { randomUUID } from "node:crypto";
import type { Json, RunnerId } from "@legwork/core/record";
import { afterAll, beforeAll, expect, test } from "vitest";
import { inTransaction } from "./connection";
import { beginDeletion, deleteAccountRows } from "./account-deletion";
import { devicesOfRunner, saveDevices } from "./device";
import { lockFreeHeads, lockHead, readHead } from "./head";
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

/** Somebody with an account, as sign-up leaves them. */
async function makePerson(): Promise<{ readonly runner: RunnerId; readonly account: string }> {
  const runner = await makeRunner(database.db);
  const account = `account of ${runner}`;
  await database.db.client.query(`insert into "user" (id, name, email) values ($1, '', $1)`, [account]);
  return { runner, account };
}

test("a device that only asks for news is not written again within a minute", async () => {
  const { db } = database;
  const { runner, account } = await makePerson();
  const report = { device: "phone", account, cursor: 4, outbox: { count: 0, oldestS: 0 } };
  await saveDevices(db, [{ runner, ...report }]);
  const [before] = await devicesOfRunner(db, runner);
  expect(before).toMatchObject(report);
  await saveDevices(db, [{ runner, ...report }]);
  expect(await devicesOfRunner(db, runner)).toEqual([before]);

  await saveDevices(db, [{ runner, ...report, outbox: { count: 2, oldestS: 12.5 } }]);
  expect(await devicesOfRunner(db, runner)).toMatchObject([{ outbox: { count: 2, oldestS: 12 } }]);
});

test("a device is noted while pushes hold its runner, and keeps none of them from the lock", async () => {
  const { db } = database;
  const { runner, account } = await makePerson();
  const report = { runner, account, device: "phone", cursor: 4, outbox: { count: 0, oldestS: 0 } };
  await inTransaction(db, async (tx) => {
    expect(await lockFreeHeads(tx, [runner])).toHaveLength(1);
    await saveDevices(db, [report]);
  });
  expect(await devicesOfRunner(db, runner)).toMatchObject([{ device: "phone" }]);
  await inTransaction(db, async (noting) => {
    await saveDevices(noting, [{ ...report, cursor: 5 }]);
    expect(await inTransaction(db, (tx) => lockFreeHeads(tx, [runner]))).toHaveLength(1);
  });
});

test("a head that is held is left out of those that are free, and nobody waits", async () => {
  const { db } = database;
  const [held, free] = [await makeRunner(db), await makeRunner(db)];
  await inTransaction(db, async (tx) => {
    await lockHead(tx, held, 0);
    const heads = await inTransaction(db, (other) => lockFreeHeads(other, [held, free, newRunnerId()]));
    expect(heads.map(({ runner }) => runner)).toEqual([free]);
  });
});

test("what a device reported leaves nothing behind of an account that is deleted in the same moment", async () => {
  const { db } = database;
  const [gone, stays] = [await makePerson(), await makePerson()];
  const report = { device: "phone", cursor: 4, outbox: { count: 0, oldestS: 0 } };
  await inTransaction(db, async (tx) => {
    await beginDeletion(tx, gone.account);
    // Does not wait for the deletion, and others are noted.
    await saveDevices(db, [
      { ...gone, ...report },
      { ...stays, ...report },
      { ...stays, ...report, device: "a phone of the one who goes", account: gone.account },
    ]);
    await deleteAccountRows(tx, gone.account, new Date());
  });
  await saveDevices(db, [{ ...gone, ...report }]);
  expect(await devicesOfRunner(db, gone.runner)).toEqual([]);

  const late = await makePerson();
  let deleting: Promise<void> = Promise.resolve();
  await inTransaction(db, async (tx) => {
    await saveDevices(tx, [{ ...late, ...report }]);
    deleting = inTransaction(db, async (deletion) => {
      await beginDeletion(deletion, late.account);
      await deleteAccountRows(deletion, late.account, new Date());
    });
    await new Promise((resolve) => setTimeout(resolve, 50));
  });
  await deleting;
  expect(await devicesOfRunner(db, late.runner)).toEqual([]);
  expect(await devicesOfRunner(db, stays.runner)).toMatchObject([{ device: "phone", account: stays.account }]);
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
