import { randomUUID } from "node:crypto";
import type { RunnerId } from "@legwork/core/record";
import { afterAll, beforeAll, expect, test } from "vitest";
import { inTransaction } from "./connection";
import { grantsOfRunner, readGrant, revokeGrant, writeGrant } from "./grant";
import { lockHead, readHead } from "./head";
import { createInvitation, readInvitation, useInvitation } from "./invitation";
import { addMember, createSquad, readSquad, removeMember, runnersOfSquad, squadsOfCoach } from "./squad";
import { testDatabase, type TestDatabase } from "./testing";
import { makeRunner } from "./testing/builders";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase({ poolSize: 10 });
});
afterAll(() => database.close());

const NOW = new Date("2026-08-31T12:00:00Z");
const TOMORROW = new Date("2026-09-01T12:00:00Z");

test("a grant holds until it is revoked, and each change raises the runner's grants rev", async () => {
  const { db } = database;
  const runner = await makeRunner(db);
  await give(runner, { grantee: "coach", squad: randomUUID() });
  expect(await readGrant(db, runner, "coach")).toMatchObject({ read: ["session_log"], write: ["comment"] });
  expect(await readGrant(db, runner, "another coach")).toBeNull();

  const end = () => inTransaction(db, (tx) => revokeGrant(tx, runner, "coach"));
  expect(await end()).not.toBeNull();
  expect(await end()).toBeNull();
  expect(await readGrant(db, runner, "coach")).toBeNull();
  expect(await grantsOfRunner(db, runner)).toEqual([]);
  expect(await readHead(db, runner)).toMatchObject({ grantsRev: 2 });
});

test("a grant given again after it was revoked begins anew", async () => {
  const { db } = database;
  const runner = await makeRunner(db);
  const squad = randomUUID();
  const first = await give(runner, { grantee: "coach", squad });
  const kept = await give(runner, { grantee: "coach", squad });
  await inTransaction(db, (tx) => revokeGrant(tx, runner, "coach"));
  const again = await give(runner, { grantee: "coach", squad });

  expect(kept.since).toEqual(first.since);
  expect(again.since.getTime()).toBeGreaterThan(first.since.getTime());
});

test("a coach's list comes in pages and shows nobody whose grant is gone", async () => {
  const { db } = database;
  const squad = await createSquad(db, { name: "Tuesday", coach: "coach of a list" });
  const runners = await Promise.all(Array.from({ length: 5 }, () => makeRunner(db)));
  for (const runner of runners) {
    await give(runner, { grantee: squad.coach, squad: squad.id });
    await addMember(db, squad.id, runner);
    await addMember(db, squad.id, runner);
  }
  const [gone, ...others] = runners.toSorted();
  if (!gone) throw new Error("five runners were made");
  await inTransaction(db, (tx) => revokeGrant(tx, gone, squad.coach));

  const page = (after: RunnerId | null) => runnersOfSquad(db, squad.id, { grantee: squad.coach, after, limit: 3 });
  const first = await page(null);
  const second = await page(first.next);

  expect([...first.runners, ...second.runners].map(({ runner }) => runner)).toEqual(others);
  expect(first.runners).toHaveLength(2);
  expect(second.next).toBeNull();
  expect(await squadsOfCoach(db, squad.coach)).toEqual([{ ...squad, runners: 5 }]);
  expect(await removeMember(db, squad.id, gone)).toBe(true);
  expect(await removeMember(db, squad.id, gone)).toBe(false);
  expect(await readSquad(db, squad.id)).toMatchObject({ runners: 4 });
});

test("an invitation works once, however many accept it at the same moment", async () => {
  const { db } = database;
  const code = await invite(TOMORROW);

  const results = await Promise.all(
    Array.from({ length: 8 }, (_, index) =>
      inTransaction(db, (tx) => useInvitation(tx, code, { account: `runner ${index}`, now: NOW })),
    ),
  );

  expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  expect(results.filter((result) => !result.ok && result.error === "used")).toHaveLength(7);
  expect(await readInvitation(db, code, NOW)).toEqual({ ok: false, error: "used" });
});

test("an invitation is unknown, expired or open, and open for a code typed by hand", async () => {
  const { db } = database;
  const code = await invite(TOMORROW);
  const typed = ` ${code.toLowerCase().replaceAll("-", " ")} `;

  expect(await readInvitation(db, typed, NOW)).toMatchObject({ ok: true, invitation: { squadName: "Tuesday" } });
  expect(await readInvitation(db, code, TOMORROW)).toEqual({ ok: false, error: "expired" });
  expect(await readInvitation(db, "0000-0000-0000", NOW)).toEqual({ ok: false, error: "unknown" });
  expect(await inTransaction(db, (tx) => useInvitation(tx, code, { account: "late", now: TOMORROW }))).toEqual({
    ok: false,
    error: "expired",
  });
});

test("the database does not hold the code of an invitation", async () => {
  const code = await invite(TOMORROW);
  const { rows } = await database.db.client.query("select i::text as row from invitation i");
  const letters = code.replaceAll("-", "");
  expect(rows.filter(({ row }) => String(row).includes(code) || String(row).includes(letters))).toEqual([]);
});

async function invite(expiresAt: Date): Promise<string> {
  const squad = await createSquad(database.db, { name: "Tuesday", coach: randomUUID() });
  return createInvitation(database.db, { squad: squad.id, read: ["session_log"], write: ["comment"], expiresAt });
}

function give(runner: RunnerId, { grantee, squad }: { readonly grantee: string; readonly squad: string }) {
  return inTransaction(database.db, async (tx) => {
    await lockHead(tx, runner, 0);
    return writeGrant(tx, { runner, grantee, squad, read: ["session_log"], write: ["comment"] });
  });
}
