import { randomUUID } from "node:crypto";
import { digestOf, digestWithin, offerOf, type RecordId, type RunnerId } from "@legwork/core/record";
import type { Op, Scope, SyncedRecord, SyncResponse } from "@legwork/core/wire";
import { beforeEach, describe, expect, test } from "vitest";
import type { StoreUnderTest } from "./store-contract";
import { commentOp, feelOp, manifest, randomRecordId, randomRunner, sync, synced, type TestSync } from "./stream";

const MO = "account-mo";
const COACH = "account-coach";
const STRANGER = "account-stranger";
const COACH_SCOPE: Scope = { read: ["run_feel", "comment"], write: ["comment"] };

/** What every stream store must do when the server has gone backwards. */
export function rewindContract(under: () => StoreUnderTest): void {
  let runner: RunnerId;
  const own = (input: Omit<TestSync, "runner" | "account"> = {}) =>
    synced(under().store, { runner, account: MO, ...input });
  const tryAs = (account: string, input: Omit<TestSync, "runner" | "account"> = {}) =>
    sync(under().store, { runner, account, ...input });
  const missing = (account: string, opIds: readonly string[]) => manifest(under().store, { runner, account, opIds });

  beforeEach(async () => {
    runner = randomRunner();
    await under().createRunner(runner, MO);
  });

  describe("manifests", () => {
    test("the ops without a receipt are named in the order asked, settled ones are not", async () => {
      const [known, other] = [feelOp(), feelOp()];
      const { epoch } = await own({ ops: [known, other] });
      const lost = [randomUUID(), randomUUID()];
      const outcome = await missing(MO, [...lost, other.opId, known.opId, ...lost]);
      expect(outcome).toEqual({ ok: true, response: { epoch, missing: [...lost, ...lost] } });
    });

    test("refused and waiting ops have no receipt and are missing", async () => {
      const refused = feelOp({ patch: {} });
      const waiting = feelOp({ base: 7, patch: { feel: 2 } });
      await own({ ops: [refused, waiting] });
      const opIds = [refused.opId, waiting.opId];
      expect(await missing(MO, opIds)).toMatchObject({ response: { missing: opIds } });
    });

    test("an op of somebody else is missing like one of nobody", async () => {
      await under().grant(runner, COACH, COACH_SCOPE);
      const [mos, coachs] = [feelOp(), commentOp()];
      await own({ ops: [mos] });
      await tryAs(COACH, { ops: [coachs] });
      const opIds = [mos.opId, coachs.opId, randomUUID()];
      expect(await missing(COACH, opIds)).toMatchObject({ response: { missing: [opIds[0], opIds[2]] } });
      expect(await missing(MO, opIds)).toMatchObject({ response: { missing: [opIds[1], opIds[2]] } });
    });

    test("without a grant there is no runner to ask about", async () => {
      const { opId } = feelOp();
      expect(await missing(STRANGER, [opId])).toEqual({ ok: false, error: "notFound" });
      const unknown = { runner: randomRunner(), account: MO, opIds: [opId] };
      expect(await manifest(under().store, unknown)).toEqual({ ok: false, error: "notFound" });
    });
  });

  describe("a restored server", () => {
    test("meets a runner when an own device syncs: a new history begins, and the device reads anew", async () => {
      const { epoch } = await own({ ops: [feelOp(), feelOp()] });
      await under().beginServerEpoch();
      expect(await tryAs(MO, { epoch, cursor: 2 })).toEqual({ ok: false, error: "epochChanged" });
      const anew = await own();
      expect(anew.epoch).not.toBe(epoch);
      expect(anew).toMatchObject({ head: 2, restoreHead: 2 });
      expect(await own({ epoch: anew.epoch, cursor: 2 })).toMatchObject({ changes: [], head: 2 });
    });

    test("begins above what the device has seen of the lost history", async () => {
      const { epoch } = await own({ ops: [feelOp()] });
      await under().beginServerEpoch();
      expect(await tryAs(MO, { epoch, cursor: 40, ops: [feelOp()] })).toEqual({ ok: false, error: "epochChanged" });
      expect(await own()).toMatchObject({ head: 41, restoreHead: 1 });
      expect((await own({ ops: [feelOp()] })).results).toMatchObject([{ rev: 42 }]);
    });

    test("is found out by what a device was told is settled, however far others have taken it since", async () => {
      const op = feelOp();
      const { epoch } = await own({ ops: [op, feelOp(), feelOp()] });
      expect(await tryAs(MO, { epoch, cursor: 3, settled: { opId: op.opId, rev: 1 } })).toMatchObject({ ok: true });
      for (const ops of [[], [feelOp()]]) {
        const present = await own();
        const forgotten = { epoch: present.epoch, cursor: 2, settled: { opId: randomUUID(), rev: 1 }, ops };
        expect(await tryAs(MO, forgotten)).toEqual({ ok: false, error: "epochChanged" });
        const anew = await own();
        expect(anew.epoch).not.toBe(present.epoch);
        // What stands at rev 1 is already something else than the device knows.
        expect(anew).toMatchObject({ head: 3, restoreHead: 0 });
      }
    });

    test("is found out when it has settled the same op again in another place", async () => {
      const op = feelOp();
      const { epoch } = await own({ ops: [feelOp(), op] });
      const input = { epoch, cursor: 2, settled: { opId: op.opId, rev: 1 } };
      expect(await tryAs(MO, input)).toEqual({ ok: false, error: "epochChanged" });
    });

    test("begins no new history for a coach, and tells nothing about what others had settled", async () => {
      await under().grant(runner, COACH, COACH_SCOPE);
      const op = feelOp();
      const { epoch } = await own({ ops: [op] });
      for (const opId of [op.opId, randomUUID()]) {
        const input = { epoch, cursor: 1, settled: { opId, rev: 1 } };
        expect(await tryAs(COACH, input)).toEqual({ ok: false, error: "epochChanged" });
      }
      expect(await own()).toMatchObject({ epoch });
    });

    test.each([
      ["another history's cursor", { epoch: "another", cursor: 40 }],
      ["a cursor no life is long enough for", { cursor: Number.MAX_SAFE_INTEGER }],
      ["a new phone", { epoch: null }],
    ])("is met by a device with %s, and uses up no revs", async (_, claim) => {
      const { epoch } = await own({ ops: [feelOp()] });
      await under().beginServerEpoch();
      expect(await tryAs(MO, { epoch, ...claim })).toEqual({ ok: false, error: "epochChanged" });
      expect(await own()).toMatchObject({ head: 1, restoreHead: 1 });
    });

    test("meets a runner once, however many devices come at the same time", async () => {
      const { epoch } = await own({ ops: [feelOp()] });
      await under().beginServerEpoch();
      await Promise.all(Array.from({ length: 4 }, () => tryAs(MO, { epoch, cursor: 1 })));
      const { epoch: first } = await own();
      await Promise.all(Array.from({ length: 4 }, () => tryAs(MO, { epoch, cursor: 1, ops: [feelOp()] })));
      expect((await own()).epoch).toBe(first);
    });

    test("lets every grant rest until then, and the coach's answer is a stranger's", async () => {
      await under().grant(runner, COACH, COACH_SCOPE);
      const { epoch } = await own({ ops: [feelOp()] });
      expect(await tryAs(COACH)).toMatchObject({ ok: true });
      await under().beginServerEpoch();
      for (const input of [{}, { ops: [commentOp()] }, { epoch, cursor: 9 }]) {
        expect(await tryAs(COACH, input)).toEqual(await tryAs(STRANGER, input));
        expect(await tryAs(COACH, input)).toEqual({ ok: false, error: "notFound" });
      }
      expect(await missing(COACH, [randomUUID()])).toEqual({ ok: false, error: "notFound" });
      await tryAs(MO, { epoch, cursor: 1 });
      const { changes } = await synced(under().store, { runner, account: COACH });
      expect(changes.map(({ kind }) => kind)).toEqual(["run_feel"]);
    });

    test("a coach does not wake a runner, nor does a manifest", async () => {
      await under().grant(runner, COACH, COACH_SCOPE);
      const { epoch } = await own({ ops: [feelOp()] });
      await under().beginServerEpoch();
      await tryAs(COACH, { epoch, cursor: 40 });
      expect(await missing(MO, [randomUUID()])).toEqual({ ok: false, error: "epochChanged" });
      expect(await tryAs(COACH)).toMatchObject({ ok: false });
    });

    test("a base of an ended history counts no further than the restore", async () => {
      await under().grant(runner, COACH, COACH_SCOPE);
      const op = commentOp();
      const { epoch } = await own({ ops: [op] });
      await under().beginServerEpoch();
      await tryAs(MO, { epoch, cursor: 1 });
      await tryAs(COACH, { ops: [commentOp({ record: op.record, base: 1, patch: { text: "new" } })] });
      const late = commentOp({ record: op.record, base: 2, epoch, patch: { text: "of the old history" } });
      expect((await own({ ops: [late] })).results).toMatchObject([{ status: "held" }]);
    });

    test("a base of a history two restores ago counts no further than the first of them", async () => {
      await under().grant(runner, COACH, COACH_SCOPE);
      const op = commentOp();
      const { epoch } = await own({ ops: [op] });
      await under().beginServerEpoch();
      await tryAs(MO, { epoch, cursor: 1 });
      // Takes rev 2, which in the first history was something else.
      await tryAs(COACH, { ops: [commentOp({ record: op.record, base: 1, patch: { text: "new" } })] });
      await under().beginServerEpoch();
      await tryAs(MO, { epoch: null });
      const late = commentOp({ record: op.record, base: 2, epoch, patch: { text: "of the first history" } });
      expect((await own({ ops: [late] })).results).toMatchObject([{ status: "held" }]);
    });
  });

  describe("what a restore forgot comes back from the devices", () => {
    /** A store without what the devices know is a runner of which nothing was ever pushed. */
    async function forgetting(known: readonly Op[]) {
      if (known.length > 0) await own({ ops: known });
      const { epoch } = await own();
      await under().beginServerEpoch();
      await tryAs(MO, { epoch, cursor: 50 });
    }
    const device = (account: string, lost: readonly SyncedRecord[]) =>
      new Phone(under().store, { runner, account, lost });

    test("a record that the server does not have begins, with all its fields", async () => {
      await forgetting([]);
      const mine = lostRecord({ body: { date: "2026-03-02", run: randomUUID(), feel: 4, "future/x": null } });
      const phone = device(MO, [mine]);
      await phone.heal();
      expect((await own()).changes).toMatchObject([{ id: mine.id, body: mine.body, deleted: false }]);
    });

    test("a later state replaces the one of the backup, and that one is kept as past", async () => {
      const op = feelOp();
      await forgetting([op]);
      const phone = device(MO, [lostRecord({ id: op.record, body: { ...op.patch, feel: 5 } })]);
      expect(await phone.heal()).toEqual(["applied"]);
      expect((await own()).changes).toMatchObject([{ body: { ...op.patch, feel: 5 } }]);
      const past = (await under().past(runner)).flatMap(({ values }) => values);
      expect(past).toMatchObject([{ key: "feel", value: 3, reason: "replaced" }]);
    });

    test("what somebody else wrote before the restore is no conflict either", async () => {
      await under().grant(runner, COACH, COACH_SCOPE);
      const op = commentOp();
      await tryAs(COACH, { ops: [op] });
      await forgetting([]);
      const phone = device(MO, [lostRecord({ kind: "comment", id: op.record, body: { ...op.patch, text: "later" } })]);
      expect(await phone.heal()).toEqual(["applied"]);
    });

    test("a forgotten deletion deletes again", async () => {
      const op = feelOp();
      await forgetting([op]);
      await device(MO, [lostRecord({ id: op.record, deleted: true, body: {} })]).heal();
      expect((await own()).changes).toMatchObject([{ id: op.record, deleted: true }]);
    });

    test("what the backup has is not offered, and what was never deleted there stays away", async () => {
      const op = feelOp();
      await forgetting([op]);
      const seenBefore = lostRecord({ id: op.record, rev: 1, body: { ...op.patch, feel: 1 } });
      const phone = device(MO, [seenBefore, lostRecord({ deleted: true, body: {} })]);
      expect(await phone.heal()).toEqual([]);
    });

    test("two phones with the same state offer the same bytes: one counts, the other is a duplicate", async () => {
      await forgetting([]);
      const body = { feel: 4, date: "2026-03-02", run: randomUUID() };
      const mine = lostRecord({ body });
      const turned = { ...mine, body: Object.fromEntries(Object.entries(body).reverse()) };
      const [one, other] = [device(MO, [mine]), device(MO, [turned])];
      await Promise.all([one.read(), other.read()]);
      expect(await one.offer()).toEqual(["applied"]);
      expect(await other.offer()).toEqual(["duplicate"]);
    });

    test.each([
      ["one person's two phones", MO, { feel: 4 }, { feel: 5 }],
      ["the runner and the coach", COACH, { text: "mine" }, { text: "theirs" }],
    ])("%s with different states lose none, and all devices agree in the end", async (_, account, first, second) => {
      await under().grant(runner, COACH, { read: ["run_feel", "comment", "held"], write: ["comment", "run_feel"] });
      const op = account === COACH ? commentOp() : feelOp();
      await forgetting([op]);
      const lost = (change: SyncedRecord["body"]) =>
        lostRecord({ kind: op.kind, id: op.record, body: { ...op.patch, ...change } });
      const phones = [device(MO, [lost(first)]), device(account, [lost(second)])];
      for (const phone of phones) await phone.read();
      for (const phone of phones) await phone.offer();
      // However often they sync again, nothing moves any more.
      const heads: number[] = [];
      for (let round = 0; round < 3; round += 1)
        for (const phone of phones) {
          await phone.heal();
          heads.push((await phone.read()).head);
        }
      expect(new Set(heads).size).toBe(1);
      for (const phone of phones) expect(phone.digest()).toEqual((await phone.read()).digest);
      const kept = JSON.stringify([(await own()).changes, await under().past(runner)]);
      for (const value of [...Object.values(first), ...Object.values(second)])
        expect(kept).toContain(JSON.stringify(value));
    });

    test("an account offers under ids of its own, so that nobody's receipt answers for another", async () => {
      await under().grant(runner, COACH, COACH_SCOPE);
      await forgetting([]);
      const mine = lostRecord({ kind: "comment", body: { text: "kept", writtenAt: "2026-03-02T08:00:00Z" } });
      const [one, other] = [device(MO, [mine]), device(COACH, [mine])];
      await Promise.all([one.read(), other.read()]);
      expect(await one.offer()).toEqual(["applied"]);
      expect(await other.offer()).toEqual(["applied"]);
      await one.read();
      await other.read();
      expect(one.digest()).toEqual(other.digest());
    });
  });
}

/** As a phone kept it of the history that ended, beyond the restore point. */
function lostRecord(change: Partial<SyncedRecord>): SyncedRecord {
  const id: RecordId = randomRecordId();
  return {
    id,
    kind: "run_feel",
    schema: 1,
    body: {},
    rev: 30,
    deleted: false,
    author: MO,
    opId: randomUUID(),
    ...change,
  };
}

interface PhoneOptions {
  readonly runner: RunnerId;
  readonly account: string;
  readonly lost: readonly SyncedRecord[];
}

/** The least of a phone: what it knew, what it has read since, one offer of each record that differs. */
class Phone {
  readonly #records = new Map<RecordId, SyncedRecord>();
  #lost: readonly SyncedRecord[];
  #answer: SyncResponse | null = null;

  constructor(
    readonly store: StoreUnderTest["store"],
    readonly options: PhoneOptions,
  ) {
    this.#lost = options.lost;
  }

  async read(): Promise<SyncResponse> {
    this.#answer = await synced(this.store, this.options);
    for (const change of this.#answer.changes) this.#records.set(change.id, change);
    return this.#answer;
  }

  async offer(): Promise<readonly string[]> {
    const { epoch = "", restoreHead = 0 } = this.#answer ?? {};
    const offers = this.#lost.flatMap((mine) => {
      const theirs = this.#records.get(mine.id) ?? null;
      return offerOf({ mine, theirs, epoch, restoreHead, account: this.options.account }) ?? [];
    });
    this.#lost = [];
    if (offers.length === 0) return [];
    const { results } = await synced(this.store, { ...this.options, ops: offers });
    return results.map(({ status }) => status);
  }

  async heal(): Promise<readonly string[]> {
    await this.read();
    return this.offer();
  }

  digest() {
    return digestWithin(digestOf(this.#records.values()), this.#answer?.scope?.read ?? null);
  }
}
