import { setWeight } from "../adherence";
import type { Pattern } from "../exercise";
import type { PlanSession } from "../plan/types";
import { plannedSets, prescribe, type Prescription } from "../programme";
import type { LoggedSet } from "../record";
import type { SetsByPattern } from "./muscle-groups";

/** Sets that a session asks, by pattern. */
export function setsAsked(prescription: Prescription): SetsByPattern {
  return countBy(plannedSets(prescription).map(({ exercise }) => exercise.pattern));
}

/**
 * Sets that the plan asks of a session. Where the runner took another session in its place, those of the programme's own: what
 * somebody chose is no measure of what they did.
 */
export function setsPlanned({ kind, prescription }: Pick<PlanSession, "kind" | "prescription">): SetsByPattern {
  if (!isSwapped(prescription, kind)) return setsAsked(prescription);
  // Without kit nothing is asked that some kit would lack.
  return setsAsked(prescribe({ kind, week: prescription.week, kit: "none", maxMinutes: null }));
}

/** Whether the runner chose another session; one that was cut to the minutes or eased on the day is still the plan's. */
function isSwapped({ kind, library, cut, eased }: Prescription, asked: PlanSession["kind"]): boolean {
  return library !== undefined || (kind !== asked && cut === undefined && eased === undefined);
}

/** Sets in which anything was done. */
export function setsLogged(sets: Readonly<Record<string, LoggedSet>>): SetsByPattern {
  const done = Object.values(sets).filter(({ state, amount }) => state !== "skipped" && amount > 0);
  return countBy(done.map(({ pattern }) => pattern));
}

/** Sets of several sessions together. */
export function addSets(all: readonly SetsByPattern[]): SetsByPattern {
  const sum = new Map<Pattern, number>();
  for (const sets of all) for (const [pattern, count] of sets) sum.set(pattern, (sum.get(pattern) ?? 0) + count);
  return sum;
}

/** Weighted sets (ADH2). Balance and mobility are no work that grows too fast. */
export function workOf(sets: SetsByPattern): number {
  return [...sets].reduce((sum, [pattern, count]) => (isEasy(pattern) ? sum : sum + count * setWeight(pattern)), 0);
}

function isEasy(pattern: Pattern): boolean {
  return pattern === "BAL" || pattern === "MOB";
}

function countBy(patterns: readonly Pattern[]): SetsByPattern {
  const counted = new Map<Pattern, number>();
  for (const pattern of patterns) counted.set(pattern, (counted.get(pattern) ?? 0) + 1);
  return counted;
}
