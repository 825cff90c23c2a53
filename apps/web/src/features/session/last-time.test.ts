import { expect, test } from "vitest";
import { prescribe, type PrescribedExercise } from "@legwork/core/programme";
import type { LoggedSet, RecordId } from "@legwork/core/record";
import { type EarlierLog, lastTimeOf, prefill } from "./last-time";

const A1 = prescribe({ kind: "A", week: 1, kit: "dumbbells", maxMinutes: null });
const HINGE = exerciseOf("P2");
const PRESENT = "present" as RecordId;

function exerciseOf(pattern: PrescribedExercise["pattern"]): PrescribedExercise {
  const found = A1.pairs.flat().find((each) => each.pattern === pattern);
  if (found === undefined) throw new Error(`A has no ${pattern}`);
  return found;
}
function logOn(day: string, sets: Readonly<Record<string, LoggedSet>>, id = day): EarlierLog {
  return { id: id as RecordId, fields: { startedAt: `${day}T18:00:00.000Z`, prescription: A1, sets, rir: { P2: 3 } } };
}
const hinge = (amount: number, loadGrams?: number): LoggedSet => ({
  pattern: "P2",
  state: "done",
  amount,
  ...(loadGrams === undefined ? {} : { loadGrams }),
});

test("last time is the latest session in which this exercise was done, whatever the order of the logs", () => {
  const logs = [
    logOn("2026-10-05", { "P2.1": hinge(8) }),
    logOn("2026-10-12", { "P2.1": hinge(10), "P2.2": hinge(9) }),
  ];
  expect(lastTimeOf(HINGE, logs, PRESENT)).toEqual({ amounts: [10, 9], loadGrams: null, rir: 3 });
  expect(lastTimeOf(HINGE, logs.toReversed(), PRESENT)?.amounts).toEqual([10, 9]);
});

test("the present session and skipped sets are no last time", () => {
  const skipped: LoggedSet = { pattern: "P2", state: "skipped", amount: 0 };
  const logs = [logOn("2026-10-12", { "P2.1": hinge(10) }, PRESENT), logOn("2026-10-05", { "P2.1": skipped })];
  expect(lastTimeOf(HINGE, logs, PRESENT)).toBeNull();
});

test("the steppers hold the amount as planned and the weight of the set before, else of last time", () => {
  const lastTime = { amounts: [8], loadGrams: 12_000, rir: null };
  expect(prefill(HINGE, { sets: {}, lastTime })).toEqual({ amount: HINGE.amount, loadGrams: 12_000 });
  const heavier = prefill(HINGE, { sets: { "P2.1": hinge(10, 16_000) }, lastTime });
  expect(heavier.loadGrams).toBe(16_000);
  const offered = { ...HINGE, loadGrams: 14_000 };
  expect(prefill(offered, { sets: {}, lastTime }).loadGrams).toBe(14_000);
  expect(prefill(offered, { sets: { "P2.1": hinge(10, 16_000) }, lastTime }).loadGrams).toBe(16_000);
});
