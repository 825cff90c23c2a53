import { STRENGTH_TESTS, type StrengthTest, type StrengthTestFields } from "../record/kinds";

/** What is counted in a test, and where counting stops. EX; the cap of balance is OURS. */
export interface TestFacts {
  readonly unit: "reps" | "seconds";
  /** Counting stops here; null = no cap. */
  readonly cap: number | null;
  /** A change of fewer than this lies within the error of the test; null = not known. */
  readonly error: number | null;
}

/** Error of the calf raise: day-to-day limits of about ± 6 reps (Hébert-Losier 2017). */
export const TEST_FACTS: Readonly<Record<StrengthTest, TestFacts>> = {
  calfRaise: { unit: "reps", cap: null, error: 7 },
  sidePlank: { unit: "seconds", cap: 60, error: null },
  sitToStand: { unit: "reps", cap: 15, error: null },
  bridge: { unit: "reps", cap: 25, error: null },
  balance: { unit: "seconds", cap: 30, error: null },
};

export const SIDES = ["left", "right"] as const;
export type Side = (typeof SIDES)[number];

/** What `readTests` reads: the two maps of a strength test. */
export type TestScores = Pick<StrengthTestFields, "left" | "right">;

/** One test as it counts. */
export interface TestResult {
  /** Whole reps or seconds, capped; null = not tested on that side. */
  readonly left: number | null;
  readonly right: number | null;
  /** The side that counts for a start or a gate; of one side tested that one. */
  readonly worse: number;
  /** The weak side, where the sides differ so much that it begins; null otherwise. Only the side plank tells. */
  readonly startWith: Side | null;
}
export type TestResults = Readonly<Partial<Record<StrengthTest, TestResult>>>;

/** Sides of the side plank that differ by more than this part of the better one begin with the weak side. EX */
const SIDE_DIFFERENCE = 0.2;

/** The results of one day. A score below 0 or that is no number is not read; decimals go down, what lies over the cap to the cap. */
export function readTests({ left = {}, right = {} }: Partial<TestScores>): TestResults {
  return Object.fromEntries(
    STRENGTH_TESTS.flatMap((test) => {
      const result = resultOf(test, readScore(test, left[test]), readScore(test, right[test]));
      return result === null ? [] : [[test, result] as const];
    }),
  );
}

function readScore(test: StrengthTest, score: unknown): number | null {
  if (typeof score !== "number" || !Number.isFinite(score) || score < 0) return null;
  return Math.min(Math.floor(score), TEST_FACTS[test].cap ?? Number.MAX_SAFE_INTEGER);
}

function resultOf(test: StrengthTest, left: number | null, right: number | null): TestResult | null {
  if (left === null && right === null) return null;
  const known = [left, right].filter((score) => score !== null);
  return { left, right, worse: Math.min(...known), startWith: test === "sidePlank" ? weakSide(left, right) : null };
}

function weakSide(left: number | null, right: number | null): Side | null {
  if (left === null || right === null) return null;
  const difference = Math.abs(left - right) / Math.max(left, right, 1);
  if (difference <= SIDE_DIFFERENCE) return null;
  return left < right ? "left" : "right";
}

/** Mean single-leg calf raises a side in the 20s, 30s, 40s, 50s and 60s, measured on a slope of 10°. Hébert-Losier 2017 */
export const TEST_NORMS = {
  calfRaise: { men: [37, 32, 28, 23, 19], women: [30, 27, 24, 21, 19] },
} as const;

const FIRST_DECADE = 20;

/** The calf raises of men and women of one's decade; null under 20, from 70 on, and without an age. */
export function calfRaiseNorm(age: number | null): { readonly men: number; readonly women: number } | null {
  if (age === null) return null;
  const decade = Math.floor((age - FIRST_DECADE) / 10);
  const men = TEST_NORMS.calfRaise.men[decade];
  const women = TEST_NORMS.calfRaise.women[decade];
  return men === undefined || women === undefined ? null : { men, women };
}

/** How one side of one test changed. */
export interface TestChange {
  readonly test: StrengthTest;
  readonly side: Side;
  readonly before: number;
  readonly after: number;
  /** After − before, in reps or seconds. */
  readonly change: number;
  /** True when a change this small may be the test's own error; always false where the error is not known. */
  readonly withinError: boolean;
}

/** Every side of every test that was done both times, in the order of the tests. */
export function compareTests(before: TestResults, after: TestResults): readonly TestChange[] {
  return STRENGTH_TESTS.flatMap((test) => SIDES.flatMap((side) => changeOf(test, side, { before, after }) ?? []));
}

function changeOf(
  test: StrengthTest,
  side: Side,
  results: { readonly before: TestResults; readonly after: TestResults },
): TestChange | null {
  const before = results.before[test]?.[side] ?? null;
  const after = results.after[test]?.[side] ?? null;
  if (before === null || after === null) return null;
  const change = after - before;
  const error = TEST_FACTS[test].error;
  return { test, side, before, after, change, withinError: error !== null && Math.abs(change) < error };
}
