import { daysBetween, WEEKDAYS } from "../calendar";
import {
  afterOneSession,
  AS_NEW_DAYS,
  exposureFamily,
  NO_RETURN,
  returnAfter,
  type Return,
  type Slot,
} from "../programme";
import type { Candidate, Variant } from "./candidates";
import type { Configuration } from "./configurations";
import { DAYS_PER_WEEK, MINUTES_PER_DAY } from "./facts";
import { legsOf } from "./finding";
import { loadsFrom, RULES } from "./rules";
import type { WeeksInput, WeekToPlace } from "./types";

/** A new rung or spring drill of a slot: none, one that waits, or one whose second session comes next. */
export type StepState = "none" | "waiting" | "begun";

/** All that the weeks before a week mean for it. Days count from the first Monday. */
export interface Border {
  /** Weekday of each slot's last session, 0 = Monday; −1 = none. */
  readonly habitA: number;
  readonly habitB: number;
  /** 0–3; more than three times is as three. */
  readonly exposuresA: number;
  readonly exposuresB: number;
  readonly returning: Return;
  /** Day of the last session of class light or above; null = none yet. */
  readonly lastLegs: number | null;
  readonly stepA: StepState;
  readonly stepB: StepState;
  readonly turn: 1 | 2;
  /** Leg sessions that the next week's may come too close to. */
  readonly late: readonly Candidate[];
}

/** From this exposure on nothing is new any more. */
const KNOWN_EXPOSURES = 3;

/** What is known before the first week. */
export function firstBorder({ weeks, habit, exposures, returning, lastLegs, turns = 0 }: WeeksInput): Border {
  const monday = weeks[0]?.monday;
  const weekdayOf = (slot: Slot) => {
    const weekday = habit[slot];
    return weekday === undefined ? -1 : WEEKDAYS.indexOf(weekday);
  };
  return {
    habitA: weekdayOf("A"),
    habitB: weekdayOf("B"),
    exposuresA: known(exposures.A),
    exposuresB: known(exposures.B),
    returning: returning ?? NO_RETURN,
    lastLegs: lastLegs && monday ? daysBetween(monday, lastLegs) : null,
    stepA: "none",
    stepB: "none",
    turn: turns % 2 === 0 ? 1 : 2,
    late: [],
  };
}

/** The border at which week `index` costs least: everything known, nothing returning, nothing near. */
export function lightestBorder(first: Border, index: number): Border {
  return {
    ...first,
    exposuresA: known(first.exposuresA + index),
    exposuresB: known(first.exposuresB + index),
    returning: NO_RETURN,
    lastLegs: null,
    stepA: "none",
    stepB: "none",
    late: [],
  };
}

/** Days between the last leg session and `day`; 0 when there is none. */
export function gapBefore({ lastLegs }: Pick<Border, "lastLegs">, day: number): number {
  return lastLegs === null ? 0 : day - lastLegs;
}

/** True when a session of the kind trains the legs for a gap: class light or above. */
export function isLegSession({ place }: Candidate): boolean {
  return loadsFrom(legsOf(place), "light");
}

/** What the week after `week` sees. */
export function carryOver(
  border: Border,
  week: { readonly index: number; readonly toPlace: WeekToPlace },
  filled: Configuration,
): Border {
  const { A, B } = filled;
  let { exposuresA, exposuresB, returning, lastLegs, turn } = border;
  for (const candidate of inOrder(A, B)) {
    const { kind, day } = candidate.place;
    if (isLegSession(candidate)) {
      const gap = gapBefore({ lastLegs }, day);
      if (gap >= AS_NEW_DAYS) exposuresA = exposuresB = 0;
      returning = afterOneSession(returnAfter(gap) ?? returning);
      lastLegs = day;
    }
    const family = exposureFamily(kind);
    if (family === "A") exposuresA = known(exposuresA + 1);
    if (family === "B") exposuresB = known(exposuresB + 1);
    if (kind === "M") turn = turn === 1 ? 2 : 1;
  }
  return {
    habitA: A ? A.weekday : border.habitA,
    habitB: B ? B.weekday : border.habitB,
    exposuresA,
    exposuresB,
    returning,
    lastLegs,
    ...stepsAfter(border, week.toPlace, filled),
    turn,
    late: filled.late,
  };
}

/** The state of a slot's new rung when the week begins. */
export function stepBefore(border: Pick<Border, "stepA" | "stepB">, { steps }: WeekToPlace, slot: Slot): StepState {
  return steps?.includes(slot) ? "waiting" : slot === "A" ? border.stepA : border.stepB;
}

/** What became of new rungs in a week. */
export function stepsAfter(
  border: Pick<Border, "stepA" | "stepB">,
  toPlace: WeekToPlace,
  { variantA, variantB }: Pick<Configuration, "variantA" | "variantB">,
): Pick<Border, "stepA" | "stepB"> {
  return {
    stepA: stepAfter(stepBefore(border, toPlace, "A"), variantA),
    stepB: stepAfter(stepBefore(border, toPlace, "B"), variantB),
  };
}

function stepAfter(state: StepState, variant: Variant | null): StepState {
  if (!variant?.newRung) return state;
  return state === "waiting" ? "begun" : "none";
}

// The sessions that will be done, the earlier one first.
function inOrder(A: Candidate | null, B: Candidate | null): readonly Candidate[] {
  const a = A === null || A.given?.leftOut ? null : A;
  const b = B === null || B.given?.leftOut ? null : B;
  if (a === null) return b === null ? NONE : [b];
  if (b === null) return [a];
  return a.place.start <= b.place.start ? [a, b] : [b, a];
}

const NONE: readonly Candidate[] = [];

/** The leg sessions of a week that the next week's may come too close to. */
export function lateSessions(index: number, A: Candidate | null, B: Candidate | null): readonly Candidate[] {
  const from = (index + 1) * DAYS_PER_WEEK * MINUTES_PER_DAY - RULES.C11.softHours * 60;
  const isLate = (each: Candidate | null) =>
    each !== null && !each.given?.leftOut && each.place.start > from && isLegSession(each);
  if (!isLate(A) && !isLate(B)) return NONE;
  return [A, B].filter(isLate) as Candidate[];
}

function known(exposures: number): number {
  return Math.min(KNOWN_EXPOSURES, exposures);
}

/** What of the border decides how heavy the week's sessions are, as one number. `weekStart` is the day of its Monday. */
export function doseKey(border: Border, weekStart: number): number {
  return numberOf(border, gapNumber(border, weekStart));
}

/**
 * Everything of the border that decides what later weeks cost, as one number: of two pasts with the same number only the cheaper one can
 * be part of the best plan.
 */
export function costKey(border: Border, weekEnd: number): number {
  const gap = border.lastLegs === null ? 0 : Math.min(AS_NEW_DAYS, weekEnd - border.lastLegs);
  const [first, second] = border.late;
  return (
    (numberOf(border, gap) * LATE_NUMBERS + lateNumber(first, weekEnd)) * LATE_NUMBERS + lateNumber(second, weekEnd)
  );
}

/** Everything of the border that later weeks can see: two equally dear pasts with the same number differ in nothing that comes. */
export function borderKey({ habitA, habitB }: Border, cost: number): number {
  return (cost * 8 + habitA + 1) * 8 + habitB + 1;
}

const STEP_NUMBERS: Readonly<Record<StepState, number>> = { none: 0, waiting: 1, begun: 2 };
const GAP_NUMBERS = AS_NEW_DAYS + 1;

function numberOf({ exposuresA, exposuresB, returning, stepA, stepB, turn }: Border, gap: number): number {
  const known = exposuresA * (KNOWN_EXPOSURES + 1) + exposuresB;
  const returns = returning.sessions === 0 ? 0 : returning.factor === 1.25 ? 1 : 1 + returning.sessions;
  const steps = STEP_NUMBERS[stepA] * 3 + STEP_NUMBERS[stepB];
  return (((known * 4 + returns) * GAP_NUMBERS + gap) * 9 + steps) * 2 + turn - 1;
}

// Minutes before the week's end within the hours of C11, whether it loads, was given, is caught up. With two sessions a week the
// whole key stays below 2^53.
const LATE_NUMBERS = (RULES.C11.softHours * 60 + 1) * 8;

function lateNumber(candidate: Candidate | undefined, weekEnd: number): number {
  if (candidate === undefined) return 0;
  const before = weekEnd * MINUTES_PER_DAY - candidate.place.start;
  const loads = loadsFrom(legsOf(candidate.place), RULES.C11.legsFrom);
  return before * 8 + (loads ? 4 : 0) + (candidate.given ? 2 : 0) + (candidate.place.isCaughtUp ? 1 : 0);
}

// A gap that cannot make the week's sessions new again is none.
function gapNumber({ lastLegs }: Border, weekStart: number): number {
  if (lastLegs === null) return 0;
  const ago = weekStart - lastLegs;
  return returnAfter(ago + DAYS_PER_WEEK - 1) === null ? 0 : Math.min(AS_NEW_DAYS, ago);
}
