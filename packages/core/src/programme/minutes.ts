import type { PrescribedExercise, Prescription, SessionMinutes } from "./prescription";
import {
  COOL_DOWN_SECONDS,
  drillRestSeconds,
  PAIR_CHANGE_SECONDS,
  pairRestSeconds,
  SET_UP_SECONDS,
  setSeconds,
  straightRestSeconds,
  warmUpSeconds,
} from "./seconds";

/**
 * Minutes of a session, to one decimal, warm-up and cool-down included: the seconds of its walk, counted without walking it, for a
 * library or a plan asks this of hundreds of sessions at once.
 */
export function sessionMinutes(prescription: Prescription): SessionMinutes {
  const around = warmUpSeconds(prescription) + COOL_DOWN_SECONDS + drillSeconds(prescription);
  return {
    superset: minutesFrom(around + supersetSeconds(prescription)),
    straight: minutesFrom(around + straightSeconds(prescription)),
  };
}

function minutesFrom(seconds: number): number {
  return Number((seconds / 60).toFixed(1));
}

function drillSeconds({ plyo, kind }: Prescription): number {
  let seconds = 0;
  for (const drill of plyo) seconds += drill.sets * (setSeconds(drill) + drillRestSeconds(drill, kind));
  return seconds;
}

function supersetSeconds({ pairs, phase }: Prescription): number {
  let seconds = SET_UP_SECONDS * Math.max(0, pairs.length - 1);
  for (const pair of pairs) {
    let rounds = 0;
    let sets = 0;
    for (const exercise of pair) {
      rounds = Math.max(rounds, exercise.sets);
      sets += exercise.sets;
      seconds += exercise.sets * setSeconds(exercise);
    }
    seconds += Math.max(0, rounds - 1) * pairRestSeconds(phase, pair);
    // Each set but a round's last changes to its partner; an exercise without one keeps the change as rest.
    seconds += PAIR_CHANGE_SECONDS * (pair.length === 1 ? sets : sets - rounds);
  }
  return seconds;
}

function straightSeconds({ pairs, phase }: Prescription): number {
  let seconds = 0;
  let blocks = 0;
  let lastRest = 0;
  for (const pair of pairs)
    for (const exercise of pair) {
      lastRest = restAfter(exercise, phase);
      seconds += exercise.sets * (setSeconds(exercise) + lastRest);
      blocks += 1;
    }
  return seconds - lastRest + SET_UP_SECONDS * Math.max(0, blocks - 1);
}

function restAfter({ pattern }: PrescribedExercise, phase: Prescription["phase"]): number {
  return pattern === "PLYO" ? 0 : straightRestSeconds(pattern, phase);
}
