import { walk, type WalkStep } from "@legwork/core/programme";
import type { LoggedSet, SessionLogFields } from "@legwork/core/record";

/** Where a begun session stands. It follows from the log alone, so a killed and reopened app stands there too. */
export type Standing =
  | { readonly at: "set"; readonly step: WalkStep; readonly index: number }
  | { readonly at: "after" };

export type SessionLog = Pick<SessionLogFields, "prescription" | "mode" | "sets" | "ending">;

/** Seconds of cool-down and logging after the last set, as the session's minutes count them. */
const COOL_DOWN_SECONDS = 90;

export function stepsOf(log: Pick<SessionLog, "prescription" | "mode">): readonly WalkStep[] {
  return walk(log.prescription, log.mode);
}

/** The first set that is neither done, failed nor skipped; after the last one, or an early end, the questions. */
export function standingOf(log: SessionLog): Standing {
  if (log.ending !== undefined) return { at: "after" };
  const steps = stepsOf(log);
  const index = steps.findIndex((step) => log.sets[step.entry] === undefined);
  const step = steps[index];
  return step === undefined ? { at: "after" } : { at: "set", step, index };
}

/** The next open set after `entry`, once that one is settled. */
export function nextAfter(log: SessionLog, entry: string): WalkStep | null {
  return stepsOf(log).find((step) => step.entry !== entry && log.sets[step.entry] === undefined) ?? null;
}

/** Seconds to rest between a settled set and the next: its own rest, and setting up when a new block begins. 0 = go on. */
export function restBetween(settled: WalkStep, next: WalkStep | null): number {
  if (next === null) return 0;
  const newBlock = settled.pair !== next.pair || settled.pair === null;
  return settled.restSecondsAfter + (newBlock ? next.setUpSeconds : 0);
}

/** Seconds that the open sets still take, with their rests and the cool-down. */
export function secondsLeft(log: SessionLog): number {
  const open = stepsOf(log).filter((step) => log.sets[step.entry] === undefined);
  const seconds = open.map((step) => step.setUpSeconds + step.workSeconds + step.changeSeconds + step.restSecondsAfter);
  return seconds.reduce((sum, each) => sum + each, COOL_DOWN_SECONDS);
}

/** The block a step stands in: its pair in supersets, its exercise in straight sets or among the spring drills. */
export function blockOf(log: SessionLog, step: WalkStep): readonly WalkStep[] {
  return stepsOf(log).filter((each) =>
    log.mode === "superset" && step.pair !== null
      ? each.pair === step.pair
      : each.pair === step.pair && each.exercise.exercise === step.exercise.exercise,
  );
}

export interface Progress {
  readonly pair: number;
  readonly pairs: number;
  readonly round: number;
  readonly rounds: number;
}

/** "Pair 1 of 3", "Round 2 of 3". A spring drill has no pair: 0. */
export function progressOf(log: SessionLog, step: WalkStep): Progress {
  return {
    pair: step.pair === null ? 0 : step.pair + 1,
    pairs: log.prescription.pairs.length,
    round: step.setNumber,
    rounds: Math.max(...blockOf(log, step).map((each) => each.setNumber)),
  };
}

export function settledSets(sets: Readonly<Record<string, LoggedSet>>): number {
  return Object.values(sets).filter((set) => set.state !== "skipped").length;
}
