import type { HealthFields } from "../record/kinds";
import { worstSoreness } from "./sore-areas";
import type { AdaptRule } from "./types";

// Soreness and pain 0–10, feel 1–5. Thresholds OURS, direction EX.
const SORE_FROM = 4;
const VERY_SORE_FROM = 6;
const TOO_SORE_FROM = 8;
const PAIN_WALKING_FROM = 4;
const HEAVY_FEEL = 2;
const HEAVY_RUNS = 2;
const HEAVY_DAYS = 7;

/** A run that was answered, as the check reads it. */
export interface FeltRun {
  /** Civil days before today. */
  readonly daysAgo: number;
  readonly feel: 1 | 2 | 3 | 4 | 5;
}

export interface PreCheck {
  /** What was said before the start; null = nothing. */
  readonly health: Pick<HealthFields, "sore" | "soreness" | "sleptBadly" | "painWalking" | "limping"> | null;
  /** The latest first. */
  readonly runs: readonly FeltRun[];
  /** A key or long run starts sooner than the rules allow for this session. */
  readonly tooCloseToRun: boolean;
}

/** `asPlanned`, or: a set less, easier and without spring drills; light legs; no legs at all; another day. */
export type PreCheckAction = "asPlanned" | "easier" | "lightLegs" | "noLegs" | "replan";

export interface PreCheckVerdict {
  readonly rule: Extract<AdaptRule, `CHK${number}`>;
  readonly action: PreCheckAction;
  /** What decided: a message key of `adaptation.check`. */
  readonly because: "limping" | "painWalking" | "soreness" | "feelWeek" | "feelRuns" | "sleep" | "run" | "fine";
  /** The figure behind it; null where there is none. */
  readonly found: number | null;
}

/** What the answers before a session make of it: the worst signal wins. */
export function preCheck({ health, runs, tooCloseToRun }: PreCheck): PreCheckVerdict {
  const soreness = health === null ? null : worstSoreness(health);
  if (health?.limping === true) return { rule: "CHK4", action: "noLegs", because: "limping", found: null };
  const walking = health?.painWalking ?? 0;
  if (walking >= PAIN_WALKING_FROM) return { rule: "CHK4", action: "noLegs", because: "painWalking", found: walking };
  if (soreness !== null && soreness >= TOO_SORE_FROM)
    return { rule: "CHK4", action: "noLegs", because: "soreness", found: soreness };
  if (tooCloseToRun) return { rule: "CHK5", action: "replan", because: "run", found: null };
  if (soreness !== null && soreness >= VERY_SORE_FROM)
    return { rule: "CHK3", action: "lightLegs", because: "soreness", found: soreness };
  if (isHeavyWeek(runs)) return { rule: "CHK3", action: "lightLegs", because: "feelWeek", found: null };
  if (soreness !== null && soreness >= SORE_FROM)
    return { rule: "CHK2", action: "easier", because: "soreness", found: soreness };
  if (runs.length >= HEAVY_RUNS && runs.slice(0, HEAVY_RUNS).every(({ feel }) => feel <= HEAVY_FEEL))
    return { rule: "CHK2", action: "easier", because: "feelRuns", found: HEAVY_RUNS };
  if (health?.sleptBadly === true) return { rule: "CHK2", action: "easier", because: "sleep", found: null };
  return { rule: "CHK1", action: "asPlanned", because: "fine", found: soreness };
}

// A week of heavy runs: two or more over at least five days, and no other.
function isHeavyWeek(runs: readonly FeltRun[]): boolean {
  const week = runs.filter(({ daysAgo }) => daysAgo <= HEAVY_DAYS);
  const first = week.at(-1);
  return (
    week.length > HEAVY_RUNS &&
    first !== undefined &&
    first.daysAgo >= HEAVY_DAYS - 2 &&
    week.every(({ feel }) => feel <= HEAVY_FEEL)
  );
}
