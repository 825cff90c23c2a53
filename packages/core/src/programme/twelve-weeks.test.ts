import { expect, test } from "vitest";
import { KITS, PRIME_MOVERS, type Muscle } from "../exercise";
import {
  isReducedWeek,
  phaseOf,
  plannedSets,
  prescribe,
  type PrescribedExercise,
  type PrescribeInput,
  type Prescription,
} from "./index";

const WEEKS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;

const session = (over: Partial<PrescribeInput> & Pick<PrescribeInput, "kind" | "week">): Prescription =>
  prescribe({ kit: "dumbbells", maxMinutes: null, ...over });

/** As the programme writes a dose: `3×8/side`, `2×20 s`. */
function doseText({ sets, amount, unit, perSide }: PrescribedExercise): string {
  return `${sets}×${amount}${unit === "seconds" ? " s" : ""}${perSide ? "/side" : ""}`;
}
const springText = (each: PrescribedExercise) => `${each.exercise} ${each.sets}×${each.amount}`;

/** Week, reps in reserve, doses in the order of the pairs, spring drills. */
const SESSION_A = `
1 | 4 | 2×8/side | 2×20 s | 2×10 | 2×10 | 2×4 | 2×15 s/side |
2 | 4 | 2×8/side | 2×25 s | 2×10 | 2×12 | 2×5 | 2×20 s/side |
3 | 3 | 3×8/side | 2×25 s | 2×10 | 2×12 | 2×6 | 2×20 s/side |
4 | 4 | 2×8/side | 2×20 s | 2×10 | 2×10 | 2×4 | 2×15 s/side |
5 | 3 | 3×8/side | 2×30 s | 3×8 | 2×10/side | 3×5 | 2×20 s/side |
6 | 3 | 3×8/side | 2×30 s | 3×8 | 3×10/side | 3×5 | 2×25 s/side |
7 | 2 | 3×10/side | 3×35 s | 3×10 | 3×12/side | 3×6 | 2×25 s/side |
8 | 4 | 2×8/side | 2×30 s | 2×8 | 2×10/side | 2×4 | 2×20 s/side |
9 | 2 | 3×6/side | 2×40 s | 3×6 | 3×8/side | 3×5 | 2×30 s/side | PLYO.Y1 2×15
10 | 2 | 3×6/side | 2×40 s | 3×6 | 3×8/side | 3×6 | 2×30 s/side | PLYO.Y1 2×15
11 | 2 | 3×6/side | 2×40 s | 3×6 | 3×8/side | 3×6 | 2×30 s/side | PLYO.Y1 2×15
12 | 4 | 2×6/side | 2×30 s | 2×6 | 2×8/side | 2×4 | 2×20 s/side |`;

const SESSION_B = `
1 | 4 | 2×6/side | 2×20 s | 2×12 | 2×12 | 2×10/side | 2×10 |
2 | 4 | 2×8/side | 2×25 s | 2×12 | 2×12 | 2×12/side | 2×12 |
3 | 3 | 3×8/side | 2×25 s | 3×12 | 2×12 | 2×12/side | 2×12 |
4 | 4 | 2×8/side | 2×20 s | 2×12 | 2×12 | 2×10/side | 2×10 |
5 | 3 | 3×8/side | 2×30 s | 3×10 | 2×10 | 2×12/side | 2×10/side | PLYO.Y1 2×15
6 | 3 | 3×8/side | 2×30 s | 3×10 | 2×10 | 2×12/side | 2×10/side | PLYO.Y1 3×15
7 | 2 | 3×10/side | 2×35 s | 3×10 | 2×10 | 3×15/side | 2×12/side | PLYO.Y1 3×20
8 | 4 | 2×8/side | 2×30 s | 2×10 | 2×10 | 2×12/side | 2×10/side | PLYO.Y1 2×15
9 | 2 | 3×6/side | 2×40 s | 3×8 | 2×8 | 2×12/side | 2×8/side | PLYO.Y1 2×20, PLYO.Y4 2×5
10 | 2 | 3×6/side | 2×40 s | 3×8 | 2×8 | 3×12/side | 2×8/side | PLYO.Y3 2×20, PLYO.Y4 3×5
11 | 2 | 3×6/side | 2×40 s | 3×8 | 2×8 | 3×12/side | 2×8/side | PLYO.Y3 3×20, PLYO.Y4 3×5
12 | 4 | 2×6/side | 2×30 s | 2×8 | 2×8 | 2×10/side | 2×8/side | PLYO.Y1 2×15`;

const rowText = (prescription: Prescription) =>
  [
    prescription.week,
    prescription.rir,
    ...prescription.pairs.flat().map(doseText),
    prescription.plyo.map(springText).join(", "),
  ]
    .join(" | ")
    .trim();

test("[PRG1] session A asks week by week for what the programme's table says", () => {
  expect(WEEKS.map((week) => rowText(session({ kind: "A", week }))).join("\n")).toBe(SESSION_A.trim());
  expect(session({ kind: "A", week: 1 }).pairs.map((pair) => pair.map(({ pattern }) => pattern))).toEqual([
    ["P3", "P6F"],
    ["P2", "P5"],
    ["P8", "P6S"],
  ]);
});

test("[PRG1] session B asks week by week for what the programme's table says", () => {
  expect(WEEKS.map((week) => rowText(session({ kind: "B", week }))).join("\n")).toBe(SESSION_B.trim());
  expect(session({ kind: "B", week: 1 }).pairs.map((pair) => pair.map(({ pattern }) => pattern))).toEqual([
    ["P1", "P6F"],
    ["P4", "U2"],
    ["P7", "P5"],
  ]);
});

test("[PRG2] phases change after weeks 4 and 8, and every fourth week is reduced", () => {
  expect(WEEKS.map(phaseOf)).toEqual([1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3]);
  expect(WEEKS.filter(isReducedWeek)).toEqual([4, 8, 12]);
});

test("[PRG2] a reduced week asks for fewer sets than the week before, with more in reserve", () => {
  for (const kind of ["A", "B"] as const)
    for (const week of [4, 8, 12]) {
      const [before, reduced] = [session({ kind, week: week - 1 }), session({ kind, week })];
      expect(plannedSets(reduced).length).toBeLessThan(plannedSets(before).length);
      expect(reduced.rir).toBeGreaterThan(before.rir);
    }
});

test("[PRG3] lifts are lowered slowly in phase 1 and lifted fast in phase 3; holds have no tempo", () => {
  const tempos = (week: number) =>
    Object.fromEntries(
      [...session({ kind: "A", week }).pairs, ...session({ kind: "B", week }).pairs]
        .flat()
        .map(({ pattern, tempo }) => [pattern, tempo]),
    );
  expect(tempos(1)).toEqual({
    P1: "3-1-1-0",
    P2: "3-1-1-0",
    P3: "3-0-1-0",
    P4: "2-1-1-0",
    P5: "2-1-1-0",
    P6F: null,
    P6S: null,
    P7: "2-0-1-0",
    P8: "5-0-2-0",
    U2: "2-0-1-0",
  });
  expect(tempos(5)).toMatchObject({ P1: "2-1-1-0", P2: "3-0-1-0", P3: "2-0-1-0", P8: "4-0-2-0" });
  expect(tempos(9)).toMatchObject({ P1: "2-0-X-0", P2: "2-0-X-0", P3: "2-0-X-0", P4: "2-1-X-0", P5: "3-1-1-0" });
});

test("[PRG9] contacts per week of A and B are 30, 45, 60, 30, then 80, 85, 105, 30", () => {
  const contacts = WEEKS.map((week) =>
    (["A", "B"] as const)
      .flatMap((kind) => session({ kind, week }).plyo)
      .reduce((sum, { sets, amount }) => sum + sets * amount, 0),
  );
  expect(contacts).toEqual([0, 0, 0, 0, 30, 45, 60, 30, 80, 85, 105, 30]);
});

test("[PRG12] A and B give quads, glutes, hamstrings and calves four sets or more in every week", () => {
  for (const week of WEEKS)
    for (const kit of KITS) {
      const lifts = (["A", "B"] as const).flatMap((kind) => session({ kind, week, kit }).pairs.flat());
      const setsOf = (muscle: Muscle) =>
        lifts.filter(({ pattern }) => PRIME_MOVERS[pattern].includes(muscle)).reduce((sum, { sets }) => sum + sets, 0);
      for (const muscle of ["quads", "gluteMax", "hamstrings", "calf"] as const)
        expect(setsOf(muscle)).toBeGreaterThanOrEqual(4);
      expect(setsOf("gluteMed")).toBeGreaterThanOrEqual(2);
    }
});
