import type { SessionKind, Slot } from "../programme/prescription";
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

/** Tries every way to place the week. */
export function solveWeek(ask: Ask, facts: WeekFacts, judged: Judged): Solved {
  const bestOn = new Map<string, Solution>();
  const quiet = quietDays(ask, facts);
  let best: Solution = EMPTY_WEEK;
  for (const way of waysToFill(kindsOf(ask), ask.skipped)) {
    const candidatesA = candidatesFor("A", way.A, ask, judged);
    const candidatesB = candidatesFor("B", way.B, ask, judged);
    for (const A of candidatesA)
      for (const B of candidatesB) {
        const pair = A && B && judgePair(A.place, B.place);
        if (pair?.hard && !(A?.given && B?.given)) continue;
        if (takesLastQuietDay(quiet, A, B)) continue;
        const solution = weigh(way, A, B, pair, ask.habit);
        if (A) keepBetter(bestOn, keyOf("A", A.place.kind, A.place.day), solution);
        if (B) keepBetter(bestOn, keyOf("B", B.place.kind, B.place.day), solution);
        if (isBetter(solution, best)) best = solution;
      }
  }
  return { best, bestOn: (slot, kind, day) => bestOn.get(keyOf(slot, kind, day)) ?? null };
}

/** Candidates by slot, kind and day, each judged once. */
export interface Judged {
  readonly on: (slot: Slot, kind: SessionKind, day: number) => Candidate;
}

/** Judges each candidate when it is first asked for. */
export function judgeOnce(doseOf: (slot: Slot, kind: SessionKind) => SessionDose, facts: WeekFacts): Judged {
  const judged = new Map<string, Candidate>();
  return {
    on(slot, kind, day) {
      const key = keyOf(slot, kind, day);
      const known = judged.get(key);
      if (known) return known;
      const candidate = candidateAt(placeOn(day, { slot, kind, dose: doseOf(slot, kind) }, facts), facts, "free");
      judged.set(key, candidate);
      return candidate;
    },
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
export function isBetter(one: Solution, other: Solution): boolean {
  if (one.sum !== other.sum) return one.sum < other.sum;
  if (one.habitKept !== other.habitKept) return one.habitKept > other.habitKept;
  if (one.gap !== other.gap) return one.gap > other.gap;
  if (dayOf(one.A) !== dayOf(other.A)) return dayOf(one.A) < dayOf(other.A);
  return dayOf(one.B) < dayOf(other.B);
}

/** C15: the days that sessions may not all take. Null when the runs, or given sessions, leave none anyway. */
export function quietDays(ask: Pick<Ask, "given">, facts: WeekFacts): readonly boolean[] | null {
  const taken = new Set([ask.given.A, ask.given.B].map((given) => (given && isLoud(given) ? given.place.day : null)));
  const left = facts.isQuiet.filter((isQuiet, day) => isQuiet && !taken.has(day)).length;
  return left < RULES.C15.quietDays ? null : facts.isQuiet;
}

/** True when the sessions would take the last quiet day of the week. */
export function takesLastQuietDay(quiet: readonly boolean[] | null, A: Candidate | null, B: Candidate | null): boolean {
  if (quiet === null) return false;
  let left = 0;
  for (const day of DAYS) {
    const isTaken = (A?.place.day === day && isLoud(A)) || (B?.place.day === day && isLoud(B));
    if (quiet[day] && !isTaken) left += 1;
  }
  return left < RULES.C15.quietDays;
}

function isLoud({ place }: Candidate): boolean {
  return loadsFrom(place.dose.legLoad.class, RULES.C15.legsFrom);
}

function candidatesFor(slot: Slot, kind: SessionKind | null, ask: Ask, judged: Judged): readonly (Candidate | null)[] {
  const given = ask.given[slot];
  if (given) return [given];
  if (kind === null) return [null];
  return DAYS.map((day) => judged.on(slot, kind, day)).filter((candidate) => !candidate.blocked);
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

function keepBetter(kept: Map<string, Solution>, key: string, solution: Solution): void {
  const known = kept.get(key);
  if (!known || isBetter(solution, known)) kept.set(key, solution);
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

function keyOf(slot: Slot, kind: SessionKind, day: number): string {
  return `${slot}${kind}${day}`;
}
