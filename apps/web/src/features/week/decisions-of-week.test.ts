import { expect, test } from "vitest";
import type { Decision, WeekDecision } from "@legwork/core/adaptation";
import type { LocalDate } from "@legwork/core/calendar";
import { decisionsOfWeek } from "./decisions-of-week";

const MONDAY = "2026-12-07" as LocalDate;
const judged = (changes: Partial<WeekDecision>): WeekDecision => ({
  id: "week:2026-11-30",
  about: "week",
  rule: "WEEK3",
  date: "2026-12-06" as LocalDate,
  from: 3,
  to: 3,
  dose: 0.3,
  days: null,
  evidence: [],
  undone: false,
  ...changes,
});
const idsFor = (monday: LocalDate, ...decisions: readonly Decision[]) =>
  decisionsOfWeek({ decisions }, { monday }).map(({ id }) => id);

test("a repeat stands in the week after the one that was judged", () => {
  expect(idsFor(MONDAY, judged({}))).toEqual(["week:2026-11-30"]);
  expect(idsFor("2026-11-30" as LocalDate, judged({}))).toEqual([]);
});

test("a return stands in its own week", () => {
  const back = judged({ id: "gap:2026-11-19", rule: "GAP3", date: MONDAY, days: 19, dose: null });
  expect(idsFor(MONDAY, back)).toEqual(["gap:2026-11-19"]);
});

test("the usual step is not told, unless it is a person's word", () => {
  expect(idsFor(MONDAY, judged({ rule: "WEEK1" }))).toEqual([]);
  expect(idsFor(MONDAY, judged({ rule: "WEEK1", undone: true }))).toEqual(["week:2026-11-30"]);
});
