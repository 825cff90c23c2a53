import { expect, test } from "vitest";
import { isTwoLegged, KITS, LADDERS, MOBILITY_MOVES, PATTERNS, RUNGS, SPRING_DRILLS } from "./index";
import { exerciseFacts, exerciseId, musclesOf, patternOf, rungOf, takesLoad, type LadderPattern } from "./index";
import { prescribe, SESSION_KINDS } from "../programme";

const LADDER_PATTERNS = PATTERNS.filter((pattern): pattern is LadderPattern => pattern !== "PLYO" && pattern !== "MOB");
const ON_LADDERS = LADDER_PATTERNS.flatMap((pattern) => RUNGS.map((rung) => exerciseId(pattern, rung)));
const ALL = [
  ...ON_LADDERS,
  ...SPRING_DRILLS.map((drill) => `PLYO.${drill}` as const),
  ...MOBILITY_MOVES.map((move) => `MOB.${move}` as const),
];

test("[EX7] an exercise counts what its sessions count, and per side where they do", () => {
  const asked = SESSION_KINDS.flatMap((kind) =>
    [5, 6, 9, 10].flatMap((week) =>
      KITS.flatMap((kit) => {
        const { plyo, pairs } = prescribe({ kind, week, kit, maxMinutes: null });
        return [...plyo, ...pairs.flat()];
      }),
    ),
  );
  // Core days and race week count the reps of a dead bug.
  const countedOtherwise = asked.filter(
    ({ exercise, unit, perSide }) =>
      exercise !== "P6F.1" && (exerciseFacts(exercise).unit !== unit || exerciseFacts(exercise).perSide !== perSide),
  );
  expect(countedOtherwise).toEqual([]);
});

test("[EX7] what works both legs at once has no sides, nor have the hinge, the bridge and the curl", () => {
  const sided = new Set(ON_LADDERS.filter((exercise) => exerciseFacts(exercise).perSide).map(patternOf));
  expect([...sided]).toEqual(["P1", "P3", "P5", "P6S", "P7", "BAL"]);
  expect(ON_LADDERS.filter(isTwoLegged).some((exercise) => exerciseFacts(exercise).perSide)).toBe(false);
});

test("[EX7] an exercise knows its pattern, rung, kit and muscles from its id", () => {
  for (const exercise of ALL) {
    const facts = exerciseFacts(exercise);
    expect(facts.pattern).toBe(patternOf(exercise));
    expect(facts.muscles).toEqual(musclesOf(facts.pattern));
    expect(facts.rung).toBe(rungOf(exercise));
    expect(facts.rung === null).toBe(facts.pattern === "PLYO" || facts.pattern === "MOB");
  }
  for (const pattern of LADDER_PATTERNS)
    expect(RUNGS.map((rung) => exerciseFacts(exerciseId(pattern, rung)).kit)).toEqual(LADDERS[pattern]);
});

test("[EX8] exercises with one weight, with two and with a small one are those of the ladders", () => {
  const withHands = (hands: 1 | 2) => ALL.filter((exercise) => takesLoad(exercise)?.hands === hands);
  expect(withHands(1)).toEqual(["P1.3", "P4.3", "P4.5", "P5.5", "P8.5", "U2.2", "U2.5", "U3.3", "U3.4", "U3.5"]);
  expect(withHands(2)).toEqual(["P1.5", "P2.2", "P2.3", "P2.5", "P3.3", "P3.5", "U2.3", "U3.2"]);
  expect(ALL.filter((exercise) => takesLoad(exercise)?.eitherWay)).toEqual(["P2.3"]);
  expect(ALL.filter((exercise) => takesLoad(exercise)?.grams)).toEqual(["P1.3", "P8.5"]);
});

test("[EX8] what needs dumbbells takes a weight", () => {
  const unloaded = ON_LADDERS.filter(
    (exercise) => exerciseFacts(exercise).kit === "dumbbells" && takesLoad(exercise) === null,
  );
  expect(unloaded).toEqual([]);
});
