import { randomUUID } from "node:crypto";
import { beginServerEpoch, createRunner, inTransaction, lockHead, revokeGrant, writeGrant } from "@legwork/db";
import { testDatabase, type TestDatabase } from "@legwork/db/testing";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { RunnerId } from "@legwork/core/record";
import { pino } from "pino";
import { type StoreUnderTest, storeContract } from "../testing/store-contract";
import { commentOp, feelOp, randomRunner, synced } from "../testing/stream";
import { postgresStore } from "./postgres-store";
import type { PastWrite, RefusedOp } from "./stream-store";

let database: TestDatabase;
let under: StoreUnderTest;

beforeAll(async () => {
  database = await testDatabase({ poolSize: 12 });
  const { db } = database;
  const rows = async <Row>(text: string, runner: RunnerId) => (await db.client.query(text, [runner])).rows as Row[];
  under = {
    store: postgresStore({ db, now: () => new Date(), logger: pino({ level: "silent" }) }),
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
