import { randomUUID } from "node:crypto";
import { digestOf, healthId, heldId, type RecordId, type RunnerId } from "@legwork/core/record";
import { type Op, PAGE_BYTES_MAX, PAGE_RECORDS_MAX, type Scope, type SyncedRecord } from "@legwork/core/wire";
import { beforeEach, describe, expect, test } from "vitest";
import type { PastWrite, RefusedOp, StreamStore } from "../sync/stream-store";
import { historyContract } from "./history-contract";
import { rewindContract } from "./rewind-contract";
import { commentOp, feelOp, randomRecordId, randomRunner, sync, synced } from "./stream";

/** A store together with what tests arrange and look at behind its back. */
export interface StoreUnderTest {
  readonly store: StreamStore;
  createRunner(runner: RunnerId, account: string): Promise<void>;
  grant(runner: RunnerId, account: string, scope: Scope | null): Promise<void>;
  refused(runner: RunnerId): Promise<readonly RefusedOp[]>;
  past(runner: RunnerId): Promise<readonly PastWrite[]>;
  /** What a restore does at its end. */
  beginServerEpoch(): Promise<void>;
}

const MO = "account-mo";
const COACH = "account-coach";
const COACH_SCOPE: Scope = { read: ["run_feel", "comment"], write: ["comment"] };

/** What every stream store must do, seen through the sync that runs on it. */
export function storeContract(under: () => StoreUnderTest): void {
  let runner: RunnerId;
  const own = (input: Omit<Parameters<typeof synced>[1], "runner" | "account"> = {}) =>
    synced(under().store, { runner, account: MO, ...input });
  const coach = (input: Omit<Parameters<typeof synced>[1], "runner" | "account"> = {}) =>
    synced(under().store, { runner, account: COACH, ...input });

  beforeEach(async () => {
    runner = randomRunner();
    await under().createRunner(runner, MO);
  });

  describe("push and pull", () => {
    test("what one device pushes, another pulls", async () => {
      const op = feelOp();
      const pushed = await own({ ops: [op] });
      expect(pushed.results).toEqual([{ opId: op.opId, status: "applied", rev: 1 }]);
      const pulled = await own();
      expect(pulled).toMatchObject({ head: 1, cursor: 1, more: false, scope: null });
      expect(pulled.changes).toEqual([
        {
          id: op.record,
          kind: "run_feel",
          schema: 1,
          body: op.patch,
          rev: 1,
          deleted: false,
          author: MO,
          opId: op.opId,
        },
      ]);
    });

    test("the digest is that of the live records", async () => {
      const [kept, gone] = [feelOp(), feelOp()];
      await own({ ops: [kept, gone] });
      await own({ ops: [feelOp({ record: gone.record, base: 2, patch: {}, del: true })] });
      const { changes, digest } = await own();
      expect(digest).toEqual(digestOf(changes));
      expect(digest["run_feel"]?.count).toBe(1);
    });

    test("a pull of a page at a time sees every record once", async () => {
      await own({ ops: Array.from({ length: 7 }, () => feelOp()) });
      const seen: number[] = [];
      let cursor = 0;
      for (let more = true; more;) {
        const page = await own({ cursor, limit: 3 });
        seen.push(...page.changes.map((change) => change.rev));
        ({ cursor, more } = page);
      }
      expect(seen).toEqual([1, 2, 3, 4, 5, 6, 7]);
    });

    test("a device that was up to date is answered its own write, one that was not everything", async () => {
      const { cursor } = await own({ ops: [feelOp()] });
      const op = feelOp();
      expect((await own({ ops: [op], cursor })).changes.map(({ opId }) => opId)).toEqual([op.opId]);
      expect((await own({ ops: [feelOp()], cursor })).changes.map(({ rev }) => rev)).toEqual([2, 3]);
      expect(await own({ ops: [feelOp(), feelOp()], cursor: 3, limit: 1 })).toMatchObject({ cursor: 4, more: true });
    });

    test("a page holds five hundred records at most, whether asked for or not", async () => {
      for (let push = 0; push < 6; push += 1) await own({ ops: Array.from({ length: 100 }, () => feelOp()) });
      for (const limit of [{}, { limit: PAGE_RECORDS_MAX }, { limit: 10_000 }]) {
        const { changes, more, cursor } = await own(limit);
        expect([changes.length, more, cursor]).toEqual([PAGE_RECORDS_MAX, true, PAGE_RECORDS_MAX]);
      }
      const last = await own({ cursor: PAGE_RECORDS_MAX });
      expect([last.changes.length, last.more, last.cursor]).toEqual([100, false, 600]);
    });

    test.each(["x", "é", "🏃"])("a page ends before it passes half a megabyte, in %s", async (letter) => {
      const text = letter.repeat(3_900 / Buffer.byteLength(letter));
      const entries = Object.fromEntries(Array.from({ length: 14 }, (_, index) => [`note/${index}`, text]));
      const big = () => commentOp({ patch: { text, writtenAt: "2026-03-02T08:00:00Z", ...entries } });
      for (let push = 0; push < 3; push += 1) await own({ ops: [big(), big(), big(), big()] });
      const page = await own();
      expect(page.more).toBe(true);
      expect(page.changes.length).toBeLessThan(12);
      const bytes = page.changes.map(({ body }) => Buffer.byteLength(JSON.stringify(body)));
      expect(bytes.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(PAGE_BYTES_MAX);
      expect((await own({ cursor: page.cursor })).changes.length).toBe(12 - page.changes.length);
    });
  });

  describe("the same twice", () => {
    test("a request sent again changes nothing and is answered as duplicate with the same revs", async () => {
      const ops = [feelOp(), feelOp()];
      const first = await own({ ops });
      const again = await own({ ops });
      expect(again.results).toEqual(ops.map(({ opId }, index) => ({ opId, status: "duplicate", rev: index + 1 })));
      expect(again).toMatchObject({ head: first.head, digest: first.digest, changes: first.changes });
    });

    test("an op twice in one request counts once", async () => {
      const op = feelOp();
      const { results, head } = await own({ ops: [op, op] });
      expect(results.map(({ status }) => status)).toEqual(["applied", "duplicate"]);
      expect(head).toBe(1);
    });

    test("an opId that comes back with other content is rejected", async () => {
      const op = feelOp();
      await own({ ops: [op] });
      const { results } = await own({ ops: [{ ...op, patch: { ...op.patch, feel: 5 } }] });
      expect(results).toEqual([{ opId: op.opId, status: "rejected", code: "opIdReused" }]);
    });

    test("an opId of another person is rejected, whatever it holds", async () => {
      await under().grant(runner, COACH, COACH_SCOPE);
      const op = commentOp();
      await own({ ops: [op] });
      const { results } = await coach({ ops: [op] });
      expect(results).toMatchObject([{ status: "rejected", code: "opIdReused" }]);
    });
  });

  describe("conflicts", () => {
    test("two devices of one person: the later to arrive stays, the other value is kept as past", async () => {
      const op = feelOp();
      await own({ ops: [op] });
      await own({ ops: [feelOp({ record: op.record, base: 1, patch: { feel: 1 } })] });
      const { results } = await own({ ops: [feelOp({ record: op.record, base: 1, patch: { feel: 5 } })] });
      expect(results).toMatchObject([{ status: "merged", rev: 3 }]);
      expect((await own()).changes[0]?.body["feel"]).toBe(5);
      const past = (await under().past(runner)).flatMap((write) => write.values);
      expect(past).toContainEqual({ key: "feel", value: 1, reason: "conflict", author: MO, rev: 2 });
    });

    test("another person's value stays and the late one is held", async () => {
      await under().grant(runner, COACH, COACH_SCOPE);
      const op = commentOp();
      await own({ ops: [op] });
      await coach({ ops: [commentOp({ record: op.record, base: 1, patch: { text: "coach" } })] });
      const late = commentOp({ record: op.record, base: 1, patch: { text: "mo" } });
      const { results, changes } = await own({ ops: [late] });
      expect(results).toMatchObject([{ status: "held" }]);
      expect(changes.find(({ id }) => id === op.record)?.body["text"]).toBe("coach");
      const held = changes.find(({ id }) => id === heldId(late.opId, "text"));
      expect(held?.body).toEqual({ record: op.record, kind: "comment", key: "text", value: "mo" });
    });

    test("an op on a record that was deleted meanwhile brings it back with its body", async () => {
      const op = feelOp();
      await own({ ops: [op] });
      await own({ ops: [feelOp({ record: op.record, base: 1, patch: {}, del: true })] });
      const { changes } = await own({ ops: [feelOp({ record: op.record, base: 1, patch: { feel: 4 } })] });
      expect(changes.find(({ id }) => id === op.record)).toMatchObject({
        deleted: false,
        body: { ...op.patch, feel: 4 },
      });
    });

    test("a body deleted and wanted back within one push is found", async () => {
      const op = feelOp();
      await own({ ops: [op] });
      const ops = [
        feelOp({ record: op.record, base: 1, patch: {}, del: true }),
        feelOp({ record: op.record, base: 1, patch: { feel: 4 } }),
      ];
      const { changes } = await own({ ops });
      expect(changes.find(({ id }) => id === op.record)?.body).toEqual({ ...op.patch, feel: 4 });
    });

    test("an op waits for the one it names, and goes through with it", async () => {
      const first = feelOp();
      const second = feelOp({ record: first.record, patch: { feel: 5 }, after: first.opId });
      expect((await own({ ops: [second] })).results).toEqual([{ opId: second.opId, status: "deferred" }]);
      expect((await own({ ops: [first, second] })).results.map(({ status }) => status)).toEqual(["applied", "applied"]);
      expect((await own()).changes[0]?.body["feel"]).toBe(5);
    });
  });

  describe("refused ops", () => {
    test("a refused op is named, kept aside and delays no other", async () => {
      const bad = feelOp({ patch: { run: randomRecordId(), date: "2026-03-02", feel: 9 } });
      const good = feelOp();
      const { results } = await own({ ops: [bad, good] });
      expect(results).toEqual([
        { opId: bad.opId, status: "rejected", code: "badValue", key: "feel" },
        { opId: good.opId, status: "applied", rev: 1 },
      ]);
      expect(await under().refused(runner)).toEqual([{ op: JSON.stringify(bad), code: "badValue", author: MO }]);
    });

    test("values nested too deep are refused without breaking the request", async () => {
      const deep: unknown = JSON.parse(`${"[".repeat(20_000)}${"]".repeat(20_000)}`);
      const op = { ...feelOp(), patch: { deep } } as ReturnType<typeof feelOp>;
      const { results } = await own({ ops: [op, feelOp()] });
      expect(results.map(({ status }) => status)).toEqual(["rejected", "applied"]);
    });

    test("kinds nobody here knows pass through letter by letter", async () => {
      const patch = { field: { deep: ["\u0000", "🏃", 1e-7, null] }, "map/entry": "\ud83d" };
      await own({ ops: [feelOp({ kind: "thing_of_2030", schema: 7, patch })] });
      expect((await own()).changes[0]).toMatchObject({ kind: "thing_of_2030", schema: 7, body: patch });
    });

    test("grants are the server's to write", async () => {
      const { results } = await own({ ops: [feelOp({ kind: "grant" })] });
      expect(results).toMatchObject([{ status: "rejected", code: "serverKind" }]);
    });
  });

  describe("rights", () => {
    test("without a grant the runner does not exist, and nothing is written", async () => {
      for (const ops of [[], [commentOp()]]) {
        expect(await sync(under().store, { runner, account: COACH, ops })).toEqual({ ok: false, error: "notFound" });
        expect(await sync(under().store, { runner: randomRunner(), account: COACH, ops })).toEqual({
          ok: false,
          error: "notFound",
        });
      }
      expect((await own()).head).toBe(0);
    });

    test("a coach reads the kinds of the grant and no others, in changes and digest", async () => {
      await under().grant(runner, COACH, COACH_SCOPE);
      await own({ ops: [feelOp(), feelOp({ kind: "health", patch: { date: "2026-03-02", pain: 6 } })] });
      const { changes, digest, scope, cursor } = await coach();
      expect(changes.map(({ kind }) => kind)).toEqual(["run_feel"]);
      expect(Object.keys(digest)).toEqual(["run_feel"]);
      expect({ scope, cursor }).toEqual({ scope: COACH_SCOPE, cursor: 2 });
    });

    test("a coach writes the kinds of the grant and no others", async () => {
      await under().grant(runner, COACH, COACH_SCOPE);
      const { results } = await coach({ ops: [commentOp(), feelOp()] });
      expect(results).toMatchObject([{ status: "applied" }, { status: "rejected", code: "notWritable" }]);
      expect((await own()).changes).toMatchObject([{ kind: "comment", author: COACH }]);
    });

    test("a coach can neither take the id of a runner's own record nor learn whether it is there", async () => {
      await under().grant(runner, COACH, COACH_SCOPE);
      const health = feelOp({ kind: "health", record: healthId(runner, "screening"), patch: { date: "2026-03-02" } });
      const probe = () => coach({ ops: [commentOp({ record: health.record })] });
      const before = await probe();
      expect((await own({ ops: [health] })).results).toMatchObject([{ status: "applied" }]);
      const after = await probe();
      for (const { results } of [before, after]) {
        expect(results).toMatchObject([{ status: "rejected", code: "notWritable" }]);
      }
    });

    test("a held value is read and chosen by who may read and write the record it was meant for, and by no other", async () => {
      const both: Scope = { read: ["run_feel", "comment", "health"], write: ["comment", "health"] };
      await under().grant(runner, COACH, both);
      const heldOf = async (kind: string, patch: Op["patch"], late: Op["patch"]) => {
        const op = feelOp({ kind, patch });
        await own({ ops: [op] });
        const { head } = await own();
        await coach({ ops: [feelOp({ kind, record: op.record, base: head, patch: late })] });
        const [key = ""] = Object.keys(late);
        const mine = feelOp({ kind, record: op.record, base: head, patch: { [key]: `mine \u0000` } });
        await own({ ops: [mine] });
        return heldId(mine.opId, key);
      };
      const spoken = { text: "word", writtenAt: "2026-03-02T08:00:00Z" };
      const [word, pain] = [
        await heldOf("comment", spoken, { text: "other word" }),
        await heldOf("health", { date: "2026-03-02" }, { painSite: "calf" }),
      ];
      await under().grant(runner, COACH, { read: ["comment"], write: ["comment"] });
      const seen = await allChanges(coach);
      expect(seen.filter(({ kind }) => kind === "held").map(({ id }) => id)).toEqual([word]);
      const choose = (record: RecordId) =>
        coach({ ops: [feelOp({ kind: "held", record, base: 999_999, patch: {}, del: true })] });
      expect((await choose(pain)).results).toMatchObject([{ status: "rejected", code: "notWritable" }]);
      expect((await choose(word)).results).toMatchObject([{ status: "applied" }]);
      expect((await allChanges(coach)).find(({ id }) => id === word)).toMatchObject({ deleted: true, body: {} });
    });

    test("after the grant has ended nothing of the coach lands and nothing is read", async () => {
      await under().grant(runner, COACH, COACH_SCOPE);
      await coach({ ops: [commentOp()] });
      await under().grant(runner, COACH, null);
      expect(await sync(under().store, { runner, account: COACH })).toEqual({ ok: false, error: "notFound" });
      expect(await sync(under().store, { runner, account: COACH, ops: [commentOp()] })).toEqual({
        ok: false,
        error: "notFound",
      });
      expect((await own()).changes.length).toBe(1);
    });
  });

  describe("histories", () => {
    test("a device of a history that has ended is told to read anew", async () => {
      const { epoch: ended } = await own({ ops: [feelOp()] });
      await under().beginServerEpoch();
      await sync(under().store, { runner, account: MO, epoch: ended, cursor: 1 });
      const { epoch } = await own();
      const late = await sync(under().store, { runner, account: MO, epoch: ended, cursor: 1 });
      expect(late).toEqual({ ok: false, error: "epochChanged" });
      expect(await own({ epoch, cursor: 1 })).toMatchObject({ epoch, changes: [] });
    });

    test("an own device of a history that the server does not know begins a new one, once", async () => {
      const { epoch } = await own({ ops: [feelOp()] });
      const unknown = { runner, account: MO, epoch: randomUUID(), cursor: 40 };
      expect(await sync(under().store, unknown)).toEqual({ ok: false, error: "epochChanged" });
      const anew = await own();
      expect(anew.epoch).not.toBe(epoch);
      expect(anew).toMatchObject({ head: 1, restoreHead: 1 });
      // A second device from there, a late message, and both again when that history too has ended.
      for (const ops of [[], [feelOp()]]) {
        expect(await sync(under().store, { ...unknown, ops })).toEqual({ ok: false, error: "epochChanged" });
      }
      expect(await own({ epoch: anew.epoch, cursor: 1 })).toMatchObject({ epoch: anew.epoch, changes: [] });
      await sync(under().store, { runner, account: MO, epoch: anew.epoch, cursor: 40 });
      const third = await own();
      expect(await sync(under().store, unknown)).toEqual({ ok: false, error: "epochChanged" });
      expect((await own()).epoch).toBe(third.epoch);
    });

    test("a coach's device of a history that the server does not know begins none", async () => {
      await under().grant(runner, COACH, { read: ["run_feel"], write: [] });
      const { epoch } = await own({ ops: [feelOp()] });
      const coachs = { runner, account: COACH, epoch: randomUUID(), cursor: 1 };
      expect(await sync(under().store, coachs)).toEqual({ ok: false, error: "epochChanged" });
      expect((await own()).epoch).toBe(epoch);
    });

    test("an own device that has seen more than the server begins a new history above it", async () => {
      const { epoch } = await own({ ops: [feelOp()] });
      expect(await sync(under().store, { runner, account: MO, epoch, cursor: 40 })).toEqual({
        ok: false,
        error: "epochChanged",
      });
      const anew = await own({ epoch: null, cursor: 0 });
      expect(anew.head).toBe(41);
      expect(anew.epoch).not.toBe(epoch);
      expect((await own({ ops: [feelOp()] })).head).toBe(42);
    });

    test("a device that claims to be absurdly far ahead uses up no revs", async () => {
      const { epoch } = await own({ ops: [feelOp()] });
      const cursor = Number.MAX_SAFE_INTEGER;
      expect(await sync(under().store, { runner, account: MO, epoch, cursor })).toMatchObject({ ok: false });
      expect(await own()).toMatchObject({ epoch, head: 1 });
    });

    test("a coach's cursor beyond the head moves no history", async () => {
      await under().grant(runner, COACH, COACH_SCOPE);
      const { epoch } = await own({ ops: [feelOp()] });
      expect(await sync(under().store, { runner, account: COACH, epoch, cursor: 40 })).toMatchObject({ ok: false });
      expect((await own()).epoch).toBe(epoch);
    });
  });

  historyContract(under);
  rewindContract(under);

  /** Page by page, as a phone pulls. */
  async function allChanges(who: typeof coach) {
    const changes: SyncedRecord[] = [];
    for (let [cursor, more] = [0, true]; more;) {
      const page = await who({ cursor, limit: 1 });
      changes.push(...page.changes);
      ({ cursor, more } = page);
    }
    return changes;
  }

  test("writers at once and a reader: no rev is missed by the cursor", async () => {
    const writers = 8;
    const pushes = 12;
    let writing = true;
    const seen = new Set<string>();
    const reader = async () => {
      let cursor = 0;
      for (let last = false; ;) {
        const page = await own({ cursor, limit: 50 });
        for (const change of page.changes) seen.add(change.opId);
        cursor = page.cursor;
        if (last && !page.more) return;
        last = !writing;
      }
    };
    const write = async () => {
      const opIds: string[] = [];
      for (let push = 0; push < pushes; push += 1) {
        const ops = [feelOp(), feelOp()];
        const { results } = await own({ ops, limit: 1 });
        opIds.push(...results.map(({ opId }) => opId));
      }
      return opIds;
    };
    const reading = reader();
    const written = (await Promise.all(Array.from({ length: writers }, write))).flat();
    writing = false;
    await reading;
    expect(seen.size).toBe(writers * pushes * 2);
    expect(written.every((opId) => seen.has(opId))).toBe(true);
  });
}
