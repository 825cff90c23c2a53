import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyAuthor, anyOp, anyPatch, anyStored, opOf, storedRecord, uuidOf } from "../testing";
import type { Op } from "../wire";
import {
  heldId,
  mergeOp,
  needsBuried,
  offerOf,
  toSynced,
  validateOp,
  type Body,
  type Json,
  type Merged,
  type MergeInput,
} from "./index";
import { sameJson } from "./same-json";

const run: Body = { date: "2026-11-16", kind: "easy", minutes: 40 };

function merge(input: Partial<MergeInput> & { readonly op: Op }): Merged {
  const outcome = mergeOp({ record: null, author: "ann", rev: 10, afterRev: null, restorePoint: null, ...input });
  if (outcome.status === "deferred" || outcome.status === "rejected") throw new Error(outcome.status);
  return outcome;
}

function outcomeOf(input: Partial<MergeInput> & { readonly op: Op }) {
  return mergeOp({ record: null, author: "ann", rev: 10, afterRev: null, restorePoint: null, ...input });
}

describe("beginning a record", () => {
  test("[REC5] an op of base 0 begins a record whose keys all carry its rev and author", () => {
    const merged = merge({ op: opOf({ patch: run }) });
    expect(merged.record).toMatchObject({ body: run, rev: 10, author: "ann", deleted: false });
    expect(merged.record?.keyRev).toEqual({ date: [10, "ann"], kind: [10, "ann"], minutes: [10, "ann"] });
    expect(merged).toMatchObject({ status: "applied", rev: 10, nextRev: 11, past: [], held: [] });
  });

  test("[REC5] an op of base 0 without the required fields is rejected, and names the field", () => {
    expect(outcomeOf({ op: opOf({ patch: { kind: "easy", minutes: 40 } }) })).toEqual({
      status: "rejected",
      code: "missingField",
      key: "date",
    });
  });

  test("[REC6] a change of a record that the server does not know waits", () => {
    expect(outcomeOf({ op: opOf({ base: 4, patch: { effort: 3 } }) })).toEqual({ status: "deferred" });
  });

  test("[REC6] an op waits until the op it names in `after` was applied", () => {
    const op = opOf({ after: uuidOf("earlier"), patch: { effort: 3 } });
    expect(outcomeOf({ record: storedRecord(run), op })).toEqual({ status: "deferred" });
    expect(merge({ record: storedRecord(run), op, afterRev: 1 }).record?.body.effort).toBe(3);
  });

  test("[REC5] an op of another kind than the record is rejected", () => {
    expect(outcomeOf({ record: storedRecord(run), op: opOf({ kind: "comment", base: 1 }) })).toEqual({
      status: "rejected",
      code: "kindDiffers",
    });
  });
});

describe("changing a record", () => {
  test("[REC7] a key that nobody wrote since the base is applied and its old value goes to the past", () => {
    const merged = merge({ record: storedRecord(run, { rev: 3 }), op: opOf({ base: 3, patch: { minutes: 50 } }) });
    expect(merged.record?.body).toEqual({ ...run, minutes: 50 });
    expect(merged.past).toEqual([{ key: "minutes", value: 40, reason: "replaced", author: "ann", rev: 3 }]);
    expect(merged.status).toBe("applied");
  });

  test("[REC7] a value that already stands is no conflict, whoever wrote it", () => {
    const record = storedRecord(run, { rev: 5, author: "coach" });
    const merged = merge({ record, op: opOf({ base: 2, patch: { minutes: 40 } }) });
    expect(merged).toMatchObject({ status: "applied", past: [], held: [] });
    expect(merged.record?.keyRev.minutes).toEqual([5, "coach"]);
  });

  test("[REC8] two phones of one person: what arrives later stands, the other value goes to the past", () => {
    const record = storedRecord(run, { rev: 5 });
    const merged = merge({ record, op: opOf({ base: 2, patch: { minutes: 50 } }) });
    expect(merged.record?.body.minutes).toBe(50);
    expect(merged.past).toEqual([{ key: "minutes", value: 40, reason: "conflict", author: "ann", rev: 5 }]);
    expect(merged.status).toBe("merged");
  });

  test("[REC9] two people: the value that stands stays, the other becomes a held record", () => {
    const record = storedRecord(run, { rev: 5, author: "coach" });
    const op = opOf({ base: 2, patch: { minutes: 50, effort: 4 } });
    const merged = merge({ record, op });
    expect(merged.record?.body).toEqual({ ...run, effort: 4 });
    expect(merged.held).toMatchObject([
      {
        id: heldId(op.opId, "minutes"),
        kind: "held",
        rev: 11,
        author: "ann",
        body: { record: record.id, kind: "run_log", key: "minutes", value: 50 },
      },
    ]);
    expect(merged).toMatchObject({ status: "held", rev: 10, nextRev: 12 });
  });

  test("[REC9] when every value is held the record stays as it is and takes no rev", () => {
    const record = storedRecord(run, { rev: 5, author: "coach" });
    const merged = merge({ record, op: opOf({ base: 2, patch: { minutes: 50 } }) });
    expect(merged).toMatchObject({ record: null, rev: 5, nextRev: 11 });
    expect(merged.held[0]?.rev).toBe(10);
  });

  test("[REC10] what was agreed first stays, for the same person too, and the later value goes to the past", () => {
    const agreed = { date: "2026-11-16" };
    const record = storedRecord({ monday: "2026-11-16", "agreed/A": agreed }, { kind: "week_plan", rev: 5 });
    const later = { date: "2026-11-19" };
    const op = opOf({ kind: "week_plan", base: 5, patch: { "agreed/A": later, "moves/A": later } });
    const merged = merge({ record, op });
    expect(merged.record?.body).toEqual({ monday: "2026-11-16", "agreed/A": agreed, "moves/A": later });
    expect(merged.past).toEqual([{ key: "agreed/A", value: later, reason: "writtenOnce", author: "ann", rev: 10 }]);
    expect(merged.status).toBe("merged");
  });

  test("[REC26] an offer fills what the restore took, and goes under what the same person has written or removed since", () => {
    const keyRev = { ...storedRecord(run, { rev: 5 }).keyRev, minutes: [8, "ann"], km: [9, "ann"] } as const;
    const record = storedRecord({ ...run, minutes: 55, km: null }, { rev: 9, keyRev });
    const mine = toSynced(storedRecord({ date: "2026-11-16", kind: "long", minutes: 50, km: 8 }, { rev: 7 }));
    const op = offerOf({ mine, theirs: toSynced(record), epoch: "e2", restoreHead: 5, account: "ann" });
    const merged = merge({ record, op: op ?? opOf({}) });
    expect(merged.record?.body).toEqual({ ...run, kind: "long", minutes: 55, km: null });
    expect(merged.past).toMatchObject([
      { key: "kind", value: run["kind"], reason: "replaced" },
      { key: "km", value: 8, reason: "writtenOnce", author: "ann", rev: 10 },
      { key: "minutes", value: 50, reason: "writtenOnce", author: "ann", rev: 10 },
    ]);
    expect(merged.status).toBe("merged");
  });

  test("[REC13] a base of an ended epoch counts as no more than the restore point", () => {
    const record = storedRecord(run, { rev: 5, author: "coach" });
    const op = opOf({ base: 9, patch: { minutes: 50 } });
    expect(merge({ record, op, restorePoint: null }).status).toBe("applied");
    expect(merge({ record, op, restorePoint: 4 }).status).toBe("held");
  });
});

describe("deleting and returning", () => {
  const dead = storedRecord({}, { deleted: true, rev: 6, keyRev: {} });

  test("[REC11] a deletion wins when no key is newer than its base, and buries the body", () => {
    const record = storedRecord(run, { rev: 3 });
    const merged = merge({ record, op: opOf({ base: 3, del: true }) });
    expect(merged.record).toMatchObject({ deleted: true, body: {}, keyRev: {}, rev: 10 });
    expect(merged.past).toEqual([
      { key: "", value: { body: run, keyRev: record.keyRev }, reason: "deleted", author: "ann", rev: 3 },
    ]);
  });

  test("[REC11] a deletion loses against a newer key: the record stays and the wish is held", () => {
    const record = storedRecord(run, { rev: 5, author: "coach" });
    const merged = merge({ record, op: opOf({ base: 3, del: true }) });
    expect(merged).toMatchObject({ status: "held", record: null, rev: 5 });
    expect(merged.held[0]?.body).toEqual({ record: record.id, kind: "run_log", key: "", value: null });
  });

  test("[REC11] deleting twice changes nothing", () => {
    expect(merge({ record: dead, op: opOf({ base: 3, del: true }) })).toMatchObject({
      status: "applied",
      record: null,
      rev: 6,
      nextRev: 10,
    });
  });

  test("[REC11] a chain of unsettled ops of one device may delete what it made itself", () => {
    const record = storedRecord(run, { rev: 4 });
    const op = opOf({ base: 0, del: true, after: uuidOf("made here") });
    expect(merge({ record, op, afterRev: 4 }).record?.deleted).toBe(true);
  });

  test("[REC12] an op that knows the tombstone, or was made without it, begins the record empty", () => {
    for (const base of [0, 6, 8]) {
      const merged = merge({ record: dead, op: opOf({ base, patch: { ...run, minutes: 20 } }) });
      expect(merged.record).toMatchObject({ deleted: false, body: { ...run, minutes: 20 } });
      expect(merged.status).toBe("applied");
    }
  });

  test("[REC12] an op older than the tombstone brings the record back with its old body, and the deletion is held", () => {
    const op = opOf({ base: 3, patch: { effort: 4 } });
    expect(needsBuried(dead, op)).toBe(true);
    const buried = { body: run, keyRev: storedRecord(run, { rev: 3 }).keyRev };
    const merged = merge({ record: { ...dead, author: "coach" }, op, buried });
    expect(merged.record).toMatchObject({ deleted: false, body: { ...run, effort: 4 } });
    expect(merged.held).toMatchObject([{ author: "coach", body: { key: "", value: null } }]);
    expect(merged.status).toBe("held");
  });
});

describe("always", () => {
  const anyInput = fc.record({
    record: fc.option(anyStored, { freq: 6 }),
    op: anyOp,
    author: anyAuthor,
    rev: fc.integer({ min: 11, max: 20 }),
    afterRev: fc.option(fc.integer({ min: 1, max: 10 })),
    restorePoint: fc.option(fc.integer({ min: 0, max: 10 }), { freq: 3 }),
  });

  test("[REC14] every op that passes validation has an outcome, and it uses up the revs it names", () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        fc.pre(validateOp(input.op) === null);
        const outcome = mergeOp(input);
        if (outcome.status === "deferred" || outcome.status === "rejected") return;
        const revs = [outcome.record, ...outcome.held].flatMap((each) => (each === null ? [] : [each.rev]));
        expect(new Set(revs).size).toBe(revs.length);
        for (const rev of revs) {
          expect(rev).toBeGreaterThanOrEqual(input.rev);
          expect(rev).toBeLessThan(outcome.nextRev);
        }
      }),
    );
  });

  test("[REC15] no value vanishes: each is in the record, in the past or held", () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const outcome = mergeOp(input);
        if (outcome.status === "deferred" || outcome.status === "rejected") return;
        const body = outcome.record?.body ?? input.record?.body ?? {};
        const kept = (key: string, value: Json) =>
          value === null ||
          sameJson(body[key] ?? null, value) ||
          outcome.past.some((past) => past.key === key && sameJson(past.value, value)) ||
          outcome.past.some((past) => past.reason === "deleted" && isBuried(past.value, key, value)) ||
          outcome.held.some((held) => held.body.key === key && sameJson(held.body.value ?? null, value));
        for (const part of [input.op.patch, input.record?.body ?? {}])
          for (const [key, value] of Object.entries(part)) expect(kept(key, value)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test("[REC16] the same op twice leaves the body as once", () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const once = mergeOp(input);
        if (once.status === "deferred" || once.status === "rejected" || once.record === null) return;
        const twice = mergeOp({ ...input, record: once.record, rev: once.nextRev });
        if (twice.status === "deferred" || twice.status === "rejected") return;
        expect((twice.record ?? once.record).body).toEqual(once.record.body);
        expect((twice.record ?? once.record).deleted).toBe(once.record.deleted);
      }),
      { numRuns: 500 },
    );
  });

  test("[REC16] two patches without a common key give the same body in either order", () => {
    fc.assert(
      fc.property(anyStored, anyPatch, anyPatch, anyAuthor, anyAuthor, fc.integer({ min: 1, max: 10 }), (...given) => {
        const [record, first, second, ann, bob, base] = given;
        const disjoint = Object.fromEntries(Object.entries(second).filter(([key]) => !Object.hasOwn(first, key)));
        const one = { op: opOf({ opId: uuidOf("one"), base, patch: first }), author: ann };
        const other = { op: opOf({ opId: uuidOf("other"), base, patch: disjoint }), author: bob };
        const inOrder = (...steps: readonly (typeof one)[]) => {
          let standing = record;
          for (const step of steps) standing = merge({ ...step, record: standing, rev: 20 }).record ?? standing;
          return standing.body;
        };
        expect(inOrder(one, other)).toEqual(inOrder(other, one));
      }),
    );
  });
});

function isBuried(value: Json, key: string, sought: Json): boolean {
  const { body } = value as { readonly body: Body };
  return sameJson(body[key] ?? null, sought);
}
