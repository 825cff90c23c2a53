import { DRILL_FACTS, type Pattern, type SpringDrill } from "../exercise";
import { isMobility } from "./is-mobility";
import type { Phase, PrescribedExercise, Prescription, SessionKind } from "./prescription";
import { secondsPerRep } from "./tempo";

type ByPhase = readonly [number, number, number];

// Every number in this file is OURS: the time model of a session. It includes the rehearsal sets in the warm-up.
const WARM_UP: ByPhase = [360, 330, 330];
const SHORT_WARM_UP = 180;
const SHORT_WARM_UP_KINDS: readonly SessionKind[] = ["V", "C", "T1"];
/** A library session of so few sets, like a ten-minute one, warms up as shortly as V. */
const FEW_SETS = 6;
/** Moves that are held or made slowly warm up by themselves: a minute to find a place on the floor. */
const MOBILITY_WARM_UP = 60;
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

/** Seconds of warm-up. Sessions of the library are read by what is in them, the programme's own by their kind. */
export function warmUpSeconds(prescription: Prescription): number {
  const { kind, phase, plyo, pairs, library } = prescription;
  if (library !== undefined) {
    if (isMobility(prescription)) return MOBILITY_WARM_UP;
    if ([...plyo, ...pairs.flat()].reduce((sets, each) => sets + each.sets, 0) <= FEW_SETS) return SHORT_WARM_UP;
  }
  return SHORT_WARM_UP_KINDS.includes(kind) ? SHORT_WARM_UP : byPhase(WARM_UP, phase);
}

/** Seconds of work in one set, both sides included. */
export function setSeconds(exercise: PrescribedExercise): number {
  if (exercise.unit === "contacts") return drillSeconds(exercise);
  const perUnit = exercise.unit === "seconds" || exercise.tempo === null ? 1 : secondsPerRep(exercise.tempo);
  const oneSide = exercise.amount * perUnit;
  return exercise.perSide ? oneSide * 2 + SIDE_CHANGE : oneSide;
}

/** Seconds of rest after a round of a superset. Two exercises for trunk, balance or mobility rest as shortly as a straight set of theirs. */
export function pairRestSeconds(phase: Phase, exercises: readonly Pick<PrescribedExercise, "pattern">[]): number {
  return byPhase(needsLittleRest(exercises) ? CORE_REST : PAIR_REST, phase);
}

// A trunk exercise that lost its partner to a limit in minutes keeps the rest of its pair, as the programme's minutes have it.
function needsLittleRest(exercises: readonly Pick<PrescribedExercise, "pattern">[]): boolean {
  const alone = exercises.length === 1;
  return exercises.every(({ pattern }) =>
    alone ? pattern === "BAL" || pattern === "MOB" : pattern !== "PLYO" && STRAIGHT_RESTS[pattern] === CORE_REST,
  );
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
