import { minutesIntoDay, type ClockTime, type LocalDate } from "../calendar";
import type { SessionKind, Slot } from "../programme/prescription";
import { candidateAt, stepsOf, type Candidate } from "./candidates";
import { weekBoard } from "./configurations";
import { explainChosen } from "./explain-chosen";
import { MINUTES_PER_DAY, readFacts, type Facts } from "./facts";
import { placeAt, placeOn, startTimeOf, type SessionToPlace } from "./place";
import { bestOf, judgeStanding, type Judgement, type Standing } from "./standing";
import type { FixedSession, Reason, RuleId, SessionDose, WeekInput } from "./types";

/** A session where it stands. `dose` left out = what the week asks of its kind. */
export interface StandingSession {
  readonly slot: Slot;
  readonly kind: SessionKind;
  readonly date: LocalDate;
  readonly startTime: ClockTime;
  readonly dose?: SessionDose;
  /** As a placed session has them. */
  readonly isFirst?: true;
  readonly step?: "taken" | "waits";
}

/** One session to another day or time, the others staying where they are. */
export interface MoveInput {
  readonly week: Omit<WeekInput, "fixed">;
  /** The week's sessions as they stand, the moved one among them. */
  readonly placed: readonly StandingSession[];
  readonly slot: Slot;
  /** Without a time: the best of the runner's times of day, or right after a run that takes it. */
  readonly to: { readonly date: LocalDate; readonly startTime?: ClockTime };
}

/** What one rule says to a place. */
export interface RuleVerdict {
  readonly rule: RuleId;
  readonly verdict: "forbids" | "costs" | "favours";
  readonly points: number;
  readonly reason: Reason;
}

/** What the rules say to a move. */
export interface MoveCheck {
  readonly status: "stands" | "better" | "equal" | "worse" | "blocked";
  readonly startTime: ClockTime;
  /** What each rule says to the new place that has something to say. */
  readonly rules: readonly RuleVerdict[];
  /** When blocked or worse the broken rules first, then what it costs; then what speaks for the place. */
  readonly reasons: readonly Reason[];
  /** Points of penalty by which the week is worse; negative = better. Means nothing when blocked. */
  readonly worseBy: number;
}

/** Judges a move before it happens, rule by rule. Null when no session stands in `slot`. */
export function checkMove(input: MoveInput): MoveCheck | null {
  const { week, placed, slot, to } = input;
  const moved = placed.find((session) => session.slot === slot);
  if (!moved) return null;
  const facts = readFacts(week, week.monday, 1);
  const day = facts.days.findIndex(({ date }) => date === to.date);
  if (day < 0) return otherWeek(to, moved);
  const standing = standingIn(input, facts);
  const from = judgeStanding(standingCandidate(moved, input, facts), standing);
  const there = targets({ moved, day, input, facts }).map((place) => judgeStanding(place, standing));
  const best = bestOf(there);
  return best === null ? null : answer(from, best, facts);
}

function answer(from: Judgement, to: Judgement, facts: Facts): MoveCheck {
  const status = statusOf(from, to);
  return {
    status,
    startTime: startTimeOf(to.candidate.place),
    rules: to.findings.map(({ hard, penalty, reason }) => ({
      rule: reason.rule,
      verdict: hard ? "forbids" : penalty < 0 ? "favours" : "costs",
      points: penalty,
      reason,
    })),
    reasons: reasonsOf(to, status, facts),
    worseBy: to.points - from.points,
  };
}

function standingIn({ week, placed, slot }: MoveInput, facts: Facts): Standing {
  const other = placed.find((session) => session.slot !== slot);
  return {
    board: weekBoard(0, { ...week, fixed: [] }, facts),
    facts,
    other: other ? standingCandidate(other, { week }, facts) : null,
    neighbours: [],
  };
}

function statusOf(from: Judgement, to: Judgement): MoveCheck["status"] {
  if (to.candidate.place.start === from.candidate.place.start) return "stands";
  if (to.blocked) return "blocked";
  if (from.blocked || to.points < from.points) return "better";
  return to.points === from.points ? "equal" : "worse";
}

// A move that costs something says first what: the broken rules in their order, then the dearest.
function reasonsOf(to: Judgement, status: MoveCheck["status"], facts: Facts): readonly Reason[] {
  const own = explainChosen(to, { facts, rejected: [], keepsDay: false, askedBy: null });
  if (status !== "worse" && status !== "blocked") return own;
  const broken = to.findings.filter(({ hard }) => hard);
  const dear = to.findings
    .filter(({ hard, penalty }) => !hard && penalty > 0)
    .toSorted((one, other) => other.penalty - one.penalty);
  const against = [...broken, ...dear].map(({ reason }) => reason);
  return [...against, ...own.filter((reason) => !against.includes(reason))];
}

function sessionOf(session: StandingSession, { week }: Pick<MoveInput, "week">): SessionToPlace {
  const { slot, kind, dose = week.doseOf(kind), isFirst = false, step = "none" } = session;
  return { slot, kind, dose, isFirst, step, isCaughtUp: week.caughtUp?.includes(slot) ?? false, kit: "own" };
}

function standingCandidate(session: StandingSession, input: Pick<MoveInput, "week">, facts: Facts): Candidate {
  const day = Math.max(
    0,
    facts.days.findIndex(({ date }) => date === session.date),
  );
  const start = day * MINUTES_PER_DAY + minutesIntoDay(session.startTime);
  const given: FixedSession = { ...session, movedByHand: false };
  return candidateAt(placeAt({ day, date: session.date }, start, sessionOf(session, input)), facts, {
    given,
    atPreferredTime: true,
  });
}

interface Target {
  readonly moved: StandingSession;
  readonly day: number;
  readonly input: MoveInput;
  readonly facts: Facts;
}

function targets({ moved, day, input, facts }: Target): readonly Candidate[] {
  const dayFacts = facts.days[day];
  if (dayFacts === undefined) return [];
  const { startTime } = input.to;
  const asked = sessionOf(moved, input);
  return stepsOf(asked.step).flatMap((step) => {
    const session = { ...asked, step };
    if (startTime === undefined)
      return facts.times.map((time) => candidateAt(placeOn(dayFacts, time, session, facts), facts));
    const start = day * MINUTES_PER_DAY + minutesIntoDay(startTime);
    return [candidateAt(placeAt(dayFacts, start, session), facts)];
  });
}

function otherWeek(to: MoveInput["to"], moved: StandingSession): MoveCheck {
  const reason: Reason = { rule: "room", code: "otherWeek", date: to.date };
  return {
    status: "blocked",
    startTime: to.startTime ?? moved.startTime,
    rules: [{ rule: "room", verdict: "forbids", points: 0, reason }],
    reasons: [reason],
    worseBy: 0,
  };
}
