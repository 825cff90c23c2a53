import type { Candidate } from "./candidates";
import type { Configuration, Configurations, Objective, WeekBoard } from "./configurations";
import { MINUTES_PER_DAY, DAYS_PER_WEEK } from "./facts";
import { legsOf } from "./finding";
import { loadsFrom, RULES } from "./rules";
import { lightestBorder, stepsAfter, type Border } from "./state";

/** What a bound looks at of the week before: its late leg sessions, and new rungs that wait or have begun. */
export type Ending = Pick<Border, "late" | "stepA" | "stepB">;

/** What the weeks from `index` on score at least, after a week that ends so. */
export type Remainder = (index: number, ending: Ending) => number;

/** An ending that costs later weeks nothing. */
export const FREE_ENDING: Ending = { late: [], stepA: "none", stepB: "none" };

/** What a bound is made from. */
export interface BoundInput {
  readonly weeks: readonly WeekBoard[];
  readonly first: Border;
  readonly objective: Objective;
  readonly bound: Configurations;
}

/** The least of each week by itself, whatever came before it. */
export function leastByWeek({ weeks, first, bound }: BoundInput): readonly number[] {
  return weeks.map((week) => Math.min(...lightestBorders(week, first).map((border) => bound.least(week, border))));
}

/** The quick bound: the sum of the least of each week. */
export function sumOfLeast(least: readonly number[]): Remainder {
  const sums = Array.from({ length: least.length + 1 }, () => 0);
  for (let index = least.length - 1; index >= 0; index -= 1) sums[index] = (least[index] ?? 0) + (sums[index + 1] ?? 0);
  return (index) => sums[index] ?? 0;
}

/** How far above its least a week is looked at in the close bound, in steps of the first search. It only saves work. */
const REACH = 4;

/**
 * The close bound: the weeks together, with the border between Sunday and Monday and the new rungs that wait, as if every session weighed as
 * little as it can. Worked out backwards, for the endings of weeks that are asked for.
 */
export function closeRemainder(input: BoundInput, least: readonly number[]): Remainder {
  const groups = groupsByWeek(input, least);
  const known = input.weeks.map(() => new Map<number, number>());
  const remainder: Remainder = (index, ending) => {
    if (index >= input.weeks.length) return 0;
    const loaded = ending.late.filter(isLoaded);
    const key = endingKey(loaded, ending, index);
    const kept = known[index]?.get(key);
    if (kept !== undefined) return kept;
    const ofWeek = groups(index, ending);
    // A week further above its least than was looked at scores that much, and is free at its borders.
    let best = ofWeek.beyond + remainder(index + 1, FREE_ENDING);
    for (const { score, early, ending: next } of ofWeek.groups) {
      const points = borderPoints(loaded, early);
      if (points < Infinity) best = Math.min(best, score + points + remainder(index + 1, next));
    }
    known[index]?.set(key, best);
    return best;
  };
  return remainder;
}

interface Groups {
  readonly groups: readonly Group[];
  /** The score above which no configuration was looked at. */
  readonly beyond: number;
}

type Steps = Pick<Ending, "stepA" | "stepB">;

/** The groups of a week, made once for each state of the new rungs. */
function groupsByWeek(input: BoundInput, least: readonly number[]): (index: number, steps: Steps) => Groups {
  const known = input.weeks.map(() => new Map<string, Groups>());
  return (index, { stepA, stepB }) => {
    const week = input.weeks[index];
    if (week === undefined) return { groups: [], beyond: 0 };
    const key = `${stepA} ${stepB}`;
    const made = known[index]?.get(key) ?? groupsOf(week, input, { least: least[index] ?? 0, stepA, stepB });
    known[index]?.set(key, made);
    return made;
  };
}

/** The best of all configurations that are the same to the weeks before and after. */
interface Group {
  readonly score: number;
  readonly early: readonly Candidate[];
  readonly ending: Ending;
}

function groupsOf(
  week: WeekBoard,
  { first, objective, bound }: BoundInput,
  { least, stepA, stepB }: Steps & { readonly least: number },
): Groups {
  const beyond = least + REACH * objective.firstSlack;
  const groups = new Map<string, Group>();
  for (const lightest of lightestBorders(week, first)) {
    const border = { ...lightest, stepA, stepB };
    for (const filled of bound.upTo(week, border, beyond)) {
      if (filled.score > beyond) break;
      const early = earlySessions(week, filled);
      const ending = { late: filled.late.filter(isLoaded), ...stepsAfter(border, week.toPlace, filled) };
      const key = `${keyOf(early, week.index)} ${endingKey(ending.late, ending, week.index + 1)}`;
      if ((groups.get(key)?.score ?? Infinity) > filled.score) groups.set(key, { score: filled.score, early, ending });
    }
  }
  return { groups: [...groups.values()].sort((one, other) => one.score - other.score), beyond };
}

// Which turn of M comes is not known: both are looked at.
function lightestBorders(week: WeekBoard, first: Border): readonly Border[] {
  const border = lightestBorder(first, week.index);
  return week.ask === "M"
    ? [
        { ...border, turn: 1 },
        { ...border, turn: 2 },
      ]
    : [border];
}

function earlySessions({ index }: WeekBoard, { A, B }: Configuration): readonly Candidate[] {
  const until = index * DAYS_PER_WEEK * MINUTES_PER_DAY + RULES.C11.softHours * 60;
  return [A, B].filter(
    (each) => each !== null && !each.given?.leftOut && each.place.start < until && isLoaded(each),
  ) as Candidate[];
}

function isLoaded({ place }: Candidate): boolean {
  return loadsFrom(legsOf(place), RULES.C11.legsFrom);
}

const KEY_WIDTH = 4 * DAYS_PER_WEEK * MINUTES_PER_DAY;

// At most two sessions, each by its distance from the border and whether it was given.
function keyOf(sessions: readonly Candidate[], index: number): number {
  const border = index * DAYS_PER_WEEK * MINUTES_PER_DAY;
  const number = (each: Candidate | undefined) =>
    each === undefined ? 0 : Math.abs(each.place.start - border) * 2 + (each.given ? 1 : 0) + 2;
  return number(sessions[0]) * KEY_WIDTH + number(sessions[1]);
}

const STEP_NUMBERS = { none: 0, waiting: 1, begun: 2 } as const;

function endingKey(loaded: readonly Candidate[], { stepA, stepB }: Steps, index: number): number {
  return keyOf(loaded, index) * 9 + STEP_NUMBERS[stepA] * 3 + STEP_NUMBERS[stepB];
}

function borderPoints(late: readonly Candidate[], early: readonly Candidate[]): number {
  let points = 0;
  for (const one of late)
    for (const other of early) {
      const hours = (other.place.start - one.place.start) / 60;
      if (hours < RULES.C11.hardHours && !(one.given && other.given)) return Infinity;
      if (hours < RULES.C11.softHours) points += RULES.C11.penalty;
    }
  return points;
}
