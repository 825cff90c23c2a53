import type { StrengthTest } from "../record/kinds";
import { defaultRung } from "./default-rung";
import { nearestRungDown } from "./ladder";
import type { Kit, LadderPattern, Rung } from "./pattern";
import { readTests, type TestScores } from "./strength-test";

/** What decides on which rung a runner begins. */
export interface StartInput {
  readonly pattern: LadderPattern;
  readonly kit: Kit;
  /** Leg training so far: new to it, some, or three months or more in the last year. */
  readonly experience: "new" | "some" | "trained";
  /** Whole years; null, or no sensible age, = not known. */
  readonly age: number | null;
  /** Null = not tested. */
  readonly tests: Partial<TestScores> | null;
}

/** From this age on the start is one rung lower. EX */
const OLDER_FROM = 60;

/** A start test fails when the worse side stays under this. OURS */
const START_TESTS: Readonly<Partial<Record<LadderPattern, { readonly test: StrengthTest; readonly least: number }>>> = {
  P1: { test: "sitToStand", least: 5 },
  P2: { test: "sitToStand", least: 5 },
  P3: { test: "sitToStand", least: 5 },
  P4: { test: "bridge", least: 8 },
  P5: { test: "calfRaise", least: 10 },
  P6F: { test: "sidePlank", least: 15 },
  P6S: { test: "sidePlank", least: 15 },
  P8: { test: "bridge", least: 8 },
};

/**
 * The rung of the first session: the kit's default, or one step beside it; null when the kit leaves the pattern out. EX
 * Several reasons to begin lower are one step together: each says the same thing, and the first weeks correct a start quickly.
 * A reason to begin lower outweighs training: too low costs two sessions, too high costs days of soreness.
 */
export function startRung(input: StartInput): Rung | null {
  const { pattern, kit } = input;
  const fallback = defaultRung({ pattern, phase: 1, kit });
  if (fallback === null) return null;
  // Nothing lower is held: the default stays the lowest rung there is.
  return nearestRungDown(kit, pattern, shifted(fallback, stepOf(input))) ?? fallback;
}

function stepOf(input: StartInput): -1 | 0 | 1 {
  if (input.experience === "new" || isOlder(input.age) || failsStartTest(input.pattern, input.tests)) return -1;
  return input.experience === "trained" ? 1 : 0;
}

function isOlder(age: number | null): boolean {
  return age !== null && age >= OLDER_FROM;
}

/** True when the pattern's start test was done and its worse side was too low. */
export function failsStartTest(pattern: LadderPattern, tests: Partial<TestScores> | null): boolean {
  const start = START_TESTS[pattern];
  if (start === undefined || tests === null) return false;
  const result = readTests(tests)[start.test];
  return result !== undefined && result.worse < start.least;
}

function shifted(rung: Rung, step: -1 | 0 | 1): Rung {
  return Math.min(5, Math.max(0, rung + step)) as Rung;
}
