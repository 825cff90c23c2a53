import { SLOTS, type Slot } from "../programme";
import type { Candidate, Candidates, Variant } from "./candidates";
import { SMALLEST_SUM } from "./configurations";
import { explainChosen } from "./explain-chosen";
import { explainRejected } from "./explain-rejected";
import { explainShortfall } from "./explain-shortfall";
import { readFacts } from "./facts";
import type { Finding } from "./finding";
import { startTimeOf } from "./place";
import { boardOf, searchWeeks, type Board, type FilledWeek } from "./search";
import { judgeStanding, type Standing } from "./standing";
import type { PlacedSession, SessionDose, WeeksInput, WeekPlacement } from "./types";

/**
 * Places the strength sessions of weeks in a row together: no hard rule broken, then the smallest sum of penalties and of what
 * was given up over all weeks, then days kept, preferred times, larger gaps, earlier A, earlier B. Exact over all ways to place them.
 * A fixed session keeps its place even where it breaks a rule; its reasons say so. No run is ever moved.
 */
export function placeWeeks(input: WeeksInput): readonly WeekPlacement[] {
  const board = layOut(input);
  return board === null ? [] : describeWeeks(board, searchWeeks(board, SMALLEST_SUM).weeks);
}

/** The input laid out for the search; null without weeks. */
export function layOut(input: WeeksInput): Board | null {
  const monday = input.weeks[0]?.monday;
  return monday === undefined ? null : boardOf(input, readFacts(input, monday, input.weeks.length));
}

/** The filled weeks with their reasons. */
export function describeWeeks(board: Board, weeks: readonly FilledWeek[]): readonly WeekPlacement[] {
  return weeks.map((week, index) => describeWeek(week, { board, weeks, index }));
}

interface Whole {
  readonly board: Board;
  readonly weeks: readonly FilledWeek[];
  readonly index: number;
}

function describeWeek(week: FilledWeek, whole: Whole): WeekPlacement {
  const { board, filled, borderPoints } = week;
  const sessions = SLOTS.flatMap((slot) => {
    const candidate = filled[slot];
    return candidate === null ? [] : [describeSession(candidate, slot, week, whole)];
  });
  return {
    week: board.toPlace.week,
    monday: board.toPlace.monday,
    ask: board.ask,
    sessions: sessions.sort(byStart),
    sum: filled.sum + borderPoints,
    shortfall: explainShortfall(week, { board: whole.board, neighbours: neighboursOf(whole) }),
  };
}

function describeSession(candidate: Candidate, slot: Slot, week: FilledWeek, whole: Whole): PlacedSession {
  const { facts, candidates } = whole.board;
  const { border, filled, board } = week;
  const standing: Standing = {
    board,
    facts,
    other: filled[slot === "A" ? "B" : "A"],
    neighbours: neighboursOf(whole),
  };
  const chosen = judgeStanding(candidate, standing);
  const variant = (slot === "A" ? filled.variantA : filled.variantB) ?? NO_VARIANT;
  const places = placesFor(candidate, variant, { candidates, week: board.index });
  const habit = slot === "A" ? border.habitA : border.habitB;
  const next = whole.weeks[whole.index + 1]?.filled[slot]?.weekday ?? null;
  const rejected = explainRejected({ ...standing, chosen, places, habits: [habit, next] });
  const { place } = candidate;
  return {
    slot,
    kind: place.kind,
    date: place.date,
    startTime: startTimeOf(place),
    ...doseOf(candidate, variant, { candidates, week: board.index }),
    ...(place.step === "none" ? {} : { step: place.step }),
    ...(place.isFirst ? { isFirst: true } : {}),
    ...(place.kind === "M" ? { turn: variant.turn } : {}),
    ...(place.kit === "none" ? { kit: place.kit } : {}),
    why: explainChosen(chosen, {
      facts,
      rejected,
      keepsDay: habit === candidate.weekday,
      askedBy: board.toPlace.askedBy ?? null,
    }),
    breaks: chosen.findings.find(breaksTrainingRule)?.reason ?? null,
    rejected,
  };
}

interface InWeek {
  readonly candidates: Candidates;
  readonly week: number;
}

// Where the session could stand as it is; a new rung may begin on another day, or wait.
function placesFor(candidate: Candidate, variant: Variant, { candidates, week }: InWeek): readonly Candidate[] {
  const { slot, kind, step } = candidate.place;
  const isPlain = !candidate.given?.dose && step === "none";
  return isPlain ? candidates.free(week, slot, kind, variant) : candidates.elsewhere(week, candidate);
}

const NO_VARIANT: Variant = { exposures: 0, returning: 1, step: "none", newRung: false, turn: 1 };

// Candidates share what they are judged by, the class of their leg load; the points are the session's own.
function doseOf({ given, place }: Candidate, variant: Variant, { candidates, week }: InWeek): SessionDose {
  const { minutes, legLoad } = given ? place.dose : candidates.dose(week, place.kind, variant, place.kit);
  return { minutes, legLoad };
}

/** The sessions of the week before and of the week after that will be done. */
function neighboursOf({ weeks, index }: Whole): readonly Candidate[] {
  return [weeks[index - 1], weeks[index + 1]].flatMap((week) =>
    SLOTS.flatMap((slot) => {
      const candidate = week?.filled[slot];
      return candidate && !candidate.given?.leftOut ? [candidate] : [];
    }),
  );
}

// A full or locked day is the runner's own affair; the mark is for what the C rules protect.
function breaksTrainingRule({ hard, reason }: Finding): boolean {
  return hard && reason.rule.startsWith("C");
}

function byStart(one: PlacedSession, other: PlacedSession): number {
  const start = ({ date, startTime }: PlacedSession) => `${date}${startTime}`;
  return start(one) < start(other) ? -1 : 1;
}
