import { expect, test } from "vitest";
import type { Feel } from "@legwork/core/run-feel";
import { adherenceRows } from "./adherence-rows";
import { feelRows } from "./feel-rows";
import { feelStatements } from "./feel-statement";
import { planOf, runsOf } from "./plan.fixture";

const originalWeight = () => 20;
/** 19 in full, one partly, two missed, two ill. */
const twelveWeeks = planOf({ B: "dddddmiddxdd", A: "dmpdxdidmddd" });

test("[ADH11] the picture of twelve weeks counts 19 of 24 and 89 % of what was agreed", () => {
  const rows = adherenceRows(twelveWeeks, { originalWeight });
  expect([rows.sessionsDone, rows.sessionsPlanned]).toEqual([19, 24]);
  expect(rows.adherence).toBeCloseTo(19.64 / 22, 12);
  expect([rows.keptWeeks, rows.requiredWeeks]).toEqual([11, 11]);
  expect(rows.excused).toEqual([{ reason: "illness", count: 2 }]);
});

test("[ADH19] a fortnight without a session is no gap to speak of, three weeks are", () => {
  const gapIn = (B: string, A: string) => adherenceRows(planOf({ B, A }), { originalWeight }).gap;
  expect(gapIn("dddddmiddxdd", "dmpdxdidmddd")).toEqual({ status: "none" });
  expect(gapIn("ddxxdddddddd", "ddxddddddddd")).toEqual({ status: "none" });
  expect(gapIn("ddxddddddddd", "dxxddddddddd")).toEqual({ status: "none" });
  expect(gapIn("ddxxdddddddd", "dxxxdddddddd")).toEqual({ status: "long", days: 21 });
});

test("[ADH8] before the first session nothing is counted, and the next one is named", () => {
  const rows = adherenceRows(planOf({ B: "", A: "", today: 0 }), { originalWeight });
  expect(rows).toMatchObject({ sessionsPlanned: 0, adherence: null, isOver: false });
  expect(rows.next).toMatchObject({ letter: "B", date: "2026-07-13" });
});

test("[ADH16] rows stand in the order of their usual weekday", () => {
  const rows = adherenceRows(twelveWeeks, { originalWeight });
  expect(rows.slotRows).toEqual([
    { slot: "B", weekday: "mon" },
    { slot: "A", weekday: "thu" },
  ]);
});

test("[ADH9] bars show credit of what was required, nothing while ahead, and an excused week as such", () => {
  const rows = adherenceRows(planOf({ B: "dpi", A: "dxi", today: 22 }), { originalWeight });
  expect(rows.columns.slice(0, 4).map(({ bar }) => bar)).toEqual([
    { look: "bar", credit: 2, sessions: 2 },
    { look: "bar", credit: 0.64, sessions: 2 },
    { look: "excused" },
    { look: "ahead" },
  ]);
  expect(rows.columns.map(({ isNow }) => isNow).indexOf(true)).toBe(3);
  expect(rows.columns[3]?.cells.map((cell) => cell?.state)).toEqual(["planned", "planned"]);
  expect(rows.columns[4]?.cells.map((cell) => cell?.state)).toEqual(["ahead", "ahead"]);
});

test("[ADH19] in the first two weeks nothing is said of gaps, and a running week shows what is still to do", () => {
  const rows = adherenceRows(planOf({ B: "dd", A: "d", today: 9 }), { originalWeight });
  expect(rows.gap).toEqual({ status: "tooEarly" });
  expect(rows.columns[1]?.bar).toEqual({ look: "bar", credit: 1, sessions: 2 });
});

const everyOther = (from: number, count: number, feel: Feel) =>
  Array.from({ length: count }, (_, index) => [from + index * 2, "easy", feel] as const);
const baseline = everyOther(-20, 8, 3);

test("[FEEL9] the dotted end begins where the line ends, so that no gap shows", () => {
  const { line } = feelRows(twelveWeeks, runsOf([...baseline, ...everyOther(0, 42, 3)]));
  const joint = line.filter(({ solid, edge }) => solid !== null && edge !== null);
  expect(joint).toHaveLength(1);
  expect(line.at(0)?.day).toBe(0);
  expect(line.at(-1)).toMatchObject({ day: 82, solid: null });
});

test("[FEEL13] runs before week 1 are compared with and not drawn", () => {
  const rows = feelRows(twelveWeeks, runsOf([...baseline, ...everyOther(0, 3, 2)]));
  expect(rows.dots.map(({ day }) => Math.floor(day))).toEqual([0, 2, 4]);
  expect(rows.series.baseline.status).toBe("measured");
});

test("[FEEL10] a week knows its runs and their mean, an empty week none", () => {
  const rows = feelRows(twelveWeeks, runsOf([...baseline, [7, "key", 2], [9, "long", 3]]));
  expect(rows.weeks[0]).toEqual({ week: 1, dots: [], mean: null });
  expect(rows.weeks[1]?.dots.map(({ kind }) => kind)).toEqual(["key", "long"]);
  expect(rows.weeks[1]?.mean?.runs).toBe(2);
});

const statementsOf = (runs: Parameters<typeof runsOf>[0], isAdapting = false) =>
  feelStatements(feelRows(twelveWeeks, runsOf(runs)).series, { isAdapting });

test("[FEEL7] with four runs the sentence says how many are missing", () => {
  expect(statementsOf(everyOther(0, 4, 3))).toEqual([{ kind: "notEnoughRuns", runs: 4, needed: 6 }]);
  expect(statementsOf(everyOther(0, 8, 3))).toEqual([{ kind: "threeWeeks" }]);
  expect(statementsOf([])).toEqual([{ kind: "nothing" }]);
});

test("[FEEL12] heavier weeks 1 to 4 are told first, the latest window second", () => {
  const [first, second] = statementsOf([...baseline, ...everyOther(0, 14, 2), ...everyOther(56, 14, 3)]);
  expect(first).toMatchObject({ kind: "clear", direction: "heavier", window: "weeks1to4", against: "before", by: 1 });
  expect(second).toEqual({ kind: "noClearChange", window: "weeks9to12", against: "before" });
});

test("[FEEL2] without a baseline weeks 1 to 4 are not judged, later ones are compared with them", () => {
  expect(statementsOf(everyOther(0, 12, 2))).toEqual([{ kind: "noBaseline" }]);
  const [only] = statementsOf([...everyOther(0, 14, 2), ...everyOther(28, 14, 3)]);
  expect(only).toMatchObject({ kind: "clear", direction: "lighter", window: "weeks5to8", against: "weeks1to4" });
});

test("[FEEL12] heavier legs in weeks 1 to 4 are called common", () => {
  expect(statementsOf([...baseline, ...everyOther(0, 13, 2)], true).at(-1)).toEqual({ kind: "commonWhileAdapting" });
});
