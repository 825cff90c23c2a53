import type { Phase } from "./prescription";

/** Weeks of the programme. */
export const PROGRAMME_WEEKS = 12;

const WEEKS_PER_PHASE = 4;

/** Reps in reserve asked for in weeks 1–12. EX */
const RIR_BY_WEEK = [4, 4, 3, 4, 3, 3, 2, 4, 2, 2, 2, 4] as const;

/** Foundation (weeks 1–4), Build (5–8), Strong and springy (9–12). `week` is a programme week, 1–12. */
export function phaseOf(week: number): Phase {
  return Math.ceil(week / WEEKS_PER_PHASE) as Phase;
}

/** True in weeks 4, 8 and 12: same load and exercises, about a third fewer sets. EX */
export function isReducedWeek(week: number): boolean {
  return week % WEEKS_PER_PHASE === 0;
}

/** Reps in reserve that sessions A and B ask for in a programme week, 2–4. EX */
export function rirOf(week: number): number {
  return RIR_BY_WEEK[week - 1] as number;
}

/** After week 12 a new block starts here, rungs and loads as reached. OURS */
export const NEXT_BLOCK_WEEK = 5;

/** The programme week after one, 1–12: week 12 is followed by week 5 of a new block. */
export function weekAfter(week: number): number {
  return week >= PROGRAMME_WEEKS ? NEXT_BLOCK_WEEK : week + 1;
}

/** The reduced week of a week's phase: 4, 8 or 12. */
export function reducedWeekOf(week: number): number {
  return Math.ceil(week / WEEKS_PER_PHASE) * WEEKS_PER_PHASE;
}

/** The first week of a week's phase: 1, 5 or 9. */
export function firstWeekOfPhase(week: number): number {
  return reducedWeekOf(week) - WEEKS_PER_PHASE + 1;
}
