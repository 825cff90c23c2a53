import { expect, test } from "vitest";
import type { ExerciseDecision } from "@legwork/core/adaptation";
import type { LocalDate } from "@legwork/core/calendar";
import { prescribe } from "@legwork/core/programme";
import { sessionChanges } from "./session-changes";

const A = prescribe({ kind: "A", week: 6, kit: "gym", maxMinutes: null });
const B = prescribe({ kind: "B", week: 6, kit: "gym", maxMinutes: null });

function decided(id: string, changes: Partial<ExerciseDecision>): ExerciseDecision {
  return {
    id,
    about: "exercise",
    rule: "AD6",
    pattern: "P5",
    series: "P5A",
    exercise: "P5.3",
    date: "2026-12-03" as LocalDate,
    change: { kind: "amount", from: 8, to: 10 },
    held: null,
    evidence: [],
    undone: false,
    ...changes,
  };
}
const shown = (prescription: typeof A, ...decisions: readonly ExerciseDecision[]) =>
  sessionChanges({ decisions }, prescription).map(({ id }) => id);

test("reps and loads stand in the session of their series only", () => {
  expect(shown(A, decided("calf", {}))).toEqual(["calf"]);
  expect(shown(B, decided("calf", {}))).toEqual([]);
});

test("a new rung and an ease stand wherever the pattern does", () => {
  expect(shown(B, decided("rung", { change: { kind: "rung", from: "P5.3", to: "P5.4" } }))).toEqual(["rung"]);
  expect(shown(B, decided("ease", { change: { kind: "ease", by: "load", fewerReps: true } }))).toEqual(["ease"]);
});

test("what a later session decided takes the place of an earlier change", () => {
  const later = decided("later", { rule: "AD7", change: null });
  expect(shown(A, decided("earlier", {}), later)).toEqual([]);
  expect(shown(A, decided("earlier", {}), { ...later, held: "onceAWeek" })).toEqual(["later"]);
});

test("an exercise that is left out is told although it is not in the session", () => {
  const out = decided("out", { pattern: "P1", series: "P1", exercise: "P1.2", change: { kind: "out" } });
  expect(shown(A, out)).toEqual(["out"]);
});
