import { setWeight } from "../adherence";
import type { Pattern } from "../exercise";
import { plannedSets, type Prescription } from "../programme";
import type { LoggedSet } from "../record";
import type { SetsByPattern } from "./muscle-groups";

/** Sets that a session asks, by pattern. */
export function setsAsked(prescription: Prescription): SetsByPattern {
  return countBy(plannedSets(prescription).map(({ exercise }) => exercise.pattern));
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
