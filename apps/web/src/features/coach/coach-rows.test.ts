import { expect, test } from "vitest";
import { addDays, type LocalDate } from "@legwork/core/calendar";
import type { RunnerSummary, SessionMark } from "@legwork/core/plan";
import type { RunnerId } from "@legwork/core/record";
import type { SquadRow } from "@legwork/core/wire";
import { arrangeRows, coachRow, parseSort } from "./coach-rows";
import { runnerAfter } from "./use-list-keys";

const today = "2026-10-05" as LocalDate;

function summaryOf(changes: Partial<RunnerSummary> = {}): RunnerSummary {
  return {
    startDate: addDays(today, -35),
    week: 6,
    programmeWeek: 6,
    block: 1,
    sessionsDone: 8,
    sessionsPlanned: 10,
    adherence: 0.8,
    consistency: 1,
    weeks: [],
    ribbon: null,
    feel: [],
    lastLog: today,
    ...changes,
  };
}
const rowOf = (name: string, summary: RunnerSummary | null): SquadRow => ({
  runner: name as RunnerId,
  name,
  today,
  summary,
  resting: false,
});
const quiet = (name: string, days: number) => rowOf(name, summaryOf({ lastLog: addDays(today, -days) }));
const names = (rows: readonly SquadRow[], view: Parameters<typeof arrangeRows>[1]) =>
  arrangeRows(rows.map(coachRow), view).map(({ name }) => name);

test("who has been quiet longest stands first, a runner without a programme last", () => {
  const rows = [quiet("Ann", 1), rowOf("New", null), quiet("Bob", 9), quiet("Cas", 1)];
  expect(names(rows, { find: "", sort: "quiet" })).toEqual(["Bob", "Ann", "Cas", "New"]);
});

test("a runner who has logged nothing is as quiet as the programme is old", () => {
  const rows = [quiet("Ann", 9), rowOf("Silent", summaryOf({ lastLog: null }))];
  expect(names(rows, { find: "", sort: "quiet" })).toEqual(["Silent", "Ann"]);
});

test("least done stands first, and nothing asked yet is no reason to worry", () => {
  const rows = [
    rowOf("Done", summaryOf({ adherence: 1 })),
    rowOf("Fresh", summaryOf({ adherence: null })),
    rowOf("Little", summaryOf({ adherence: 0.2 })),
  ];
  expect(names(rows, { find: "", sort: "adherence" })).toEqual(["Little", "Done", "Fresh"]);
});

test("search knows no accents and no capitals", () => {
  const rows = [quiet("Lucía Ortega", 0), quiet("Luc Peeters", 0), quiet("Ann", 0)];
  expect(names(rows, { find: " LUCIA", sort: "name" })).toEqual(["Lucía Ortega"]);
  expect(names(rows, { find: "luc", sort: "name" })).toEqual(["Luc Peeters", "Lucía Ortega"]);
});

test("an unknown order in the address is the usual one", () => {
  expect([parseSort("feel"), parseSort("nonsense"), parseSort(null)]).toEqual(["feel", "quiet", "quiet"]);
});

const mark = (status: SessionMark["status"]): SessionMark => ({ slot: "A", kind: "A", date: today, status, credit: 0 });
const barOf = (credit: number, ...statuses: SessionMark["status"][]) =>
  coachRow(rowOf("Ann", summaryOf({ weeks: [{ week: 1, required: 2, credit, marks: statuses.map(mark) }] }))).bars[0];

test("a week is a bar of its credit, a foot when missed, dashed when excused, a dot while open", () => {
  expect(barOf(1, "done", "missed")).toEqual({ look: "bar", filled: 0.5 });
  expect(barOf(1, "done", "excused")).toEqual({ look: "bar", filled: 1 });
  expect(barOf(0, "missed", "missed")).toEqual({ look: "missed" });
  expect(barOf(0, "excused", "excused")).toEqual({ look: "excused" });
  expect(barOf(0, "missed", "due")).toEqual({ look: "ahead" });
  expect(barOf(0, "ahead", "ahead")).toEqual({ look: "ahead" });
});

const felt = (count: number, trend: number | null) =>
  summaryOf({ feel: Array.from({ length: count }, (_, day) => ({ date: addDays(today, -day), value: 3, trend })) });

test("[FEEL14] a row shows the line with its word, or the dots and how many are missing", () => {
  expect(coachRow(rowOf("Ann", felt(8, 2.5))).feel).toMatchObject({ look: "line", word: "heavier" });
  expect(coachRow(rowOf("Ann", felt(4, null))).feel).toMatchObject({ look: "dots", runs: 4, needed: 6 });
  expect(coachRow(rowOf("Ann", summaryOf())).feel).toEqual({ look: "none" });
});

test("j and k stop at the ends of the list and begin at the first row", () => {
  const runners = ["a", "b", "c"] as RunnerId[];
  expect(runnerAfter(runners, null, -1)).toBe("a");
  expect(runnerAfter(runners, "a" as RunnerId, 1)).toBe("b");
  expect(runnerAfter(runners, "c" as RunnerId, 1)).toBe("c");
  expect(runnerAfter(runners, "a" as RunnerId, -1)).toBe("a");
  expect(runnerAfter([], null, 1)).toBeNull();
});
