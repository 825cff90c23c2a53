import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyAuthor, anyOp, opOf, storedRecord, uuidOf } from "../testing";
import type { Op } from "../wire";
import {
  mergeOp,
  needsBuried,
  toSynced,
  versionsOf,
  type Body,
  type Buried,
  type PastRow,
  type StoredRecord,
} from "./index";

const run: Body = { date: "2026-11-16", kind: "easy", minutes: 40 };

interface Step {
  readonly op: Op;
  readonly author?: string;
}

/** The stream of one record as the server folds it, each state remembered. */
function fold(steps: readonly Step[], begun: StoredRecord | null = null) {
  let record = begun;
  let rev = (begun?.rev ?? 0) + 1;
  let changedAt = atOf(begun?.rev ?? 0);
  const past: PastRow[] = [];
  const states: StoredRecord[] = begun === null ? [] : [begun];
  for (const { op, author = "ann" } of steps) {
    const buried = record !== null && needsBuried(record, op) ? buriedAt(past, record.rev) : null;
    const outcome = mergeOp({ record, op, author, rev, afterRev: null, restorePoint: null, buried });
    if (outcome.status === "deferred" || outcome.status === "rejected") continue;
    if (outcome.past.length > 0) past.push({ rev, at: atOf(rev), values: outcome.past });
    if (outcome.record !== null) {
      record = outcome.record;
      changedAt = atOf(rev);
      states.push(record);
    }
    rev = outcome.nextRev;
  }
  if (record === null) throw new Error("no op began the record");
  return { record, changedAt, past, states };
}

function versions(steps: readonly Step[], knownFrom = 0) {
  const { record, changedAt, past } = fold(steps);
  return [...versionsOf({ record, changedAt, past, knownFrom })];
}

const atOf = (rev: number) => new Date(Date.UTC(2026, 0, 1, 0, rev)).toISOString();
const buriedAt = (past: readonly PastRow[], rev: number) =>
  (past.find((row) => row.rev === rev)?.values.find(({ reason }) => reason === "deleted")?.value ??
    null) as unknown as Buried;
const change = (name: string, patch: Body, op: Partial<Op> = {}): Step => ({
  op: opOf({ opId: uuidOf(name), base: 9, patch, ...op }),
});
const made = { op: opOf({ patch: run }) };

test("[REC21] a version stands for each value that was replaced, newest first, with its author and when it ended", () => {
  const steps = [made, { ...change("a", { minutes: 50 }), author: "coach" }, change("b", { minutes: 60 })];
  const told = versions(steps).map(({ record, replacedAt }) => [
    record.body["minutes"],
    record.rev,
    record.author,
    replacedAt,
  ]);
  expect(told).toEqual([
    [60, 3, "ann", null],
    [50, 2, "coach", atOf(3)],
    [40, 1, "ann", atOf(2)],
  ]);
});

test("[REC21] what the standing version is is told as it is, the older ones without the op that wrote them", () => {
  const steps = [made, change("a", { minutes: 50 })];
  const [now, older] = versions(steps);
  expect(now?.record).toEqual(toSynced(fold(steps).record));
  expect(older?.record.opId).toBe("");
});

test("[REC21] where a change only added, its moment is at the latest that of the next change that was noted", () => {
  const steps = [made, change("a", { effort: 3 }), change("b", { minutes: 50 }), change("c", { km: 8 })];
  expect(versions(steps).map(({ record, replacedAt }) => [Object.keys(record.body).length, replacedAt])).toEqual([
    [5, null],
    [4, atOf(4)],
    [4, atOf(3)],
    [3, atOf(3)],
  ]);
});

test("[REC21] a deletion is a version, and so is the body before it", () => {
  const steps = [made, change("gone", {}, { del: true }), change("anew", { ...run, minutes: 20 })];
  const told = versions(steps).map(({ record, replacedAt }) => [
    record.deleted,
    record.body["minutes"],
    record.rev,
    replacedAt,
  ]);
  expect(told).toEqual([
    [false, 20, 3, null],
    [true, undefined, 2, atOf(3)],
    [false, 40, 1, atOf(2)],
  ]);
});

test("[REC21] a record that came back as it was is a version of its own", () => {
  const steps = [
    made,
    change("kept", { minutes: 50 }),
    change("gone", {}, { del: true }),
    change("back", { minutes: 50 }, { base: 1 }),
    change("more", { km: 8 }, { base: 20 }),
  ];
  expect(versions(steps).map(({ record }) => [record.deleted, record.rev, record.body["minutes"]])).toEqual([
    [false, 6, 50],
    [false, 4, 50],
    [true, 3, undefined],
    [false, 2, 50],
    [false, 1, 40],
  ]);
});

test("[REC21] a removed entry that was set again comes back as removed", () => {
  const steps = [
    made,
    change("hot", { "tags/hot": true }),
    change("not", { "tags/hot": null }),
    change("hot again", { "tags/hot": true }),
  ];
  expect(versions(steps).map(({ record }) => record.body["tags/hot"])).toEqual([true, null, true, undefined]);
});

test("[REC21] values that never stood are no versions: held ones, and late ones of what is written once", () => {
  const week = { kind: "week_plan" };
  const agreed = [
    { op: opOf({ ...week, patch: { monday: "2026-11-16", "agreed/A": 1 } }) },
    { op: opOf({ ...week, opId: uuidOf("late"), patch: { "agreed/A": 2 } }) },
  ];
  expect(versions(agreed).map(({ record }) => record.body["agreed/A"])).toEqual([1]);
  const disputed = [
    made,
    { ...change("a", { minutes: 50 }), author: "coach" },
    change("b", { minutes: 60 }, { base: 1 }),
  ];
  expect(versions(disputed).map(({ record }) => record.body["minutes"])).toEqual([50, 40]);
});

test("[REC21] below the past that is known nothing is made up", () => {
  const steps = [made, change("a", { minutes: 50 }), change("b", { minutes: 60 }), change("c", { minutes: 70 })];
  expect(versions(steps, 3).map(({ record }) => record.body["minutes"])).toEqual([70, 60, 50]);
});

describe("always", () => {
  const anySteps = fc.array(fc.record({ op: anyOp, author: anyAuthor }), { maxLength: 12 });

  test("[REC22] every state that ever stood is among the versions, and no version is one that never stood", () => {
    fc.assert(
      fc.property(anySteps, fc.infiniteStream(fc.nat({ max: 20 })), (steps, bases) => {
        // Bases from before, at and after each change, so that conflicts, returns and new beginnings all happen.
        const story = steps.map(({ op, author }, index) => ({
          author,
          op: { ...op, opId: uuidOf(`op ${index}`), base: bases.next().value ?? 0 },
        }));
        const { record, changedAt, past, states } = fold(story.map(withoutAfter), storedRecord(run));
        const told = [...versionsOf({ record, changedAt, past, knownFrom: 0 })];
        expect(new Set(told.map(({ record: each }) => look(each)))).toEqual(new Set(states.map(look)));
        const revs = told.slice(1).map(({ record: each }) => each.rev);
        expect(revs).toEqual([...revs].sort((one, other) => other - one));
        expect(new Set(revs).size).toBe(revs.length);
        const ends = told.flatMap(({ replacedAt }) => replacedAt ?? []);
        expect(ends).toEqual([...ends].sort().toReversed());
      }),
      { numRuns: 200 },
    );
  });

  const withoutAfter = ({ op, author }: { readonly op: Op; readonly author: string }): Step => {
    const { opId, record, kind, schema, base, epoch, patch, del = false } = op;
    return { author, op: { opId, record, kind, schema, base, epoch, patch, ...(del ? { del } : {}) } };
  };
  const look = ({ body, deleted }: Pick<StoredRecord, "body" | "deleted">) =>
    JSON.stringify([deleted, Object.entries(body).sort(([one], [other]) => (one < other ? -1 : 1))]);
});
