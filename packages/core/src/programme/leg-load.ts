import { DRILL_FACTS, type Pattern } from "../exercise";
import { roundPoints } from "./round-points";
import type { LegLoad, LoadClass, PrescribedExercise, Prescription, SessionKind } from "./prescription";
import type { ReturnFactor } from "./return-after";
import { drillOf } from "./seconds";

// Weights, effort, novelty and class borders are OURS: set so that eccentric hamstring work and work that is new score highest.
const POINTS_PER_SET: Readonly<Record<Pattern, number>> = {
  P1: 1,
  P2: 1,
  P3: 1,
  P4: 0.7,
  P5: 0.5,
  P6F: 0,
  P6S: 0,
  P7: 0.3,
  P8: 1.5,
  PLYO: 0,
  U1: 0,
  U2: 0,
  U3: 0,
  BAL: 0.2,
  MOB: 0,
};

/** Leg points of one set of a pattern at three reps in reserve; spring drills count by contact, see `DRILL_FACTS`. OURS */
export function legPointsPerSet(pattern: Pattern): number {
  return POINTS_PER_SET[pattern];
}

const EFFORT_BY_RIR = [1.8, 1.4, 1.2, 1, 0.7, 0.4] as const;
const LIGHT_FROM = 0.5;
const MODERATE_FROM = 3;
const HEAVY_FROM = 8;

/** Sessions that teach the legs the same thing, so that each makes the others less new. */
export type ExposureFamily = "A" | "B" | "C";

/** The family in which earlier sessions count as exposures: M, V, T1 and T2 are versions of A, L is one of B. */
export function exposureFamily(kind: SessionKind): ExposureFamily {
  return FAMILIES[kind];
}

const FAMILIES: Readonly<Record<SessionKind, ExposureFamily>> = {
  A: "A",
  M: "A",
  V: "A",
  T1: "A",
  T2: "A",
  B: "B",
  L: "B",
  C: "C",
};

/** 1.5 with none or one session of the family before, 1.25 with two, 1 from three on. */
export function noveltyFactor(exposures: number): number {
  if (exposures <= 1) return 1.5;
  return exposures === 2 ? 1.25 : 1;
}

/** How new a session is to the legs. */
export interface LegHistory {
  /** Sessions of its family done (or planned) before it. */
  readonly exposures: number;
  /** What a gap before it makes of it, see `returnAfter`; 1 when absent. */
  readonly returning?: ReturnFactor;
  /** Patterns whose rung, or spring drill, is one of the first two sessions after a step up. */
  readonly newRungs?: readonly Pattern[];
}

/** A new rung counts its own points so many times, for its first two sessions. OURS */
const NEW_RUNG_FACTOR = 1.25;

/** What a session costs the legs. */
export function legLoad({ plyo, pairs }: Prescription, before: LegHistory): LegLoad {
  let sum = 0;
  for (const pair of pairs) for (const exercise of pair) sum += liftPoints(exercise) * stepFactor(exercise, before);
  for (const drill of plyo) sum += drillPoints(drill) * stepFactor(drill, before);
  // Rounded before it is classed, so that what is shown and its class never disagree.
  const points = roundPoints(sum * Math.max(noveltyFactor(before.exposures), before.returning ?? 1));
  return { points, class: loadClassOf(points) };
}

function stepFactor({ pattern }: PrescribedExercise, { newRungs }: LegHistory): number {
  return newRungs?.includes(pattern) ? NEW_RUNG_FACTOR : 1;
}

/** The class of a number of points: none below 0.5, light below 3, moderate below 8, else heavy. */
export function loadClassOf(points: number): LoadClass {
  if (points < LIGHT_FROM) return "none";
  if (points < MODERATE_FROM) return "light";
  return points < HEAVY_FROM ? "moderate" : "heavy";
}

function liftPoints({ pattern, sets, rir }: PrescribedExercise): number {
  return sets * POINTS_PER_SET[pattern] * effortOf(rir);
}

function effortOf(rir: number): number {
  return EFFORT_BY_RIR[Math.min(5, Math.max(0, Math.round(rir)))] as number;
}

function drillPoints(exercise: PrescribedExercise): number {
  return exercise.sets * exercise.amount * DRILL_FACTS[drillOf(exercise)].pointsPerContact;
}
