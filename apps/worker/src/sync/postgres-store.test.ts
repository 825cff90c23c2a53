import { randomUUID } from "node:crypto";
import { beginServerEpoch, createRunner, inTransaction, lockHead, revokeGrant, writeGrant } from "@legwork/db";
import { testDatabase, type TestDatabase } from "@legwork/db/testing";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { RunnerId } from "@legwork/core/record";
import { pino } from "pino";
import { type StoreUnderTest, storeContract } from "../testing/store-contract";
import { commentOp, feelOp, randomRunner, synced, type TestSync } from "../testing/stream";
import { postgresStore } from "./postgres-store";
import type { PastWrite, RefusedOp } from "./stream-store";

let database: TestDatabase;
let under: StoreUnderTest;

beforeAll(async () => {
  database = await testDatabase({ poolSize: 12 });
  const { db } = database;
  const rows = async <Row>(text: string, runner: RunnerId) => (await db.client.query(text, [runner])).rows as Row[];
  under = {
    store: openStore(),
    async createRunner(runner, account) {
      await inTransaction(db, (tx) => createRunner(tx, { account, runner }));
    },
    grant: (runner, account, scope) =>
      inTransaction(db, async (tx) => {
        await lockHead(tx, runner, 0);
        if (scope === null) await revokeGrant(tx, runner, account);
        else await writeGrant(tx, { runner, grantee: account, squad: randomUUID(), ...scope });
      }),
    refused: (runner) => rows<RefusedOp>("select op, code, author from op_quarantine where runner_id = $1", runner),
    past: (runner) => rows<PastWrite>(`select id, rev, "values" from record_past where runner_id = $1`, runner),
    beginServerEpoch: async () => void (await beginServerEpoch(db, new Date())),
  };
});
afterAll(() => database.close());

const openStore = () => postgresStore({ db: database.db, now: () => new Date(), logger: pino({ level: "silent" }) });

describe("streams in Postgres", () => {
  storeContract(() => under);

  test("an op that the database refuses is found and kept aside; all others land in their order", async () => {
    const { db } = database;
    await db.client.query(`
      create function refuse_poison() returns trigger language plpgsql as $$
      begin
        if new.body ->> 'text' = 'poison' then raise exception 'no' using errcode = '22P02'; end if;
        return new;
      end $$;
      create trigger refuse_poison before insert or update on record for each row execute function refuse_poison();`);
    const runner = randomRunner();
    await under.createRunner(runner, "mo");
    const poison = commentOp({ patch: { text: "poison", writtenAt: "2026-03-02T08:00:00Z" } });
    const ops = [...Array.from({ length: 6 }, () => commentOp()), poison, ...Array.from({ length: 6 }, () => feelOp())];
    const answer = await synced(under.store, { runner, account: "mo", ops });
    expect(answer.results.map(({ opId }) => opId)).toEqual(ops.map(({ opId }) => opId));
    expect(answer.results.filter(({ status }) => status === "applied").length).toBe(12);
    expect(answer.results[6]).toEqual({ opId: poison.opId, status: "rejected", code: "unstorable" });
    expect(answer.changes.length).toBe(12);
    expect(await under.refused(runner)).toMatchObject([{ code: "unstorable" }]);
    await db.client.query("drop trigger refuse_poison on record");
  });

  test("a fault that is not the data's is thrown and nothing goes into quarantine", async () => {
    const { db } = database;
    const runner = randomRunner();
    await under.createRunner(runner, "mo");
    await db.client.query("alter table op_receipt rename to op_receipt_away");
    await expect(synced(under.store, { runner, account: "mo", ops: [feelOp()] })).rejects.toThrow("op_receipt");
    await db.client.query("alter table op_receipt_away rename to op_receipt");
    expect(await under.refused(runner)).toEqual([]);
    const { results } = await synced(under.store, { runner, account: "mo", ops: [feelOp()] });
    expect(results).toMatchObject([{ status: "applied", rev: 1 }]);
  });

  test("a push in progress waits for a revocation and then sees it", async () => {
    const runner = randomRunner();
    await under.createRunner(runner, "mo");
    await under.grant(runner, "coach", { read: ["comment"], write: ["comment"] });
    let pushed: Promise<unknown> = Promise.resolve();
    await inTransaction(database.db, async (tx) => {
      await lockHead(tx, runner, 0);
      // Passes the check without the lock, then waits for it.
      pushed = synced(under.store, { runner, account: "coach", ops: [commentOp()] });
      pushed.catch(() => {});
      await new Promise((resolve) => setTimeout(resolve, 100));
      await revokeGrant(tx, runner, "coach");
    });
    await expect(pushed).rejects.toThrow("notFound");
    expect((await synced(under.store, { runner, account: "mo" })).changes).toEqual([]);
  });

  test("what a pull reads is one moment: head, digest and changes agree while others write", async () => {
    const runner = randomRunner();
    await under.createRunner(runner, "mo");
    const writing = Promise.all(
      Array.from({ length: 20 }, () => synced(under.store, { runner, account: "mo", ops: [feelOp()] })),
    );
    for (let pull = 0; pull < 20; pull += 1) {
      const { changes, head, digest } = await synced(under.store, { runner, account: "mo" });
      expect(changes.length).toBe(head);
      expect(digest["run_feel"]?.count ?? 0).toBe(head);
    }
    await writing;
  });
});

describe("pushes of several runners at one moment", () => {
  async function madeRunners(count: number): Promise<readonly RunnerId[]> {
    const runners = Array.from({ length: count }, randomRunner);
    for (const runner of runners) await under.createRunner(runner, `account of ${runner}`);
    return runners;
  }
  const pushed = (runner: RunnerId, more: Partial<TestSync> = {}) =>
    synced(under.store, { runner, account: `account of ${runner}`, ops: [feelOp()], ...more });
  const transactionsOf = async (runners: readonly RunnerId[]) => {
    const text = "select count(distinct xmin::text) as transactions from op_receipt where runner_id = any ($1::uuid[])";
    return (await database.db.client.query<{ transactions: number }>(text, [runners])).rows[0]?.transactions;
  };

  test("share a transaction, and each is answered its own", async () => {
    const runners = await madeRunners(8);
    const ops = runners.map(() => [feelOp(), feelOp()]);
    const answers = await Promise.all(runners.map((runner, index) => pushed(runner, { ops: ops[index] ?? [] })));
    expect(await transactionsOf(runners)).toBeLessThan(runners.length);
    for (const [index, { results, changes, head }] of answers.entries()) {
      const own = ops[index]?.map(({ opId }) => opId);
      expect({ head, results: results.map(({ opId }) => opId) }).toEqual({ head: 2, results: own });
      expect(changes.map(({ opId }) => opId)).toEqual(own);
    }
  });

  test("a device that was behind is answered all that it lacks, its own write in its place", async () => {
    const [behind, other] = await madeRunners(2);
    if (behind === undefined || other === undefined) throw new Error("Two were made.");
    const before = feelOp();
    const { epoch } = await pushed(behind, { ops: [before, feelOp()] });
    const change = feelOp({ record: before.record, base: 1, epoch, patch: { feel: 5 } });
    const [answer] = await Promise.all([pushed(behind, { ops: [change], cursor: 0 }), pushed(other)]);
    expect(answer.changes.map(({ rev }) => rev)).toEqual([2, 3]);
    expect(answer.changes[1]).toMatchObject({ id: before.record, opId: change.opId, body: { feel: 5 } });
  });

  test("what the database refuses of one is kept aside, and all others land", async () => {
    await database.db.client.query(
      `create trigger refuse_poison before insert or update on record for each row execute function refuse_poison()`,
    );
    const runners = await madeRunners(6);
    const poison = commentOp({ patch: { text: "poison", writtenAt: "2026-03-02T08:00:00Z" } });
    const opsOf = (index: number) => (index === 3 ? [feelOp(), poison, feelOp()] : [feelOp(), feelOp(), feelOp()]);
    const answers = await Promise.all(runners.map((runner, index) => pushed(runner, { ops: opsOf(index) })));
    await database.db.client.query("drop trigger refuse_poison on record");
    expect(answers.map(({ results }) => results.map(({ status }) => status).join(" "))).toEqual(
      runners.map((_, index) => (index === 3 ? "applied rejected applied" : "applied applied applied")),
    );
    for (const [index, runner] of runners.entries()) {
      expect(await under.refused(runner)).toHaveLength(index === 3 ? 1 : 0);
      expect((await pushed(runner, { ops: [] })).changes).toHaveLength(index === 3 ? 2 : 3);
    }
  });

  test("who is held elsewhere makes nobody wait", async () => {
    const [held, ...free] = await madeRunners(5);
    if (held === undefined) throw new Error("Five were made.");
    let waiting: Promise<unknown> = Promise.resolve();
    await inTransaction(database.db, async (tx) => {
      await lockHead(tx, held, 0);
      waiting = pushed(held);
      await Promise.all(free.map((runner) => pushed(runner)));
    });
    expect(await waiting).toMatchObject({ head: 1, results: [{ status: "applied", rev: 1 }] });
  });

  test("two servers that push to the same runners at once hand out each rev once, and a reader misses none", async () => {
    const runners = await madeRunners(3);
    const stores = [openStore(), openStore()];
    let writing = true;
    const seen = new Map(runners.map((runner) => [runner, new Set<string>()]));
    const reader = async (runner: RunnerId) => {
      let cursor = 0;
      for (let last = false; ;) {
        const page = await pushed(runner, { ops: [], cursor, limit: 50 });
        for (const { opId } of page.changes) seen.get(runner)?.add(opId);
        cursor = page.cursor;
        if (last && !page.more) return;
        last = !writing;
      }
    };
    const writer = async (index: number) => {
      const store = stores[index % stores.length] ?? under.store;
      const revs: string[] = [];
      for (let round = 0; round < 15; round += 1) {
        const answers = await Promise.all(
          runners.map((runner) =>
            synced(store, { runner, account: `account of ${runner}`, ops: [feelOp()], limit: 1 }),
          ),
        );
        answers.forEach(({ results, head }, at) => revs.push(`${at} ${results[0]?.status} ${head}`));
      }
      return revs;
    };
    const reading = Promise.all(runners.map(reader));
    const revs = (await Promise.all([0, 1, 2, 3].map(writer))).flat();
    writing = false;
    await reading;
    const each = Array.from({ length: 60 }, (_, index) => index + 1);
    expect(new Set(revs)).toEqual(new Set(runners.flatMap((_, at) => each.map((rev) => `${at} applied ${rev}`))));
    expect([...seen.values()].map(({ size }) => size)).toEqual([60, 60, 60]);
  });
});
