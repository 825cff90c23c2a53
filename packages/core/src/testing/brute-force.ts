import { addDays, clockTimeFrom } from "../calendar";
import type { FixedSession, WeekInput, WeeksInput } from "../placement";
import { SESSION_KINDS, SLOTS, type SessionKind, type Slot } from "../programme";
import { asWeeks, judgedOf, weigh, type Judged, type SessionAt, type SessionInPlan } from "./book-plan";
import { DAY, dayOf, openBook, timesOf, type Book, type Session } from "./book-rules";
import {
  pastAfter,
  pastBefore,
  pastOfWeek,
  pastOnDay,
  returnFactor,
  takesSteps,
  waysOf,
  type Past,
} from "./book-weeks";

/** The best plans of an honest search: several when nothing in the order of ties tells them apart. */
export interface BestPlans {
  readonly sum: number;
  /** The sessions of each in order of their start, as `nameOf` writes them. */
  readonly plans: readonly (readonly string[])[];
}

/** Every way to place the week, judged by the book. */
export function bruteForceWeek(input: WeekInput): BestPlans {
  return bruteForceWeeks(asWeeks(input));
}

/**
 * Every way to place the weeks one after the other, judged by the book; meant for two or three weeks. Left aside is only what can no
 * longer become as good as the best so far: no two pasts are taken for one.
 */
export function bruteForceWeeks(input: WeeksInput): BestPlans {
  const search: Search = { book: openBook(input), kept: new Map(), best: { rank: [Infinity], plans: [] } };
  placeFrom(search, { week: 0, past: pastBefore(input), sum: 0, weeks: [] });
  const { rank, plans } = search.best;
  return {
    sum: rank[0] ?? Infinity,
    plans: plans.map((weeks) => weeks.flat().map((each) => sessionName(input, each))),
  };
}

/** `A 2026-08-31 18:00`: kind, date and start. */
export function nameOf({ kind, date, startTime }: Pick<FixedSession, "kind" | "date" | "startTime">): string {
  return `${kind} ${date} ${startTime}`;
}

function sessionName({ weeks }: WeeksInput, { kind, day, start }: Session): string {
  const first = weeks[0]?.monday;
  return first === undefined
    ? ""
    : nameOf({ kind, date: addDays(first, day), startTime: clockTimeFrom(start - day * DAY) });
}

type Week = readonly Session[];

interface Search {
  readonly book: Book;
  /** What the rules say to a place is kept, as it is asked for again and again. */
  readonly kept: Map<number, Judged>;
  best: { readonly rank: readonly number[]; readonly plans: readonly (readonly Week[])[] };
}

/** The weeks so far. */
interface Path {
  readonly week: number;
  readonly past: Past;
  readonly sum: number;
  readonly weeks: readonly Week[];
}

/** On the day after a key run: less no session can cost, nor two of them a week. */
const LEAST_OF_A_SESSION = -3;
const LEAST_OF_A_WEEK = 2 * LEAST_OF_A_SESSION;

function placeFrom(search: Search, path: Path): void {
  const { weeks } = search.book.input;
  if (path.week === weeks.length) {
    keepBest(search, path);
    return;
  }
  const ahead = (weeks.length - path.week - 1) * LEAST_OF_A_WEEK;
  const most = () => (search.best.rank[0] ?? Infinity) - path.sum - ahead;
  const filled = fillings(search, path, most()).toSorted((one, other) => one.sum - other.sum);
  for (const { sessions, past, sum } of filled) {
    if (sum > most()) return;
    placeFrom(search, { week: path.week + 1, past, sum: path.sum + sum, weeks: [...path.weeks, sessions] });
  }
}

function keepBest(search: Search, { sum, weeks }: Path): void {
  const rank = [sum, ...tiesOf(search.book.input, weeks)];
  const first = rank.findIndex((value, index) => value !== search.best.rank[index]);
  if (first < 0) search.best = { rank, plans: [...search.best.plans, weeks] };
  else if ((rank[first] ?? 0) < (search.best.rank[first] ?? Infinity)) search.best = { rank, plans: [weeks] };
}

// Days kept, preferred times, gaps, days of A, days of B, then each week's starts of A and B; smaller goes first.
function tiesOf(input: WeeksInput, weeks: readonly Week[]): readonly number[] {
  const inSlot = (slot: Slot) => weeks.map((sessions) => sessions.find((each) => each.slot === slot) ?? null);
  const bySlot = { A: inSlot("A"), B: inSlot("B") };
  const weekdays = (slot: Slot) => bySlot[slot].map((each) => (each === null ? 7 : each.day % 7));
  const { habit } = pastBefore(input);
  return [
    -sumOf(SLOTS.map((slot) => daysKept(habit[slot], bySlot[slot]))),
    weeks.flat().filter(({ isAtOtherTime }) => isAtOtherTime).length,
    -sumOf(weeks.map(([one, other]) => (one && other ? Math.abs(one.start - other.start) : 0))),
    sumOf(weekdays("A")),
    sumOf(weekdays("B")),
    ...weeks.flatMap((_, week) => SLOTS.map((slot) => bySlot[slot][week]?.start ?? Infinity)),
  ];
}

function daysKept(habit: number | null, sessions: readonly (Session | null)[]): number {
  let last = habit;
  let kept = 0;
  for (const session of sessions) {
    if (session === null) continue;
    if (session.day % 7 === last) kept += 1;
    last = session.day % 7;
  }
  return kept;
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

/** A week filled in one way, after a past. */
interface Filled {
  readonly sessions: Week;
  readonly past: Past;
  readonly sum: number;
}

function fillings(search: Search, path: Path, most: number): readonly Filled[] {
  const toPlace = search.book.input.weeks[path.week];
  if (toPlace === undefined) return [];
  const past = pastOfWeek(path.past, toPlace);
  const found: Filled[] = [];
  for (const [A, B, cost] of waysOf(toPlace)) {
    if (cost + LEAST_OF_A_WEEK > most) continue;
    const choicesA = choicesFor(search, { week: path.week, slot: "A", kind: A, past });
    const choicesB = choicesFor(search, { week: path.week, slot: "B", kind: B, past });
    for (const a of choicesA)
      for (const b of choicesB) {
        const filled = fill(search, { ...path, past }, { choices: [a, b], most: most - cost });
        if (filled !== null) found.push({ ...filled, sum: filled.sum + cost });
      }
  }
  return found;
}

/** A place that is tried, judged as that of the first session of its week. */
interface Choice extends Omit<SessionInPlan, "past"> {
  readonly first: Judged;
}

interface ChoicesAsk {
  readonly week: number;
  readonly slot: Slot;
  readonly kind: SessionKind | null;
  readonly past: Past;
}

/** Every place of the week for a kind, with what a waiting new rung may do there; null alone when there is no session. */
function choicesFor(search: Search, { week, slot, kind, past }: ChoicesAsk): readonly (Choice | null)[] {
  if (kind === null) return [null];
  const { input } = search.book;
  const given = input.weeks[week]?.fixed.find((each) => each.slot === slot) ?? null;
  const choice = (at: Pick<SessionAt, "day" | "time">, step: Session["step"]): Choice => {
    const tried = { week, slot, kind, ...at, given, step };
    return { ...tried, first: keptJudged(search, { ...tried, past }) };
  };
  if (given) return [choice({ day: dayOf(input, given.date), time: 0 }, null)];
  const steps = stepsFor(search.book, { week, slot, kind, past });
  return [0, 1, 2, 3, 4, 5, 6].flatMap((weekday) =>
    timesOf(input).flatMap((_, time) => steps.map((step) => choice({ day: week * 7 + weekday, time }, step))),
  );
}

function stepsFor({ input }: Book, { week, slot, kind, past }: ChoicesAsk): readonly Session["step"][] {
  const isWaiting = past.steps[slot] === "waiting" && kind !== null && takesSteps({ slot, kind, given: null });
  if (!isWaiting) return [null];
  return input.weeks[week]?.holdSteps ? ["waits"] : ["taken", "waits"];
}

interface ToFill {
  readonly choices: readonly (Choice | null)[];
  readonly most: number;
}

function fill(search: Search, { week, past, weeks }: Path, { choices, most }: ToFill): Filled | null {
  const [early, late] = choices.filter((each) => each !== null).sort(earlierFirst);
  if (early === undefined) return most < 0 ? null : { sessions: [], past, sum: 0 };
  if (early.first.verdict.forbidden && early.given === null) return null;
  if (early.first.verdict.points + LEAST_OF_A_SESSION > most) return null;
  const afterEarly = pastAfter(past, early.first.session);
  const judged = [early.first, ...(late === undefined ? [] : [keptJudged(search, { ...late, past: afterEarly })])];
  const { forbidden, points } = weigh(search.book, { week, judged, before: weeks.at(-1) ?? [] });
  if (forbidden || points > most) return null;
  const sessions = judged.map(({ session }) => session);
  return { sessions, past: sessions.reduce(pastAfter, past), sum: points };
}

function earlierFirst(one: Choice, other: Choice): number {
  return one.first.session.start - other.first.session.start;
}

function keptJudged({ book, kept }: Search, placed: SessionInPlan): Judged {
  const key = keyOf(placed);
  const known = kept.get(key);
  if (known) return known;
  const judged = judgedOf(book, placed);
  kept.set(key, judged);
  return judged;
}

const STEPS: readonly Session["step"][] = [null, "taken", "waits"];
const STEP_STATES = ["none", "waiting", "begun"] as const;
const FACTORS = [1, 1.25, 1.5] as const;

// All that a session and its place depend on; each number but the first is one digit.
function keyOf({ week, slot, kind, day, time, step, past }: SessionInPlan): number {
  const met = pastOnDay(past, day);
  const digits = [
    SLOTS.indexOf(slot),
    SESSION_KINDS.indexOf(kind),
    day % 7,
    time,
    STEPS.indexOf(step),
    STEP_STATES.indexOf(met.steps[slot]),
    met.exposures[slot],
    met.turn,
    FACTORS.indexOf(returnFactor(met)),
  ];
  return digits.reduce((key, digit) => 10 * key + digit, week);
}
