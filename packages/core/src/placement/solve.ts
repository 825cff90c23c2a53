import { SLOTS, type SessionKind, type Slot } from "../programme";
import { WEEKDAYS } from "../calendar";
import { judgePair, judgePlace, type Finding } from "./findings";
import { placeOn, type Place } from "./place";
import { loadsFrom, RULES } from "./rules";
import type { Habit, SessionDose } from "./types";
import { waysToFill, type GivenKinds, type Way } from "./ways";
import type { WeekFacts } from "./week-facts";

/** A place with what the rules say to it. */
export interface Candidate {
  readonly place: Place;
  readonly findings: readonly Finding[];
  readonly blocked: boolean;
  /** Sum of the penalties at this place. */
  readonly penalty: number;
  /** True when a person or an earlier agreement gave the place: its own broken rules do not count against the week. */
  readonly given: boolean;
}

/** One way to place the week. */
export interface Solution {
  readonly way: Way;
  readonly A: Candidate | null;
  readonly B: Candidate | null;
  readonly pair: Finding | null;
  readonly sum: number;
  readonly habitKept: number;
  /** Minutes from start to start; 0 with fewer than two sessions. */
  readonly gap: number;
}

/** What the solver needs beside the facts. */
export interface Ask {
  /** Sessions whose kind is decided and whose day is open. */
  readonly kinds: GivenKinds;
  readonly given: Readonly<Partial<Record<Slot, Candidate>>>;
  readonly skipped: readonly Slot[];
  readonly habit: Habit;
}

/** The best week, and the best week for each session kind on each day of its slot. */
export interface Solved {
  readonly best: Solution;
  readonly bestOn: (slot: Slot, kind: SessionKind, day: number) => Solution | null;
}

const DAYS = [0, 1, 2, 3, 4, 5, 6] as const;

// Every list of ways holds one that nothing can block, so this is never the answer.
const EMPTY_WEEK: Solution = {
  way: { A: null, B: null, cost: 0 },
  A: null,
  B: null,
  pair: null,
  sum: Infinity,
  habitKept: 0,
  gap: 0,
};

/** Tries every way to place the week that could win, or that tells of another day of the winner's sessions. */
export function solveWeek(ask: Ask, facts: WeekFacts, judged: Judged): Solved {
  const bestOn = bestByDay();
  const quiet = quietDays(ask, facts);
  let best: Solution = EMPTY_WEEK;
  for (const way of waysToFill(kindsOf(ask), ask.skipped)) {
    if (!isWorthTrying(way, best, bestOn.find, judged)) continue;
    for (const A of candidatesFor("A", way.A, ask, judged))
      for (const B of candidatesFor("B", way.B, ask, judged)) {
        const pair = A && B && judgePair(A.place, B.place);
        if (pair?.hard && !(A?.given && B?.given)) continue;
        if (takesLastQuietDay(quiet, A, B)) continue;
        const solution = weigh(way, A, B, pair, ask.habit);
        if (A) bestOn.keep(A.place, solution);
        if (B) bestOn.keep(B.place, solution);
        if (isBetter(solution, best)) best = solution;
      }
  }
  return { best, bestOn: bestOn.find };
}

/** The least that a session can add: the worth of the day after a key run. */
const LEAST_PENALTY = RULES.C13.dayAfterKey;

// Ways come in order of their cost. One that can no longer win tells at most what the week would be with one of the kinds that
// won on another day, and only where it could be cheaper than what is known of that day.
function isWorthTrying(way: Way, best: Solution, bestOn: Solved["bestOn"], judged: Judged): boolean {
  if (way.cost + 2 * LEAST_PENALTY <= best.sum) return true;
  return SLOTS.some((slot) => {
    const kind = way[slot];
    if (kind === null || kind !== best.way[slot]) return false;
    return judged(slot, kind).some(({ blocked, penalty, place }) => {
      const known = bestOn(slot, kind, place.day)?.sum ?? Infinity;
      return !blocked && way.cost + penalty + LEAST_PENALTY <= known;
    });
  });
}

function bestByDay() {
  const kept: Record<Slot, Map<SessionKind, (Solution | null)[]>> = { A: new Map(), B: new Map() };
  return {
    keep({ slot, kind, day }: Place, solution: Solution): void {
      const days = kept[slot].get(kind) ?? DAYS.map(() => null);
      kept[slot].set(kind, days);
      const known = days[day] ?? null;
      if (known === null || isBetter(solution, known)) days[day] = solution;
    },
    find: (slot: Slot, kind: SessionKind, day: number) => kept[slot].get(kind)?.[day] ?? null,
  };
}

/** The seven candidates of a session kind in a slot, Monday first. */
export type Judged = (slot: Slot, kind: SessionKind) => readonly Candidate[];

/** Judges the days of a session kind when they are first asked for. */
export function judgeOnce(doseOf: (slot: Slot, kind: SessionKind) => SessionDose, facts: WeekFacts): Judged {
  const judged = new Map<string, readonly Candidate[]>();
  return (slot, kind) => {
    const known = judged.get(slot + kind);
    if (known) return known;
    const session = { slot, kind, dose: doseOf(slot, kind) };
    const candidates = DAYS.map((day) => candidateAt(placeOn(day, session, facts), facts, "free"));
    judged.set(slot + kind, candidates);
    return candidates;
  };
}

/** Judges a place. */
export function candidateAt(place: Place, facts: WeekFacts, origin: "free" | "given"): Candidate {
  const findings = judgePlace(place, facts);
  return {
    place,
    findings,
    blocked: findings.some((finding) => finding.hard),
    penalty: findings.reduce((sum, finding) => sum + finding.penalty, 0),
    given: origin === "given",
  };
}

/** True when `one` goes before `other`: smaller sum, then habit, larger gap, earlier A, earlier B. */
function isBetter(one: Solution, other: Solution): boolean {
  if (one.sum !== other.sum) return one.sum < other.sum;
  if (one.habitKept !== other.habitKept) return one.habitKept > other.habitKept;
  if (one.gap !== other.gap) return one.gap > other.gap;
  if (dayOf(one.A) !== dayOf(other.A)) return dayOf(one.A) < dayOf(other.A);
  return dayOf(one.B) < dayOf(other.B);
}

/** The days that C15 is about. */
export interface QuietDays {
  readonly isQuiet: readonly boolean[];
  readonly count: number;
}

/** C15: the days that sessions may not all take. Null when the runs, or given sessions, leave none anyway. */
export function quietDays({ given }: Pick<Ask, "given">, { isQuiet }: WeekFacts): QuietDays | null {
  const count = isQuiet.filter(Boolean).length;
  const days = { isQuiet, count };
  return count - daysTaken(days, given.A ?? null, given.B ?? null) < RULES.C15.quietDays ? null : days;
}

/** True when the sessions would take the last quiet day of the week. */
export function takesLastQuietDay(days: QuietDays | null, A: Candidate | null, B: Candidate | null): boolean {
  return days !== null && days.count - daysTaken(days, A, B) < RULES.C15.quietDays;
}

function daysTaken(days: QuietDays, A: Candidate | null, B: Candidate | null): number {
  const byA = takesDay(days, A) ? 1 : 0;
  return A?.place.day === B?.place.day ? byA : byA + (takesDay(days, B) ? 1 : 0);
}

function takesDay({ isQuiet }: QuietDays, candidate: Candidate | null): boolean {
  if (candidate === null || !isQuiet[candidate.place.day]) return false;
  return loadsFrom(candidate.place.dose.legLoad.class, RULES.C15.legsFrom);
}

function candidatesFor(slot: Slot, kind: SessionKind | null, ask: Ask, judged: Judged): readonly (Candidate | null)[] {
  const given = ask.given[slot];
  if (given) return [given];
  if (kind === null) return [null];
  return judged(slot, kind).filter((candidate) => !candidate.blocked);
}

function weigh(way: Way, A: Candidate | null, B: Candidate | null, pair: Finding | null, habit: Habit): Solution {
  return {
    way,
    A,
    B,
    pair,
    sum: way.cost + (A?.penalty ?? 0) + (B?.penalty ?? 0) + (pair?.penalty ?? 0),
    habitKept: keepsHabit(A, habit.A) + keepsHabit(B, habit.B),
    gap: A && B ? Math.abs(A.place.start - B.place.start) : 0,
  };
}

function keepsHabit(candidate: Candidate | null, weekday: Habit[Slot]): number {
  return candidate && weekday === WEEKDAYS[candidate.place.day] ? 1 : 0;
}

function kindsOf({ given, kinds }: Ask): GivenKinds {
  return {
    ...kinds,
    ...(given.A && { A: given.A.place.kind }),
    ...(given.B && { B: given.B.place.kind }),
  };
}

function dayOf(candidate: Candidate | null): number {
  return candidate?.place.day ?? DAYS.length;
}
