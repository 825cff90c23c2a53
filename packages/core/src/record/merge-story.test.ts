import fc from "fast-check";
import { afterEach, describe, expect, test, vi } from "vitest";
import { anyAuthor, anyOp, opOf, storedRecord, uuidOf } from "../testing";
import type { Op } from "../wire";
import {
  mergeOp,
  needsBuried,
  type Body,
  type Buried,
  type Json,
  type Merged,
  type MergeOutcome,
  type PastValue,
  type StoredRecord,
} from "./index";
import { sameJson } from "./same-json";

const run: Body = { date: "2026-11-16", kind: "easy", minutes: 40 };
const begun = storedRecord(run);

interface Step {
  readonly op: Op;
  readonly author: string;
  readonly restorePoint: number | null;
}

interface Story {
  readonly record: StoredRecord;
  readonly past: readonly (PastValue & { readonly at: number })[];
  readonly held: readonly StoredRecord[];
  readonly settled: readonly { readonly step: Step; readonly outcome: Merged }[];
  readonly outcomes: readonly MergeOutcome[];
}

/** One record as the server folds op after op into it, receipts included. */
function tell(steps: readonly Step[]): Story {
  let record = begun;
  let rev = begun.rev + 1;
  const revs = new Map<string, number>();
  const past: (PastValue & { readonly at: number })[] = [];
  const held: StoredRecord[] = [];
  const settled: { readonly step: Step; readonly outcome: Merged }[] = [];
  const outcomes: MergeOutcome[] = [];
  for (const step of steps) {
    const { op } = step;
    const known = revs.has(op.opId);
    if (known) continue;
    const buried = needsBuried(record, op) ? buriedAt(past, record.rev) : null;
    const outcome = mergeOp({ ...step, record, rev, afterRev: revs.get(op.after ?? "") ?? null, buried });
    outcomes.push(outcome);
    if (outcome.status === "deferred" || outcome.status === "rejected") continue;
    settled.push({ step, outcome });
    revs.set(op.opId, outcome.rev);
    past.push(...outcome.past.map((value) => ({ ...value, at: rev })));
    held.push(...outcome.held);
    record = outcome.record ?? record;
    rev = outcome.nextRev;
  }
  return { record, past, held, settled, outcomes };
}

const buriedAt = (past: Story["past"], rev: number) =>
  (past.find(({ at, reason }) => at === rev && reason === "deleted")?.value ?? null) as unknown as Buried | null;

const anyStep = fc.record({
  op: anyOp,
  base: fc.nat({ max: 20 }),
  after: fc.option(fc.nat({ max: 11 }), { freq: 3 }),
  author: anyAuthor,
  restorePoint: fc.option(fc.nat({ max: 12 }), { freq: 4 }),
});

/** Ops of several people, chained to each other, of bases before, at and after what they meet. */
const anySteps: fc.Arbitrary<readonly Step[]> = fc.array(anyStep, { maxLength: 12 }).map((steps) =>
  steps.map(({ op, base, after, author, restorePoint }, index) => {
    const { record, kind, schema, epoch, patch, del = false } = op;
    const made = { opId: nth(index), record, kind, schema, base, epoch, patch, ...(del ? { del } : {}) };
    return { author, restorePoint, op: after === null || after >= index ? made : { ...made, after: nth(after) } };
  }),
);
const nth = (index: number) => uuidOf(`op ${index}`);

describe("a record through many changes", () => {
  test("[REC14] every op has an outcome, and revs only rise", () => {
    fc.assert(
      fc.property(anySteps, (steps) => {
        const { outcomes, settled } = tell(steps);
        expect(outcomes.length).toBe(steps.length);
        let next = begun.rev + 1;
        for (const { outcome } of settled) {
          expect(outcome.nextRev).toBeGreaterThanOrEqual(next);
          for (const written of [outcome.record, ...outcome.held])
            if (written !== null) expect(written.rev).toBeGreaterThanOrEqual(next);
          next = outcome.nextRev;
        }
      }),
      { numRuns: 200 },
    );
  });

  test("[REC15] every value that was ever accepted is in the record, in the past or held", () => {
    fc.assert(
      fc.property(anySteps, (steps) => {
        const { record, past, held, settled } = tell(steps);
        const isKept = (key: string, value: Json) =>
          sameJson(record.body[key] ?? null, value) ||
          past.some((one) => one.key === key && sameJson(one.value, value)) ||
          past.some((one) => one.reason === "deleted" && sameJson(bodyIn(one)[key] ?? null, value)) ||
          held.some(({ body }) => body["key"] === key && sameJson(body["value"] ?? null, value));
        for (const patch of [run, ...settled.map(({ step }) => step.op.patch)])
          for (const [key, value] of Object.entries(patch))
            if (value !== null) expect([key, value, isKept(key, value)]).toEqual([key, value, true]);
      }),
      { numRuns: 200 },
    );
  });

  test("[REC16] ops sent again, in any place and any number, change nothing: the receipt answers", () => {
    fc.assert(
      fc.property(anySteps, fc.array(fc.tuple(fc.nat(), fc.nat())), (steps, repeats) => {
        const settled = tell(steps).settled.map(({ step }) => step);
        const again = [...settled];
        for (const [which, where] of repeats) {
          const step = settled[which % Math.max(settled.length, 1)];
          if (step === undefined) break;
          const first = again.indexOf(step);
          again.splice(first + 1 + (where % (again.length - first)), 0, step);
        }
        expect(tell(again)).toMatchObject({ ...tell(settled), outcomes: expect.any(Array) as unknown });
      }),
    );
  });

  test("[REC13] a base beyond the restore point is merged as one at it", () => {
    fc.assert(
      fc.property(anySteps, fc.nat({ max: 12 }), (steps, point) => {
        const beyond = steps.map((step) => ({ ...step, restorePoint: point }));
        // Base 0 means more than "has seen nothing": made without the record.
        fc.pre(point > 0);
        const at = steps.map(({ op, ...step }) => ({
          ...step,
          restorePoint: null,
          op: { ...op, base: Math.min(op.base, point) },
        }));
        const [one, other] = [tell(beyond), tell(at)];
        expect(one.outcomes).toEqual(other.outcomes);
        expect(one.record).toEqual(other.record);
      }),
    );
  });

  describe("with the clock ten years off", () => {
    afterEach(() => void vi.useRealTimers());

    test("[REC25] the same ops give the same record, past and held values", () => {
      fc.assert(
        fc.property(anySteps, (steps) => {
          const told = [0, -10, 10].map((years) => {
            vi.useFakeTimers({ now: Date.UTC(2026 + years, 1, 29) });
            return tell(steps);
          });
          expect(told[1]).toEqual(told[0]);
          expect(told[2]).toEqual(told[0]);
        }),
        { numRuns: 50 },
      );
    });
  });
});

describe("an op on a deleted record", () => {
  const T = 6;
  const tombstone = storedRecord({}, { deleted: true, rev: T, keyRev: {}, author: "coach" });
  const buried: Buried = { body: run, keyRev: storedRecord(run, { rev: 3 }).keyRev };
  const whole: Body = { ...run, minutes: 20 };
  type Row = readonly [what: string, op: Partial<Op>, restorePoint: number | null, status: string, body: Body | null];
  const table: readonly Row[] = [
    ["made without it", { base: 0, patch: whole }, null, "applied", whole],
    ["that saw the deletion", { base: T, patch: whole }, null, "applied", whole],
    ["that saw more", { base: 9, patch: whole }, null, "applied", whole],
    [
      "that saw the deletion, in an ended epoch that lost it",
      { base: T, patch: { effort: 4 } },
      5,
      "held",
      { ...run, effort: 4 },
    ],
    [
      "that saw more, in an ended epoch that lost the deletion",
      { base: 9, patch: { effort: 4 } },
      5,
      "held",
      { ...run, effort: 4 },
    ],
    ["older than the deletion", { base: 5, patch: { effort: 4 } }, null, "held", { ...run, effort: 4 }],
    ["older, of a value that stood", { base: 5, patch: { minutes: 40 } }, null, "held", run],
    ["made without it and not whole", { base: 0, patch: { effort: 4 } }, null, "rejected", null],
    ["that saw the deletion and is not whole", { base: T, patch: { effort: 4 } }, null, "rejected", null],
    ["deleting it again, older", { base: 5, del: true }, null, "applied", null],
    ["deleting it again, having seen it", { base: T, del: true }, null, "applied", null],
    ["deleting it, made without it", { base: 0, del: true }, null, "applied", null],
    [
      "of another kind",
      { base: 0, kind: "comment", patch: { text: "x", writtenAt: "2026-03-02T08:00:00Z" } },
      null,
      "rejected",
      null,
    ],
  ];

  test.each(table)("[REC12] %s", (_, change, restorePoint, status, body) => {
    const op = opOf(change);
    const outcome = mergeOp({
      record: tombstone,
      op,
      author: "ann",
      rev: 10,
      afterRev: null,
      restorePoint,
      buried: needsBuried(tombstone, op) ? buried : null,
    });
    expect(outcome.status).toBe(status);
    const record = "record" in outcome ? outcome.record : null;
    expect(record?.body ?? null).toEqual(body);
    if ("held" in outcome && outcome.status === "held") {
      // The wish to delete is kept in the name of whoever deleted.
      expect(outcome.held).toMatchObject([{ author: "coach", body: { key: "", value: null } }]);
    }
  });
});

// The merge files a deleted body as a `Buried`.
function bodyIn(past: PastValue): Body {
  return (past.value as unknown as Buried).body;
}
