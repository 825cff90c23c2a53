import { DRILL_FACTS, type Pattern, type SpringDrill } from "../exercise";
import type { Phase, PrescribedExercise, Prescription, SessionKind } from "./prescription";
import { secondsPerRep } from "./tempo";

type ByPhase = readonly [number, number, number];

// Every number in this file is OURS: the time model of a session. It includes the rehearsal sets in the warm-up.
const WARM_UP: ByPhase = [360, 330, 330];
const SHORT_WARM_UP = 180;
const SHORT_WARM_UP_KINDS: readonly SessionKind[] = ["V", "C", "T1"];
const SIDE_CHANGE = 5;
const PAIR_REST: ByPhase = [40, 50, 60];
const MAIN_REST: ByPhase = [60, 75, 90];
const SMALL_REST: ByPhase = [30, 30, 45];
const CORE_REST: ByPhase = [20, 20, 20];
const STRAIGHT_RESTS: Readonly<Record<Exclude<Pattern, "PLYO">, ByPhase>> = {
  P1: MAIN_REST,
  P2: MAIN_REST,
  P3: MAIN_REST,
  P4: MAIN_REST,
  P5: SMALL_REST,
  P6F: CORE_REST,
  P6S: CORE_REST,
  P7: SMALL_REST,
  P8: MAIN_REST,
  U1: SMALL_REST,
  U2: SMALL_REST,
  U3: SMALL_REST,
  BAL: CORE_REST,
  MOB: CORE_REST,
};
/** In A the pogos follow the warm-up shorter rested than in B, as A's minutes have it. */
const A_POGO_REST = 30;

/** Seconds of cool-down and logging. */
export const COOL_DOWN_SECONDS = 90;
/** Seconds to set up a new block. */
export const SET_UP_SECONDS = 30;
/** Seconds to change to the partner of a superset. */
export const PAIR_CHANGE_SECONDS = 15;

/** Seconds of warm-up. */
export function warmUpSeconds({ kind, phase }: Prescription): number {
  return SHORT_WARM_UP_KINDS.includes(kind) ? SHORT_WARM_UP : byPhase(WARM_UP, phase);
}

/** Seconds of work in one set, both sides included. */
export function setSeconds(exercise: PrescribedExercise): number {
  if (exercise.unit === "contacts") return drillSeconds(exercise);
  const perUnit = exercise.unit === "seconds" || exercise.tempo === null ? 1 : secondsPerRep(exercise.tempo);
  const oneSide = exercise.amount * perUnit;
  return exercise.perSide ? oneSide * 2 + SIDE_CHANGE : oneSide;
}

/** Seconds of rest after a round of a superset. */
export function pairRestSeconds(phase: Phase): number {
  return byPhase(PAIR_REST, phase);
}

/** Seconds of rest after a straight set of a pattern; spring drills have their own. */
export function straightRestSeconds(pattern: Exclude<Pattern, "PLYO">, phase: Phase): number {
  return byPhase(STRAIGHT_RESTS[pattern], phase);
}

/** Seconds of rest after every set of a spring drill. */
export function drillRestSeconds(exercise: PrescribedExercise, kind: SessionKind): number {
  const drill = drillOf(exercise);
  return kind === "A" && drill === "Y1" ? A_POGO_REST : DRILL_FACTS[drill].restSeconds;
}

function drillSeconds(exercise: PrescribedExercise): number {
  const facts = DRILL_FACTS[drillOf(exercise)];
  return exercise.amount * facts.secondsPerContact + facts.sideChangeSeconds;
}

/** The drill of an exercise counted in contacts; only spring drills are. */
export function drillOf({ exercise }: PrescribedExercise): SpringDrill {
  return exercise.slice("PLYO.".length) as SpringDrill;
}

function byPhase(seconds: ByPhase, phase: Phase): number {
  return seconds[phase - 1] as number;
}
