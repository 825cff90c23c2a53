import fc from "fast-check";
import { expect, test } from "vitest";
import { anyPatch, opOf, uuidOf } from "../testing";
import { applyPatch, mergeOp, queueOp, squash, type QueuedOp, type StoredRecord } from "./index";

const run = { date: "2026-11-16", kind: "easy", minutes: 40 };
const made = opOf({ opId: uuidOf("made"), patch: run });
const changed = opOf({ opId: uuidOf("changed"), patch: { minutes: 50 } });
const deleted = opOf({ opId: uuidOf("deleted"), del: true });

test("[REC18] two unsent ops on one record become one, the later value standing", () => {
  expect(squash(made, changed)).toEqual([{ ...made, patch: { ...run, minutes: 50 } }]);
});

test("[REC18] a record made and deleted before it was sent leaves no op", () => {
  expect(squash(made, deleted)).toEqual([]);
  const known = { ...changed, base: 4 };
  expect(squash(known, deleted)).toEqual([{ ...known, patch: {}, del: true }]);
});

test("[REC18] a record begun anew after an unsent deletion needs both ops", () => {
  const deletion = { ...deleted, base: 4 };
  expect(squash(deletion, made)).toEqual([deletion, { ...made, base: 4, after: deletion.opId }]);
});

test("[REC19] an op that was sent is frozen, and the next one names it", () => {
  const queue: readonly QueuedOp[] = [{ op: made, sent: true }];
  const [first, second] = queueOp(queue, changed);
  expect(first).toEqual({ op: made, sent: true });
  expect(second).toEqual({ op: { ...changed, after: made.opId }, sent: false });
});

test("[REC18] however writes were queued, the server ends with the body that the screen showed", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(anyPatch, fc.boolean()), { maxLength: 8 }), (writes) => {
      let shown = applyPatch({}, run);
      let queue: readonly QueuedOp[] = [{ op: made, sent: false }];
      for (const [index, [patch, isSentBefore]] of writes.entries()) {
        if (isSentBefore) queue = queue.map(({ op }) => ({ op, sent: true }));
        queue = queueOp(queue, opOf({ opId: uuidOf(`write ${index}`), patch }));
        shown = applyPatch(shown, patch);
      }
      let record: StoredRecord | null = null;
      let afterRev: number | null = null;
      for (const [index, { op }] of queue.entries()) {
        const outcome = mergeOp({ record, op, author: "ann", rev: index + 1, afterRev, restorePoint: null });
        if (outcome.status !== "applied") throw new Error(outcome.status);
        record = outcome.record ?? record;
        afterRev = outcome.rev;
      }
      expect(record?.body).toEqual(shown);
    }),
  );
});
