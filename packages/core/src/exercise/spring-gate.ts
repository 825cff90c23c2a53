import { readTests, type TestScores } from "./strength-test";
import type { SpringDrill } from "./pattern";

/** What has to hold before the first hops; the last one only before hops on one leg. */
export const SPRING_CONDITIONS = [
  "safety",
  "week",
  "sessions",
  "running",
  "calfRaise",
  "sitDown",
  "balance",
  "pain",
  "calfRaiseOneLeg",
] as const;
export type SpringCondition = (typeof SPRING_CONDITIONS)[number];

/** The numbers of the gate. Their direction is expert practice, the numbers are OURS. */
export const SPRING_NUMBERS = {
  week: 5,
  sessions: 6,
  runWeeks: 8,
  runsAWeek: 2,
  calfRaises: 15,
  calfRaisesOneLeg: 20,
  sitDowns: 8,
  balanceSeconds: 30,
  painMax: 2,
  painDays: 14,
} as const;

export interface SpringFacts {
  /** The programme week, from 1 on. */
  readonly week: number;
  /** Strength sessions done so far. */
  readonly sessionsDone: number;
  /** Runs in each full week since the first recorded run, latest last. */
  readonly runsByWeek: readonly number[];
  /** The runner's own answer for the weeks before: at least two runs a week over eight weeks. */
  readonly regularRunner: boolean;
  /** The latest tests; null = not tested. */
  readonly tests: Partial<TestScores> | null;
  /** The worst pain (0–10) of the last 14 days in calf, Achilles tendon, shin, foot or knee; null = none reported. */
  readonly painMax: number | null;
  /** False with a bone warning or injury, in pregnancy, within 12 weeks after birth, or with an answer that asks for a doctor first. */
  readonly allowedBySafety: boolean;
}

export interface SpringGate {
  readonly open: "none" | "twoLegs" | "oneLeg";
  /** What is still missing, in the order of `SPRING_CONDITIONS`; empty when hops on one leg are open. A test not done is missing. */
  readonly unmet: readonly SpringCondition[];
}

/** Which hops are open: none, on two legs, or on one leg too. Numbers that are none, or below 0, count as nothing done. */
export function springGate(facts: SpringFacts): SpringGate {
  const unmet = SPRING_CONDITIONS.filter((condition) => !IS_MET[condition](facts));
  if (unmet.length === 0) return { open: "oneLeg", unmet };
  return { open: unmet.every((condition) => condition === "calfRaiseOneLeg") ? "twoLegs" : "none", unmet };
}

const IS_MET: Readonly<Record<SpringCondition, (facts: SpringFacts) => boolean>> = {
  safety: (facts) => facts.allowedBySafety,
  week: (facts) => facts.week >= SPRING_NUMBERS.week,
  sessions: (facts) => facts.sessionsDone >= SPRING_NUMBERS.sessions,
  running: runsRegularly,
  calfRaise: ({ tests }) => bothSides(tests, "calfRaise") >= SPRING_NUMBERS.calfRaises,
  sitDown: ({ tests }) => bothSides(tests, "sitToStand") >= SPRING_NUMBERS.sitDowns,
  balance: ({ tests }) => bothSides(tests, "balance") >= SPRING_NUMBERS.balanceSeconds,
  pain: ({ painMax }) => painMax === null || painMax <= SPRING_NUMBERS.painMax,
  calfRaiseOneLeg: ({ tests }) => bothSides(tests, "calfRaise") >= SPRING_NUMBERS.calfRaisesOneLeg,
};

/** The last eight full weeks, as far as they are recorded; the runner's answer stands for those before. */
function runsRegularly({ runsByWeek, regularRunner }: SpringFacts): boolean {
  const recorded = runsByWeek.slice(-SPRING_NUMBERS.runWeeks);
  const each = recorded.every((runs) => runs >= SPRING_NUMBERS.runsAWeek);
  return each && (regularRunner || recorded.length === SPRING_NUMBERS.runWeeks);
}

/** The worse side; −1 while a side is not tested. */
function bothSides(tests: Partial<TestScores> | null, test: "calfRaise" | "sitToStand" | "balance"): number {
  const result = tests === null ? undefined : readTests(tests)[test];
  return result === undefined || result.left === null || result.right === null ? NOT_TESTED : result.worse;
}

const NOT_TESTED = -1;

/** When a spring drill has its place. */
export interface SpringStep {
  /** Programme weeks, both included; `to` null = to the end. */
  readonly from: number;
  readonly to: number | null;
  /** Never asked for by itself. */
  readonly optional: boolean;
  /** Open only in a block after the first twelve weeks. */
  readonly laterBlocks: boolean;
  /** How far the gate has to be open. */
  readonly needs: SpringGate["open"];
}

/** EX */
export const SPRING_STEPS: Readonly<Record<SpringDrill, SpringStep>> = {
  Y0: { from: 1, to: null, optional: false, laterBlocks: false, needs: "none" },
  Y1: { from: 5, to: 12, optional: false, laterBlocks: false, needs: "twoLegs" },
  Y2: { from: 7, to: null, optional: true, laterBlocks: false, needs: "twoLegs" },
  Y3: { from: 10, to: 11, optional: false, laterBlocks: false, needs: "oneLeg" },
  Y4: { from: 9, to: 11, optional: false, laterBlocks: false, needs: "twoLegs" },
  Y5: { from: 5, to: null, optional: true, laterBlocks: true, needs: "oneLeg" },
};

const OPENNESS: readonly SpringGate["open"][] = ["none", "twoLegs", "oneLeg"];

/**
 * What is done, with the same contacts, where a drill is asked for: itself when the gate is open far enough, two-leg pogos in place of
 * hops on one leg, else heel bounces. Null: safety takes every contact away. EX
 */
export function drillThrough(asked: SpringDrill, gate: SpringGate): SpringDrill | null {
  if (gate.unmet.includes("safety")) return null;
  if (OPENNESS.indexOf(SPRING_STEPS[asked].needs) <= OPENNESS.indexOf(gate.open)) return asked;
  return gate.open === "none" ? "Y0" : "Y1";
}
