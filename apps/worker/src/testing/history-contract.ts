import type { RunnerId } from "@legwork/core/record";
import type { Scope } from "@legwork/core/wire";
import { beforeEach, describe, expect, test } from "vitest";
import { historyOf, VERSIONS_MAX } from "../sync/history";
import type { StoreUnderTest } from "./store-contract";
import { feelOp, randomRecordId, randomRunner, synced, type TestSync } from "./stream";

const MO = "account-mo";
const COACH = "account-coach";
const SCOPE: Scope = { read: ["run_feel"], write: ["run_feel"] };
const DAY_MS = 24 * 60 * 60 * 1000;

/** What every stream store must tell of the history of a record. */
export function historyContract(under: () => StoreUnderTest): void {
  let runner: RunnerId;
  const own = (input: Omit<TestSync, "runner" | "account">) => synced(under().store, { runner, account: MO, ...input });
  const history = (record = randomRecordId(), { account = MO, inDays = 0 } = {}) =>
    historyOf(under().store, { runner, account, record, now: new Date(Date.now() + inDays * DAY_MS) });

  beforeEach(async () => {
    runner = randomRunner();
    await under().createRunner(runner, MO);
  });

  describe("histories of a record", () => {
    test("every version is told, newest first, the deletion too", async () => {
      const op = feelOp();
      await own({ ops: [op] });
      await own({ ops: [feelOp({ record: op.record, base: 1, patch: { feel: 5 } })] });
      await own({ ops: [feelOp({ record: op.record, base: 2, patch: {}, del: true })] });
      const versions = (await history(op.record))?.versions ?? [];
      expect(versions.map(({ record }) => [record.rev, record.deleted, record.body])).toEqual([
        [3, true, {}],
        [2, false, { ...op.patch, feel: 5 }],
        [1, false, op.patch],
      ]);
      const ends = versions.map(({ replacedAt }) => (replacedAt === null ? null : Date.parse(replacedAt)));
      expect(ends[0]).toBeNull();
      for (const end of ends.slice(1)) expect(Math.abs((end ?? 0) - Date.now())).toBeLessThan(60_000);
    });

    test("what ended longer ago than history is shown is left out, what stands never is", async () => {
      const op = feelOp();
      await own({ ops: [op, feelOp({ record: op.record, base: 1, patch: { feel: 5 } })] });
      expect((await history(op.record, { inDays: 29 }))?.versions.length).toBe(2);
      expect((await history(op.record, { inDays: 31 }))?.versions.length).toBe(1);
    });

    test("an answer is bounded, and tells the newest", async () => {
      const op = feelOp();
      await own({ ops: [op] });
      const changes = VERSIONS_MAX + 30;
      for (let first = 0; first < changes; first += 50) {
        const ops = Array.from({ length: Math.min(50, changes - first) }, (_, index) =>
          feelOp({ record: op.record, base: first + index + 1, patch: { note: first + index } }),
        );
        await own({ ops });
      }
      const versions = (await history(op.record))?.versions ?? [];
      expect(versions.length).toBe(VERSIONS_MAX);
      expect(versions.map(({ record }) => record.body["note"])).toEqual(
        Array.from({ length: VERSIONS_MAX }, (_, index) => changes - 1 - index),
      );
    });

    test("to everybody but the runner there is no history, whatever was granted", async () => {
      await under().grant(runner, COACH, SCOPE);
      const op = feelOp();
      await own({ ops: [op] });
      expect(await history(op.record, { account: COACH })).toBeNull();
      expect(await history()).toBeNull();
    });
  });
}
