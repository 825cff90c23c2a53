import { exerciseId, isTwoLegged, nearestRungDown, rungOf, SPRING_DRILLS, type Kit, type Rung } from "../exercise";
import { hardestSpringDrill, type SafetyLimits } from "../safety";
import type { PrescribedExercise, Prescription } from "./prescription";
import { drillOf } from "./seconds";

/** P8 above this rung is a Nordic. EX */
const CURL_RUNG_MAX: Rung = 2;

/**
 * A session as safety's limits allow it: lower rungs, more reps in reserve, easier spring drills or none. The same object where nothing is
 * to change; without pairs when nothing of it is left. For what was put together without the limits: a session agreed before an answer, or
 * one of the library.
 */
export function withinLimits(prescription: Prescription, limits: SafetyLimits, kit: Kit): Prescription {
  const { rir, plyo, pairs } = prescription;
  const within: Prescription = {
    ...prescription,
    rir: Math.max(rir, limits.rirMin),
    plyo: plyo.flatMap((drill) => drillWithin(drill, limits)),
    pairs: pairs
      .map((pair) => pair.flatMap((exercise) => liftWithin(exercise, limits, kit)))
      .filter((pair) => pair.length > 0),
  };
  return isSame(prescription, within) ? prescription : within;
}

function isSame(one: Prescription, other: Prescription): boolean {
  const all = ({ plyo, pairs }: Prescription) => [...plyo, ...pairs.flat()];
  const [before, after] = [all(one), all(other)];
  return one.rir === other.rir && before.length === after.length && before.every((each, at) => each === after[at]);
}

function drillWithin(drill: PrescribedExercise, limits: SafetyLimits): PrescribedExercise[] {
  const hardest = hardestSpringDrill(limits);
  if (hardest === null) return [];
  const isTooHard = SPRING_DRILLS.indexOf(drillOf(drill)) > SPRING_DRILLS.indexOf(hardest);
  return [isTooHard ? { ...drill, exercise: `PLYO.${hardest}` } : drill];
}

function liftWithin(exercise: PrescribedExercise, limits: SafetyLimits, kit: Kit): PrescribedExercise[] {
  const { pattern } = exercise;
  if (pattern === "P8" && !limits.hamstringCurl) return [];
  const careful = exercise.rir < limits.rirMin ? { ...exercise, rir: limits.rirMin } : exercise;
  const rung = rungOf(exercise.exercise);
  if (rung === null || pattern === "PLYO" || pattern === "MOB") return [careful];
  const most = pattern === "P8" && !limits.nordics ? Math.min(CURL_RUNG_MAX, limits.rungMax) : limits.rungMax;
  if (rung <= most) return [careful];
  const lower = nearestRungDown(kit, pattern, most as Rung);
  if (lower === null) return [];
  // A load belongs to the rung that it was lifted on.
  const { loadGrams: _load, hands: _hands, ...asked } = careful;
  const easier = exerciseId(pattern, lower);
  return [{ ...asked, exercise: easier, perSide: asked.perSide && !isTwoLegged(easier) }];
}
