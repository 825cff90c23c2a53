import { minutesIntoDay } from "../calendar";
import type { DoseAsk, FixedSession, PlacedSession, WeekInput, WeeksInput } from "../placement";
import type { SessionKind, Slot } from "../programme";
import {
  apart,
  DAY,
  dayOf,
  isWeekTooFull,
  judge,
  LEGS,
  offOn,
  openBook,
  startOn,
  timesOf,
  total,
  type Book,
  type Session,
  type Verdict,
} from "./book-rules";
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

/** Where a session is asked about. */
export interface SessionAt {
  readonly slot: Slot;
  readonly kind: SessionKind;
  readonly day: number;
  /** Which of the runner's times of day. */
  readonly time: number;
}

/** A place for a session in a week, what a waiting new rung does there, and the past that it meets. */
export interface SessionInPlan extends SessionAt {
  readonly week: number;
  readonly given: FixedSession | null;
  readonly step: Session["step"];
  readonly past: Past;
}

/** The session itself, as heavy and as long as the weeks before make it. */
function sessionOf(book: Book, placed: SessionInPlan): Session {
  const { week, slot, kind, day, time, given, step, past } = placed;
  const toPlace = book.input.weeks[week];
  const met = pastOnDay(past, day);
  const { minutes, legLoad } = given?.dose ?? book.input.doseOf(askOf(book, { ...placed, past: met }));
  const start = given
    ? day * DAY + minutesIntoDay(given.startTime)
    : startOn(book, day, { time: timesOf(book.input)[time] ?? 0, minutes: minutes.superset });
  return {
    slot,
    kind,
    day,
    start,
    end: start + minutes.superset,
    legs: LEGS[legLoad.class],
    isFirstA: kind === "A" && met.exposures.A === 0 && (toPlace?.week ?? Infinity) <= 2,
    step,
    isCaughtUp: given === null && (toPlace?.caughtUp?.includes(slot) ?? false),
    given,
    isAtOtherTime: time > 0,
  };
}

function askOf(book: Book, placed: SessionInPlan): DoseAsk {
  const { week, slot, kind, day, given, step, past } = placed;
  return {
    kind,
    week: book.input.weeks[week]?.week ?? 1,
    exposures: kind === "C" ? 0 : past.exposures[slot],
    returning: returnFactor(past),
    newRung: takesSteps(placed) && (step === "taken" || past.steps[slot] === "begun"),
    turn: past.turn,
    kit: given === null && offOn(book, day) === "withoutKit" ? "none" : "own",
  };
}

/** A session with what the rules say to its place. */
export interface Judged {
  readonly session: Session;
  readonly verdict: Verdict;
}

export function judgedOf(book: Book, placed: SessionInPlan): Judged {
  const session = sessionOf(book, placed);
  return { session, verdict: judge(book, session) };
}

export interface Weighed {
  readonly week: number;
  readonly judged: readonly Judged[];
  /** Sessions of the week before. */
  readonly before: readonly Session[];
}

/** A week's sessions with each other and with those before them. What given sessions break is not forbidden, it costs. */
export function weigh(book: Book, { week, judged, before }: Weighed): Verdict {
  const sessions = judged.map(({ session }) => session);
  const own = judged.map(({ session, verdict }) => unlessGiven(verdict, [session]));
  const [one, other] = sessions;
  const pair = one && other ? [together(one, other)] : [];
  const border = sessions.flatMap((session) => before.map((earlier) => together(session, earlier)));
  const full = { forbidden: isWeekTooFull(book, week, sessions), points: 0 };
  return total([...own, ...pair, ...border, full]);
}

function together(one: Session, other: Session): Verdict {
  const isLeftOut = (one.given?.leftOut ?? false) || (other.given?.leftOut ?? false);
  const verdict = unlessGiven(apart(one, other), [one, other]);
  return isLeftOut && one.day !== other.day ? { forbidden: false, points: 0 } : verdict;
}

function unlessGiven(verdict: Verdict, sessions: readonly Session[]): Verdict {
  return sessions.every(({ given }) => given !== null) ? { ...verdict, forbidden: false } : verdict;
}

/** A session as a plan names it. */
export type Named = Pick<PlacedSession, "slot" | "kind" | "date" | "startTime" | "step">;

/** What a plan costs by the book, week by week; `Infinity` when it breaks a hard rule or stands where no session of its kind would start. */
export function sumOfPlan(input: WeeksInput, plan: readonly (readonly Named[])[]): number {
  const book = openBook(input);
  let past = pastBefore(input);
  let before: readonly Session[] = [];
  let sum = 0;
  for (const [week, toPlace] of input.weeks.entries()) {
    past = pastOfWeek(past, toPlace);
    const judged: Judged[] = [];
    for (const named of plan[week] ?? []) {
      const found = findNamed(book, { named, week, past });
      if (found === null) return Infinity;
      judged.push(found);
      past = pastAfter(past, found.session);
    }
    const kindIn = (slot: Slot) => plan[week]?.find((each) => each.slot === slot)?.kind ?? null;
    const way = waysOf(toPlace).find(([A, B]) => A === kindIn("A") && B === kindIn("B"));
    const { forbidden, points } = weigh(book, { week, judged, before });
    if (way === undefined || forbidden) return Infinity;
    sum += points + way[2];
    before = judged.map(({ session }) => session);
  }
  return sum;
}

interface NamedInWeek {
  readonly named: Named;
  readonly week: number;
  readonly past: Past;
}

function findNamed(book: Book, { named, week, past }: NamedInWeek): Judged | null {
  const { slot, kind, date, startTime, step = null } = named;
  const day = dayOf(book.input, date);
  const given = book.input.weeks[week]?.fixed.find((each) => each.slot === slot) ?? null;
  const hasStep = past.steps[slot] === "waiting" && takesSteps({ slot, kind, given });
  const isElsewhere = given !== null && given.date !== date;
  if (isElsewhere || hasStep !== (step !== null) || Math.floor(day / 7) !== week) return null;
  const start = day * DAY + minutesIntoDay(startTime);
  const tried = timesOf(book.input).map((_, time) =>
    judgedOf(book, { slot, kind, day, time, week, given, step, past }),
  );
  return tried.find(({ session }) => session.start === start) ?? null;
}

/** One week as weeks in a row; nothing is new in it. */
export function asWeeks(input: WeekInput): WeeksInput {
  return { ...input, weeks: [input], exposures: { A: 3, B: 3 }, doseOf: ({ kind }) => input.doseOf(kind) };
}

const books = new WeakMap<WeekInput, Book>();

function bookOf(input: WeekInput): Book {
  const book = books.get(input) ?? openBook(asWeeks(input));
  books.set(input, book);
  return book;
}

/** Points of one week with these sessions, what is given up left aside; `Infinity` when a hard rule is broken. */
export function pointsOf(input: WeekInput, sessions: readonly Session[]): number {
  const book = bookOf(input);
  const judged = sessions.map((session) => ({ session, verdict: judge(book, session) }));
  const { forbidden, points } = weigh(book, { week: 0, judged, before: [] });
  return forbidden ? Infinity : points;
}

/** A session of the week on a day: at a time of the runner's, or right after the run that takes it. */
function sessionOn(input: WeekInput, at: SessionAt): Session {
  const book = bookOf(input);
  return sessionOf(book, { ...at, week: 0, given: null, step: null, past: pastBefore(book.input) });
}

/** The session on a day at each of the runner's times of day. */
export function sessionsOn(input: WeekInput, at: Omit<SessionAt, "time">): readonly Session[] {
  return timesOf(bookOf(input).input).map((_, time) => sessionOn(input, { ...at, time }));
}

/** A session that stands in the week, and stays there. */
export function standingSession(input: WeekInput, given: FixedSession): Session {
  const book = bookOf(input);
  const { slot, kind, date } = given;
  const day = dayOf(book.input, date);
  return sessionOf(book, { slot, kind, day, time: 0, week: 0, given, step: null, past: pastBefore(book.input) });
}
