import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, parseLocalDate, type LocalDate } from "../calendar";
import {
  feelRuns,
  adjustedFeel,
  baselineInForce,
  baselineOf,
  compareWindows,
  feelSeries,
  feelWord,
  trendWord,
  type Feel,
  type FeelRun,
} from "./index";
import type { RecordId } from "../record/kinds";

const startDate = parseLocalDate("2026-10-05") as LocalDate;
/** A solid easy run so many days after the start (before it when negative). */
const run = (day: number, feel: Feel, more: Partial<FeelRun> = {}): FeelRun => ({
  date: addDays(startDate, day),
  startTime: null,
  kind: "easy",
  feel,
  late: false,
  ill: false,
  ...more,
});

const beforeStart = [
  run(-20, 3),
  run(-17, 4),
  run(-14, 3),
  run(-10, 3),
  run(-9, 2, { kind: "key" }),
  run(-4, 3, { kind: "key" }),
  run(-2, 4, { kind: "long" }),
];

test("[FEEL1] late answers, runs while ill and races are drawn hollow and change neither line nor baseline", () => {
  const hollow = [run(10, 1, { late: true }), run(12, 1, { ill: true }), run(14, 1, { kind: "race" })];
  const runs = [...beforeStart, ...[0, 3, 6, 9, 12, 15, 18, 21, 24].map((day) => run(day, 3))];
  const without = feelSeries({ runs, startDate });
  const withHollow = feelSeries({ runs: [...runs, ...hollow], startDate });
  expect(withHollow.trend).toEqual(without.trend);
  expect(withHollow.baseline).toEqual(without.baseline);
  expect(withHollow.dots.filter((dot) => dot.hollow)).toHaveLength(3);
});

test("[FEEL2] six runs over fourteen days make a baseline; five, or six within thirteen, leave it assumed", () => {
  const onDays = (...days: number[]) => baselineOf(days.map((day) => run(day, 4)));
  expect(onDays(0, 2, 5, 7, 10, 13).status).toBe("measured");
  expect(onDays(0, 2, 5, 7, 10, 12)).toEqual({ status: "assumed", runs: 6 });
  expect(onDays(0, 5, 7, 10, 13)).toEqual({ status: "assumed", runs: 5 });
});

test("[FEEL2] what was normal more than four weeks before the start is not read", () => {
  const longAgo = [-60, -55, -50, -45, -40, -35].map((day) => run(day, 1));
  expect(feelSeries({ runs: longAgo, startDate }).baseline).toEqual({ status: "assumed", runs: 0 });
  const both = feelSeries({ runs: [...longAgo, ...beforeStart], startDate });
  expect(both.baseline).toEqual(baselineOf(beforeStart));
});

test("[FEEL3] each kind's mean is drawn to the mean of all with the weight of three", () => {
  const baseline = baselineOf(beforeStart);
  // Computed apart from the code: (n × mean + 3 × 22/7) / (n + 3).
  expect(baseline).toMatchObject({ status: "measured", runs: 7 });
  if (baseline.status !== "measured") return;
  expect(baseline.byKind.easy).toBeCloseTo(3.2040816326530615, 12);
  expect(baseline.byKind.key).toBeCloseTo(2.8857142857142857, 12);
  expect(baseline.byKind.long).toBeCloseTo(3.357142857142857, 12);
  expect(adjustedFeel(run(0, 3, { kind: "medium" }), baseline)).toBeCloseTo(3 - 22 / 7 + 3, 12);
});

test("[FEEL4] after twelve weeks the last four weeks make the baseline", () => {
  const runs = [...beforeStart, ...[57, 60, 64, 68, 72, 76, 80].map((day) => run(day, 5))];
  const inForce = (day: number) => baselineInForce({ runs, startDate, today: addDays(startDate, day) });
  expect(inForce(83)).toEqual(baselineOf(beforeStart));
  expect(inForce(84)).toMatchObject({ status: "measured", mean: 5, runs: 7 });
  const tooFew = baselineInForce({ runs: beforeStart, startDate, today: addDays(startDate, 84) });
  expect(tooFew).toEqual(baselineOf(beforeStart));
});

test("[FEEL5] a runner whose normal is 4 sees a 4 at normal, and an assumed baseline changes nothing", () => {
  const baseline = baselineOf([0, 3, 6, 9, 12, 15].map((day) => run(day, 4)));
  expect(adjustedFeel(run(20, 4), baseline)).toBe(3);
  expect(adjustedFeel(run(20, 4), { status: "assumed", runs: 2 })).toBe(4);
});

test("[FEEL11] with five runs in a window the answer is how many there are", () => {
  expect(compareWindows([3, 3, 3, 3, 3, 3], [3, 3, 3, 3])).toEqual({ status: "notEnough", runs: 4, needed: 6 });
});

const earlier = [3, 3, 4, 3, 3, 2, 3, 3];

test("[FEEL12] a fall of 0.86 is clear, one of 0.57 perhaps, one of 0.17 no clear change", () => {
  const clear = compareWindows(earlier, [2, 2, 3, 1, 2, 2, 3]);
  expect(clear).toMatchObject({ status: "clear", direction: "heavier" });
  if (clear.status !== "clear") return;
  expect(clear.probability).toBeCloseTo(0.9484228671209316, 6);
  expect(clear.low).toBeCloseTo(-1.5271841201391347, 10);
  expect(clear.high).toBeCloseTo(-0.18710159414657956, 10);
  const perhaps = compareWindows(earlier, [3, 2, 3, 2, 2, 3, 2]);
  expect(perhaps).toMatchObject({ status: "perhaps", direction: "heavier" });
  const none = compareWindows(earlier, [3, 3, 3, 2, 3, 3]);
  expect(none.status).toBe("noClearChange");
});

test("[FEEL12] turning two windows round turns the direction and keeps the probability", () => {
  const anyWindow = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 6, maxLength: 20 });
  fc.assert(
    fc.property(anyWindow, anyWindow, (one, other) => {
      const [there, back] = [compareWindows(one, other), compareWindows(other, one)];
      expect(back.status).toBe(there.status);
      if (!("direction" in there) || !("direction" in back)) return;
      expect(back.direction).not.toBe(there.direction);
      expect(back.probability).toBeCloseTo(there.probability, 12);
    }),
  );
});

test("[FEEL13] with a baseline all three windows are compared with it, without one the later two with weeks 1–4", () => {
  const pairs = (runs: readonly FeelRun[]) =>
    feelSeries({ runs, startDate }).comparisons.map(({ earlier: from, later }) => [from, later]);
  expect(pairs(beforeStart)).toEqual([
    ["before", "weeks1to4"],
    ["before", "weeks5to8"],
    ["before", "weeks9to12"],
  ]);
  expect(pairs([])).toEqual([
    ["weeks1to4", "weeks5to8"],
    ["weeks1to4", "weeks9to12"],
  ]);
});

test("[FEEL13] a run on the first day of week 5 belongs to weeks 5–8", () => {
  const runs = [
    ...[0, 5, 10, 15, 20, 27].map((day) => run(day, 2)),
    ...[28, 33, 38, 43, 48, 55].map((day) => run(day, 4)),
  ];
  expect(feelSeries({ runs, startDate }).comparisons[0]?.result).toMatchObject({ status: "clear", difference: 2 });
});

test("[FEEL7] four runs say how many are missing", () => {
  const runs = [0, 3, 6, 30].map((day) => run(day, 3));
  expect(feelSeries({ runs, startDate }).trend).toEqual({ status: "notEnough", runs: 4, needed: 6 });
});

test("[FEEL5] a value between two words is read as the nearer one", () => {
  expect([1, 1.6, 2.5, 3.2, 4.49, 4.5, 5].map(feelWord)).toEqual([
    "veryHeavy",
    "heavy",
    "normal",
    "normal",
    "light",
    "veryLight",
    "veryLight",
  ]);
});

test("[FEEL1] a run tagged ill and an answer marked late are read from their records; a run without an answer is left out", () => {
  const log = (id: string, tags: Record<string, true> = {}) => ({
    id: id as RecordId,
    fields: { date: startDate, kind: "easy" as const, tags },
  });
  const runs = feelRuns(
    [log("one", { ill: true }), log("two"), log("three")],
    [{ fields: { run: "one" as RecordId, feel: 2 } }, { fields: { run: "two" as RecordId, feel: 4, late: true } }],
  );
  expect(runs.map(({ feel, ill, late }) => [feel, ill, late])).toEqual([
    [2, true, false],
    [4, false, true],
  ]);
});

test("[FEEL14] the end of the line is called by its distance from normal, heavier weeks 1 to 4 adapting", () => {
  expect([3.3, 3.29, 3, 2.71, 2.7].map((value) => trendWord(value, 9))).toEqual([
    "lighter",
    "normal",
    "normal",
    "normal",
    "heavier",
  ]);
  expect([0, 1, 4, 5].map((week) => trendWord(2, week))).toEqual(["heavier", "adapting", "adapting", "heavier"]);
});
