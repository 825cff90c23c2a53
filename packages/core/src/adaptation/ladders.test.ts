import { expect, test } from "vitest";
import { GATE_SESSIONS, KITS, type LadderPattern, type Rung } from "../exercise";
import { NO_LIMITS } from "../safety";
import { enterPhase, LADDER_PATTERNS, startState } from "./ladders";
import type { TrainingState } from "./types";

/** The state with every gate met, one ladder on another rung. */
function ready(kit: (typeof KITS)[number], rungs: Partial<Record<LadderPattern, Rung>> = {}): TrainingState {
  const state = startState({ kit, experience: "some", age: null, tests: [], limits: NO_LIMITS });
  const ladders = Object.fromEntries(
    LADDER_PATTERNS.flatMap((pattern) => {
      const ladder = state.ladders[pattern];
      return ladder ? [[pattern, { ...ladder, rung: rungs[pattern] ?? ladder.rung, gateMet: GATE_SESSIONS }]] : [];
    }),
  );
  return { ...state, ladders };
}

const rungIn = (phase: 2 | 3, kit: (typeof KITS)[number], pattern: LadderPattern, from: Rung) =>
  enterPhase(ready(kit, { [pattern]: from }), phase, { kit, tests: [], limits: NO_LIMITS }).ladders[pattern]?.rung;

test("[AD17] from the programme's own rung a phase begins on its own", () => {
  expect(rungIn(2, "dumbbells", "P5", 1)).toBe(3);
  expect(rungIn(3, "dumbbells", "P5", 3)).toBe(5);
  expect(rungIn(2, "none", "P2", 0)).toBe(4);
  expect(rungIn(3, "none", "P7", 1)).toBe(4);
});

test("[AD17] who stands lower goes up no more rungs than the programme does from there, never onto single-leg loaded raises at once", () => {
  expect(rungIn(3, "dumbbells", "P5", 1)).toBe(3);
  expect(rungIn(2, "dumbbells", "P1", 0)).toBe(2);
  expect(rungIn(3, "dumbbells", "P1", 0)).toBe(2);
  expect(rungIn(3, "none", "P2", 0)).toBe(4);
});

test("[AD17] a phase takes nobody down, and nobody past its rung", () => {
  for (const kit of KITS)
    for (const pattern of LADDER_PATTERNS)
      for (const phase of [2, 3] as const)
        for (const from of [0, 1, 2, 3, 4, 5] as const) {
          const to = rungIn(phase, kit, pattern, from);
          if (to === undefined) continue;
          expect(to).toBeGreaterThanOrEqual(from);
          const own = rungIn(phase, kit, pattern, 5);
          expect(own).toBe(5);
        }
});
