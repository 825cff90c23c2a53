import { describe, expect, test } from "vitest";
import { prescribe, walk, type Prescription, type SessionMode } from "@legwork/core/programme";
import type { LoggedSet } from "@legwork/core/record";
import { nextAfter, progressOf, restBetween, secondsLeft, standingOf, type SessionLog } from "./flow";

const A1: Prescription = prescribe({ kind: "A", week: 1, kit: "dumbbells", maxMinutes: null });

function logWith(entries: readonly string[], mode: SessionMode = "superset"): SessionLog {
  const done: LoggedSet = { pattern: "P3", state: "done", amount: 8 };
  return { prescription: A1, mode, sets: Object.fromEntries(entries.map((entry) => [entry, done])) };
}
const settle = (count: number, mode: SessionMode = "superset") =>
  logWith(
    walk(A1, mode)
      .slice(0, count)
      .map((step) => step.entry),
    mode,
  );

describe("where a session stands", () => {
  test("a superset goes A, B, A, B; straight sets finish one exercise first", () => {
    expect(walkedPatterns("superset").slice(0, 4)).toEqual(["P3", "P6F", "P3", "P6F"]);
    expect(walkedPatterns("straight").slice(0, 4)).toEqual(["P3", "P3", "P6F", "P6F"]);
  });

  test("changing from supersets to straight sets in the middle keeps what is done and leaves nothing out", () => {
    const straight: SessionLog = { ...settle(3), mode: "straight" };
    expect(standingOf(straight)).toMatchObject({ at: "set", step: { entry: "P6F.2" } });
  });

  test("a skipped set is settled: the walk goes on behind it", () => {
    const log = settle(1);
    const skipped: SessionLog = {
      ...log,
      sets: { ...log.sets, "P6F.1": { pattern: "P6F", state: "skipped", amount: 0 } },
    };
    expect(standingOf(skipped)).toMatchObject({ at: "set", step: { entry: "P3.2" } });
  });

  test("after the last set come the questions, and after an early end too", () => {
    expect(standingOf(settle(walk(A1, "superset").length))).toEqual({ at: "after" });
    expect(standingOf({ ...settle(2), ending: "painStop" })).toEqual({ at: "after" });
  });

  test("within a pair there is no rest after A, and rest after B", () => {
    const [a1, b1, a2, b2, next] = walk(A1, "superset");
    if (!a1 || !b1 || !a2 || !b2 || !next) throw new Error("A has at least two pairs");
    expect(restBetween(a1, b1)).toBe(0);
    expect(restBetween(b1, a2)).toBe(40);
    expect(restBetween(b2, next)).toBe(30);
    expect(restBetween(b2, null)).toBe(0);
  });

  test("time left falls with every set and ends at the cool-down", () => {
    const total = walk(A1, "superset").length;
    const left = Array.from({ length: total + 1 }, (_, count) => secondsLeft(settle(count)));
    expect(left.every((seconds, index) => index === 0 || seconds < (left[index - 1] ?? 0))).toBe(true);
    expect(left.at(-1)).toBe(90);
  });

  test("pair and round are counted from one", () => {
    const second = walk(A1, "superset")[2];
    if (!second) throw new Error("A has three sets");
    expect(progressOf(settle(2), second)).toEqual({ pair: 1, pairs: 3, round: 2, rounds: 2 });
  });

  test("the next set is known before the present one is written", () => {
    expect(nextAfter(settle(0), "P3.1")?.entry).toBe("P6F.1");
    expect(nextAfter(settle(walk(A1, "superset").length - 1), walk(A1, "superset").at(-1)?.entry ?? "")).toBeNull();
  });
});

function walkedPatterns(mode: SessionMode) {
  return walk(A1, mode).map((step) => step.exercise.pattern);
}
