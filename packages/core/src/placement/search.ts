import { DAYS_PER_WEEK, MINUTES_PER_DAY, type Facts } from "./facts";
import { candidatesOf, type Candidate, type Candidates } from "./candidates";
import {
  configurationsOf,
  pairPenalty,
  weekBoard,
  type Configuration,
  type Configurations,
  type Objective,
  type WeekBoard,
} from "./configurations";
import { pairPoints } from "./apart";
import { closeRemainder, FREE_ENDING, leastByWeek, sumOfLeast, type Remainder } from "./remainder";
import { borderKey, carryOver, costKey, firstBorder, stepsAfter, type Border } from "./state";
import type { WeeksInput } from "./types";

/** A week of the best plan: how it is filled, after what. */
export interface FilledWeek {
  readonly board: WeekBoard;
  readonly border: Border;
  readonly filled: Configuration;
  /** What the sessions of the week before cost it (C11). */
  readonly borderPoints: number;
}

export interface Search {
  readonly weeks: readonly FilledWeek[];
  readonly score: number;
  /** Weeks weighed after one border, all passes together. */
  readonly weighed: number;
  /** False when there were more paths than are followed: the plan keeps every rule, but another one could be better. */
  readonly isProven: boolean;
}

/** The weeks so far, filled in one way. */
interface Path {
  readonly border: Border;
  /** What of the border decides the costs ahead. */
  readonly cost: number;
  readonly score: number;
  /** What the whole plan scores at least. */
  readonly atLeast: number;
  /** Ties, smaller first: days not kept and times not preferred; then the gap and the days of the week. */
  readonly changes: number;
  readonly later: number;
  readonly before: Path | null;
  readonly filled: Configuration | null;
  readonly borderPoints: number;
}

export interface Board {
  readonly input: WeeksInput;
  readonly facts: Facts;
  readonly weeks: readonly WeekBoard[];
  readonly candidates: Candidates;
}

/** The weeks laid out for the search. */
export function boardOf(input: WeeksInput, facts: Facts): Board {
  return {
    input,
    facts,
    weeks: input.weeks.map((toPlace, index) => weekBoard(index, toPlace, facts)),
    candidates: candidatesOf(input, facts),
  };
}

/** Paths that are followed while a first good plan is looked for. Our own choice, it only saves work. */
const FIRST_PATHS = 6;
/**
 * Paths that are followed in the end. Our own choice, it bounds the work: twelve weeks of a runner's plan need a hundred at most. More
 * come together only over half a year in which almost nothing binds and new rungs wait in every other week.
 */
const MOST_PATHS = 1_000;
/** Past every score there is. */
const MOST_SLACK = 2 ** 60;

/**
 * The best way to fill all weeks together: no hard rule broken, then the smallest score, then the ties. Exact: a quick sweep finds
 * a good plan; the last one follows every path that could still be better, and merges paths that later weeks cannot tell apart. Where
 * the quick bound leaves much room, a closer one and a second sweep along it come between.
 */
export function searchWeeks(board: Board, objective: Objective): Search {
  const { weeks, candidates } = board;
  const first = firstBorder(board.input);
  const { exact, bound } = configurationsOf(candidates, objective);
  const bounding = { weeks, first, objective, bound };
  const least = leastByWeek(bounding);
  const sweeper = { weeks, first, exact, weighed: 0, wasCut: false };
  let remainder = sumOfLeast(least);
  let found = firstPath(sweeper, { least, remainder, slack: objective.firstSlack });
  const isFar = found !== null && found.score - remainder(0, first) > objective.firstSlack;
  if (isFar) {
    remainder = closeRemainder(bounding, least);
    found = sweep(sweeper, { ...within(found), remainder, keep: FIRST_PATHS }) ?? found;
  }
  const best = sweep(sweeper, { ...within(found), remainder, keep: MOST_PATHS }) ?? found;
  return {
    weeks: best === null ? [] : weeksOf(best, weeks),
    score: best?.score ?? Infinity,
    weighed: sweeper.weighed,
    isProven: !sweeper.wasCut,
  };
}

interface FirstPath {
  readonly least: readonly number[];
  readonly remainder: Remainder;
  readonly slack: number;
}

/** A good plan, found among weeks that score little more than their least. */
function firstPath(sweeper: Sweeper, { least, remainder, slack }: FirstPath): Path | null {
  for (let reach = slack; reach < MOST_SLACK; reach *= 4) {
    const found = sweep(sweeper, { remainder, limit: Infinity, most: reach, least, keep: FIRST_PATHS });
    if (found) return found;
  }
  return null;
}

function within(found: Path | null): Pick<Reach, "limit" | "most"> {
  const limit = found?.score ?? Infinity;
  return { limit, most: limit };
}

interface Sweeper {
  readonly weeks: readonly WeekBoard[];
  readonly first: Border;
  readonly exact: Configurations;
  weighed: number;
  /** True when the last sweep left paths aside. */
  wasCut: boolean;
}

interface Reach {
  readonly remainder: Remainder;
  /** No plan may score more. */
  readonly limit: number;
  /** How far above its least a week may score, when `least` is given. */
  readonly most: number;
  readonly least?: readonly number[];
  /** How many paths are followed. */
  readonly keep: number;
}

function sweep(sweeper: Sweeper, reach: Reach): Path | null {
  const { first } = sweeper;
  sweeper.wasCut = false;
  let paths: readonly Path[] = [
    { border: first, cost: 0, score: 0, atLeast: 0, changes: 0, later: 0, before: null, filled: null, borderPoints: 0 },
  ];
  for (const week of sweeper.weeks) {
    const next = new Map<number, Path>();
    const least = new Map<number, number>();
    for (const path of paths) follow(path, week, { sweeper, reach, next, least });
    // A dearer path to the same costs ahead was kept only until the cheaper one came.
    paths = [...next.values()].filter(({ cost, score }) => score === least.get(cost));
    const isCut = paths.length > reach.keep;
    if (isCut) paths = [...paths].sort(byPromise).slice(0, reach.keep);
    sweeper.wasCut ||= isCut;
  }
  return paths.length === 0 ? null : paths.reduce((best, path) => (isBetter(path, best) ? path : best));
}

function byPromise(one: Path, other: Path): number {
  return one.atLeast - other.atLeast || better(one, other);
}

interface Following {
  readonly sweeper: Sweeper;
  readonly reach: Reach;
  readonly next: Map<number, Path>;
  /** The least score by what decides the costs ahead. */
  readonly least: Map<number, number>;
}

function follow(path: Path, week: WeekBoard, { sweeper, reach, next, least }: Following): void {
  const { remainder, limit } = reach;
  const most = mostFor(path, week, reach);
  for (const filled of sweeper.exact.upTo(week, path.border, most)) {
    if (filled.score > most) break;
    sweeper.weighed += 1;
    const borderPoints = pointsAtBorder(path.border.late, filled);
    if (borderPoints === Infinity) continue;
    const ending = { late: filled.late, ...stepsAfter(path.border, week.toPlace, filled) };
    const atLeast = path.score + filled.score + borderPoints + remainder(week.index + 1, ending);
    if (atLeast > limit) continue;
    const longer = extend(path, week, { filled, borderPoints, atLeast });
    const cheapest = least.get(longer.cost) ?? Infinity;
    if (longer.score > cheapest) continue;
    least.set(longer.cost, longer.score);
    const key = borderKey(longer.border, longer.cost);
    const known = next.get(key);
    if (known === undefined || isBetter(longer, known)) next.set(key, longer);
  }
}

function mostFor(path: Path, { index }: WeekBoard, { remainder, limit, least, most }: Reach): number {
  if (least !== undefined) return (least[index] ?? 0) + most;
  return limit - path.score - remainder(index + 1, FREE_ENDING);
}

function better(one: Path, other: Path): number {
  return isBetter(one, other) ? -1 : 1;
}

function pointsAtBorder(late: readonly Candidate[], { A, B }: Configuration): number {
  if (late.length === 0) return 0;
  let points = 0;
  for (const earlier of late)
    for (const each of [A, B]) {
      if (each === null || each.given?.leftOut) continue;
      const apart = pairPoints(each.place, earlier.place);
      if (apart === Infinity && !(each.given && earlier.given)) return Infinity;
      points += pairPenalty(each, earlier);
    }
  return points;
}

const NO_DAY = 7;

interface Extension {
  readonly filled: Configuration;
  readonly borderPoints: number;
  readonly atLeast: number;
}

function extend(path: Path, week: WeekBoard, { filled, borderPoints, atLeast }: Extension): Path {
  const { A, B, gap } = filled;
  const { habitA, habitB } = path.border;
  const border = carryOver(path.border, week, filled);
  const kept = (A !== null && A.weekday === habitA ? 1 : 0) + (B !== null && B.weekday === habitB ? 1 : 0);
  const offTime = (A?.atPreferredTime === false ? 1 : 0) + (B?.atPreferredTime === false ? 1 : 0);
  return {
    border,
    cost: costKey(border, (week.index + 1) * DAYS_PER_WEEK),
    score: path.score + filled.score + borderPoints,
    atLeast,
    changes: path.changes - kept * HABIT + offTime,
    later: path.later - gap * GAP + (A?.weekday ?? NO_DAY) * DAY_OF_A + (B?.weekday ?? NO_DAY),
    before: path,
    filled,
    borderPoints,
  };
}

// Ties packed into two numbers, each place wide enough for a hundred weeks.
const HABIT = 1024;
const DAY_OF_A = 1024;
const GAP = 1024 * 1024;

/** True when `one` goes before `other`: smaller score, then days kept, preferred times, larger gaps, earlier A, earlier B, over all weeks; then the first week that differs. */
function isBetter(one: Path, other: Path): boolean {
  if (one.score !== other.score) return one.score < other.score;
  if (one.changes !== other.changes) return one.changes < other.changes;
  if (one.later !== other.later) return one.later < other.later;
  return isEarlier(one, other);
}

function isEarlier(one: Path, other: Path): boolean {
  let isEarlierSoFar = false;
  let left: Path | null = one;
  let right: Path | null = other;
  while (left !== null && right !== null && left !== right) {
    const difference = compareFilled(left.filled, right.filled);
    if (difference !== 0) isEarlierSoFar = difference < 0;
    left = left.before;
    right = right.before;
  }
  return isEarlierSoFar;
}

function compareFilled(one: Configuration | null, other: Configuration | null): number {
  if (one === null || other === null || one === other) return 0;
  return startOf(one.A) - startOf(other.A) || startOf(one.B) - startOf(other.B) || one.way.cost - other.way.cost;
}

function startOf(candidate: Candidate | null): number {
  return candidate?.place.start ?? NO_DAY * 1000 * MINUTES_PER_DAY;
}

function weeksOf(path: Path, weeks: readonly WeekBoard[]): readonly FilledWeek[] {
  const filled: FilledWeek[] = [];
  for (let each: Path | null = path; each?.before; each = each.before) {
    const board = weeks[weeks.length - 1 - filled.length];
    if (board === undefined || each.filled === null) break;
    filled.push({ board, border: each.before.border, filled: each.filled, borderPoints: each.borderPoints });
  }
  return filled.reverse();
}
