import {
  AS_NEW_DAYS,
  afterOneSession,
  returnAfter,
  type Return,
  type ReturnFactor,
  type SessionKind,
  type Slot,
} from "../programme";
import type { Candidate, Candidates, Variant } from "./candidates";
import { DAYS_PER_WEEK, type Facts } from "./facts";
import { pairPoints } from "./apart";
import { legsOf } from "./finding";
import { loadsFrom, RULES } from "./rules";
import { quietDaysOf, takesLastQuietDay, type QuietDays } from "./quiet-days";
import { doseKey, gapBefore, isLegSession, lateSessions, stepBefore, type Border } from "./state";
import type { FixedSession, WeekToPlace } from "./types";
import { waysToFill, type Way, type WeekAsk } from "./ways";

/** One way to place a week, judged by itself. */
export interface Configuration {
  readonly way: Way;
  readonly A: Candidate | null;
  readonly B: Candidate | null;
  readonly variantA: Variant | null;
  readonly variantB: Variant | null;
  /** What is given up, and the penalties. */
  readonly sum: number;
  /** What the search makes smallest: `sum`, or what comes before it when a plan is changed. */
  readonly score: number;
  /** Minutes from start to start; 0 with fewer than two sessions. */
  readonly gap: number;
  /** Leg sessions that the next week's may come too close to. */
  readonly late: readonly Candidate[];
}

/** A week as the search sees it. */
export interface WeekBoard {
  readonly index: number;
  readonly toPlace: WeekToPlace;
  readonly ask: WeekAsk;
  readonly ways: readonly Way[];
  readonly fixed: Readonly<Partial<Record<Slot, FixedSession>>>;
  readonly quiet: QuietDays;
}

/** What the search makes smallest. */
export interface Objective {
  /** The least that any week filled this way can score. */
  readonly atLeast: (way: Way, week: WeekBoard) => number;
  readonly score: (filled: Pick<Configuration, "way" | "A" | "B" | "sum">, week: WeekBoard) => number;
  /** The penalties that two sessions may have at most for the week to score `upTo`; more than that is not looked at. */
  readonly mostPenalty: (way: Way, week: WeekBoard, upTo: number) => number;
  /** How far above its least a week may score while a first good plan is looked for; it only saves work. */
  readonly firstSlack: number;
  /** Places beside the free ones that a session may take: where it stands. */
  readonly extra?: (week: WeekBoard, slot: Slot, kind: SessionKind, variant: Variant) => readonly Candidate[];
}

/** The least that a session can add: the worth of the day after a key run. */
const LEAST_PENALTY = RULES.C13.dayAfterKey;

/** No hard rule broken, then the smallest sum of penalties and of what was given up. */
export const SMALLEST_SUM: Objective = {
  atLeast: ({ cost }) => cost + 2 * LEAST_PENALTY,
  score: ({ sum }) => sum,
  mostPenalty: ({ cost }, _, upTo) => upTo - cost,
  firstSlack: 12,
};

export function weekBoard(index: number, toPlace: WeekToPlace, facts: Facts): WeekBoard {
  const fixed = Object.fromEntries(toPlace.fixed.map((session) => [session.slot, session])) as WeekBoard["fixed"];
  const given = Object.fromEntries(toPlace.fixed.map(({ slot, kind }) => [slot, kind]));
  const ask = toPlace.ask ?? "AB";
  const { skipped, first } = toPlace;
  return {
    index,
    toPlace,
    ask,
    ways: waysToFill({ ask, given, skipped, ...(first === undefined ? {} : { first }) }),
    fixed,
    quiet: quietDaysOf(index, facts),
  };
}

/** The ways to place weeks, made once for all borders after which a week's sessions weigh the same. */
export interface Configurations {
  /** All that score `upTo` or less after a border, those that score less first; more may follow. */
  readonly upTo: (week: WeekBoard, border: Border, upTo: number) => readonly Configuration[];
  /** What the week scores at least after a border. */
  readonly least: (week: WeekBoard, border: Border) => number;
}

interface Known {
  readonly upTo: number;
  readonly list: readonly Configuration[];
}

/** `exact`: as the rules have it. `bound`: for the least that a week can score, whatever came before it. */
export function configurationsOf(
  candidates: Candidates,
  objective: Objective,
): Readonly<Record<Filling["use"], Configurations>> {
  const exact = configurationsFor({ candidates, objective, use: "exact" });
  const bound = configurationsFor({ candidates, objective, use: "bound" });
  // Only given sessions make a difference between the two.
  const boundOf = (week: WeekBoard) => (week.toPlace.fixed.length === 0 ? exact : bound);
  return {
    exact,
    bound: {
      upTo: (week, border, upTo) => boundOf(week).upTo(week, border, upTo),
      least: (week, border) => boundOf(week).least(week, border),
    },
  };
}

function configurationsFor(how: Pick<Filling, "candidates" | "objective" | "use">): Configurations {
  const known: Map<number, Known>[] = [];
  const make = (week: WeekBoard, border: Border, reach: Filling["reach"]): Known => {
    const list: Configuration[] = [];
    for (const way of week.ways) {
      if (how.objective.atLeast(way, week) > reach.upTo) break;
      fill(way, { week, border, reach, ...how }, list);
    }
    const within = list.filter(({ score }) => score <= reach.upTo).sort((one, other) => one.score - other.score);
    const made = { upTo: reach.upTo, list: within };
    const ofWeek = (known[week.index] ??= new Map());
    ofWeek.set(doseKey(border, week.index * DAYS_PER_WEEK), made);
    return made;
  };
  const find = (week: WeekBoard, border: Border) => known[week.index]?.get(doseKey(border, week.index * DAYS_PER_WEEK));
  return {
    upTo: (week, border, upTo) => {
      const found = find(week, border);
      return (found && found.upTo >= upTo ? found : make(week, border, { upTo, slack: Infinity })).list;
    },
    least: (week, border) => {
      const slack = how.objective.firstSlack;
      const [found] = find(week, border)?.list ?? [];
      return (found ?? make(week, border, { upTo: Infinity, slack }).list[0])?.score ?? Infinity;
    },
  };
}

interface Filling {
  readonly week: WeekBoard;
  readonly border: Border;
  readonly candidates: Candidates;
  readonly objective: Objective;
  readonly use: "exact" | "bound";
  /** What scores more is not kept; it comes down to `slack` above the least that was found. */
  readonly reach: { upTo: number; readonly slack: number };
}

/** A session's candidates as far as their leg load is decided by themselves: by what a gap makes of them. */
interface Option {
  readonly variant: Variant;
  /** The same as each return makes it, made once: pairs of places ask for it again and again. */
  readonly byReturn: Readonly<Record<Exclude<ReturnFactor, 1> | "asNew", Option>> | null;
  readonly plain: readonly Candidate[];
}

function fill(way: Way, filling: Filling, into: Configuration[]): void {
  for (const a of optionsOf("A", way.A, filling))
    for (const b of optionsOf("B", way.B, filling)) combine(way, a, b, filling, into);
}

const NO_SESSION: Option = {
  variant: { exposures: 0, returning: 1, step: "none", newRung: false, turn: 1 },
  byReturn: null,
  plain: [],
};

function optionsOf(slot: Slot, kind: SessionKind | null, filling: Filling): readonly Option[] {
  if (kind === null) return [NO_SESSION];
  return variantsOf(slot, kind, filling).map((variant) => {
    const option = (changes: Partial<Variant>): Option => {
      const changed = { ...variant, ...changes };
      return { variant: changed, byReturn: null, plain: listOf(slot, kind, changed, filling) };
    };
    const plain = option({});
    if (isPlain(filling)) return plain;
    const asNew = option({ returning: 1.5, exposures: 0 });
    return { ...plain, byReturn: { 1.25: option({ returning: 1.25 }), 1.5: option({ returning: 1.5 }), asNew } };
  });
}

function listOf(slot: Slot, kind: SessionKind, variant: Variant, filling: Filling): readonly Candidate[] {
  const { week, candidates, objective } = filling;
  const fixed = week.fixed[slot];
  if (fixed) return [candidates.given(week.index, fixed, variant)];
  const free = candidates.free(week.index, slot, kind, variant);
  const extra = objective.extra?.(week, slot, kind, variant) ?? [];
  return extra.length === 0 ? free : [...free, ...extra];
}

// What waits may begin here or wait on; both are tried.
function variantsOf(slot: Slot, kind: SessionKind, { week, border }: Filling): readonly Variant[] {
  const exposures = slot === "A" ? border.exposuresA : border.exposuresB;
  const plain: Variant = { exposures, returning: 1, step: "none", newRung: false, turn: border.turn };
  const isWhole = kind === slot || kind === "M";
  if (!isWhole || week.fixed[slot]) return [plain];
  const step = stepBefore(border, week.toPlace, slot);
  if (step !== "waiting") return [{ ...plain, newRung: step === "begun" }];
  const waits: Variant = { ...plain, step: "waits" };
  return week.toPlace.holdSteps ? [waits] : [{ ...plain, step: "taken", newRung: true }, waits];
}

// True when no gap and no return makes this week's sessions new again.
function isPlain({ week, border }: Filling): boolean {
  const lastDay = (week.index + 1) * DAYS_PER_WEEK - 1;
  return border.returning.sessions === 0 && returnAfter(gapBefore(border, lastDay)) === null;
}

function combine(way: Way, a: Option, b: Option, filling: Filling, into: Configuration[]): void {
  if (a === NO_SESSION && b === NO_SESSION) keep({ way, A: null, B: null, a, b }, filling, into);
  else if (a === NO_SESSION || b === NO_SESSION) combineOne(way, a, b, filling, into);
  else if (a.byReturn === null || b.byReturn === null) combineTwo(way, a, b, filling, into);
  else combineReturning(way, a, b, filling, into);
}

function combineOne(way: Way, a: Option, b: Option, filling: Filling, into: Configuration[]): void {
  const isA = b === NO_SESSION;
  const option = isA ? a : b;
  for (const [index, plain] of option.plain.entries()) {
    const chosen = withReturn(option, returnFor(plain, filling));
    const candidate = chosen.plain[index];
    if (candidate === undefined || !candidate.isOpen || leavesNoQuietDay(filling, candidate, null)) continue;
    const [A, B] = isA ? [candidate, null] : [null, candidate];
    keep({ way, A, B, a: isA ? chosen : a, b: isA ? b : chosen }, filling, into);
  }
}

// Most weeks end here: nothing returns, and two lists are all there is.
function combineTwo(way: Way, a: Option, b: Option, filling: Filling, into: Configuration[]): void {
  const { week } = filling;
  for (const A of a.plain) {
    if (!A.isOpen) continue;
    const most = filling.objective.mostPenalty(way, week, filling.reach.upTo);
    for (const B of b.plain) {
      if (!B.isOpen || A.penalty + B.penalty > most) continue;
      if (isForbidden(A, B, filling)) continue;
      keep({ way, A, B, a, b }, filling, into);
    }
  }
}

// The first leg session of the week is made new by the gap before it, the second by what is left of the return.
function combineReturning(way: Way, a: Option, b: Option, filling: Filling, into: Configuration[]): void {
  const { week } = filling;
  const returnsB = b.plain.map((each) => returnsOf(each, filling));
  for (const [i, plainA] of a.plain.entries()) {
    const ofA = returnsOf(plainA, filling);
    const most = filling.objective.mostPenalty(way, week, filling.reach.upTo);
    for (let j = 0; j < b.plain.length; j += 1) {
      const plainB = b.plain[j];
      const ofB = returnsB[j];
      if (plainB === undefined || ofB === undefined) continue;
      const isAFirst = plainA.place.start <= plainB.place.start;
      const chosenA = withReturn(a, isAFirst ? ofA.own : (ofB.left ?? ofA.own));
      const chosenB = withReturn(b, isAFirst ? (ofA.left ?? ofB.own) : ofB.own);
      const A = chosenA.plain[i];
      const B = chosenB.plain[j];
      if (!A?.isOpen || !B?.isOpen || A.penalty + B.penalty > most || isForbidden(A, B, filling)) continue;
      keep({ way, A, B, a: chosenA, b: chosenB }, filling, into);
    }
  }
}

interface Returns {
  /** What the session is made by the gap before it. */
  readonly own: Renewal;
  /** What it leaves of that for the next one; null when it does not count and leaves the gap as it is. */
  readonly left: Renewal | null;
}

function returnsOf(candidate: Candidate, filling: Filling): Returns {
  const own = returnFor(candidate, filling);
  const counts = isLegSession(candidate) && !candidate.given?.leftOut;
  return { own, left: counts ? afterFirst(own) : null };
}

/** What a gap before a session makes of it. */
interface Renewal {
  readonly returning: Return;
  /** After a very long gap nothing counts as done before. */
  readonly isAsNew: boolean;
}

// What a gap before the week's first leg session, or an earlier one, makes of it.
function returnFor(candidate: Candidate, { border }: Filling): Renewal {
  const gap = gapBefore(border, candidate.place.day);
  return { returning: returnAfter(gap) ?? border.returning, isAsNew: gap >= AS_NEW_DAYS };
}

function afterFirst({ returning, isAsNew }: Renewal): Renewal {
  return { returning: afterOneSession(returning), isAsNew };
}

// The option as the return makes it. As new is what a long gap makes of both sessions as long as the return lasts.
function withReturn(option: Option, { returning: { sessions, factor }, isAsNew }: Renewal): Option {
  if (option.byReturn === null || sessions === 0 || factor === 1) return option;
  return option.byReturn[isAsNew ? "asNew" : factor];
}

function isForbidden(A: Candidate, B: Candidate, filling: Filling): boolean {
  const isGiven = A.given !== null && B.given !== null;
  return (!isGiven && isForbiddenPair(A, B, filling.week)) || leavesNoQuietDay(filling, A, B);
}

function isForbiddenPair(A: Candidate, B: Candidate, week: WeekBoard): boolean {
  if (A.given?.leftOut || B.given?.leftOut) return A.place.day === B.place.day;
  return pairPoints(A.place, B.place) === Infinity || isTooMuchForWeek(A, B, week);
}

/** C18: true when more sessions load the legs than a high-volume week has room for. */
export function isTooMuchForWeek(A: Candidate, B: Candidate, { ask }: Pick<WeekBoard, "ask">): boolean {
  if (ask !== "AL") return false;
  const loaded = [A, B].filter(({ place }) => loadsFrom(legsOf(place), RULES.C18.legsFrom));
  return loaded.length > RULES.C18.sessions;
}

// With given sessions the rule may hold or not by how heavy they are: a bound does without it.
function leavesNoQuietDay({ week, use }: Filling, A: Candidate | null, B: Candidate | null): boolean {
  if (use === "bound" && week.toPlace.fixed.length > 0) return false;
  return takesLastQuietDay(week.quiet, [A, B], [A?.given ? A : null, B?.given ? B : null]);
}

interface Combined {
  readonly way: Way;
  readonly A: Candidate | null;
  readonly B: Candidate | null;
  readonly a: Option;
  readonly b: Option;
}

function keep({ way, A, B, a, b }: Combined, { week, objective, reach }: Filling, into: Configuration[]): void {
  const sum = way.cost + (A?.penalty ?? 0) + (B?.penalty ?? 0) + pairPenalty(A, B);
  const score = objective.score({ way, A, B, sum }, week);
  if (score > reach.upTo) return;
  reach.upTo = Math.min(reach.upTo, score + reach.slack);
  into.push({
    way,
    A,
    B,
    variantA: A && a.variant,
    variantB: B && b.variant,
    sum,
    score,
    gap: A && B ? Math.abs(A.place.start - B.place.start) : 0,
    late: lateSessions(week.index, A, B),
  });
}

/** What two sessions cost each other; between two given ones a broken rule costs what it would if it were not hard. */
export function pairPenalty(one: Candidate | null, other: Candidate | null): number {
  if (one === null || other === null || one.given?.leftOut || other.given?.leftOut) return 0;
  const points = pairPoints(one.place, other.place);
  if (points !== Infinity) return points;
  return one.place.day === other.place.day ? 0 : RULES.C11.penalty;
}
