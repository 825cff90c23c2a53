import { weekDates, type ClockTime, type LocalDate } from "../calendar";
import type { SessionKind, Slot } from "../programme/prescription";
import { explainChosen } from "./explain-chosen";
import { judgePair, type Finding } from "./findings";
import { placeAt, placeOn, startTimeOf, type Place } from "./place";
import { candidateAt, quietDays, takesLastQuietDay, type Candidate } from "./solve";
import type { Reason, SessionDose, WeekInput } from "./types";
import { minutesFrom, weekFacts, type WeekFacts } from "./week-facts";

/** A session where it stands. `dose` left out = what the week asks of its kind. */
export interface StandingSession {
  readonly slot: Slot;
  readonly kind: SessionKind;
  readonly date: LocalDate;
  readonly startTime: ClockTime;
  readonly dose?: SessionDose;
}

/** One session to another day or time, the others staying where they are. */
export interface MoveInput {
  readonly week: Omit<WeekInput, "fixed">;
  /** The week's sessions as they stand, the moved one among them. */
  readonly placed: readonly StandingSession[];
  readonly slot: Slot;
  /** Without a time: the runner's strength time, or right after a run that takes it. */
  readonly to: { readonly date: LocalDate; readonly startTime?: ClockTime };
}

/** What the rules say to a move. */
export interface MoveCheck {
  readonly status: "stands" | "better" | "equal" | "worse" | "blocked";
  readonly startTime: ClockTime;
  /** When blocked or worse the broken rules first, then what it costs; then what speaks for the place. */
  readonly reasons: readonly Reason[];
  /** Points of penalty by which the week is worse; negative = better. Means nothing when blocked. */
  readonly worseBy: number;
}

/** Judges a move before it happens, rule by rule. Null when no session stands in `slot`. */
export function checkMove(input: MoveInput): MoveCheck | null {
  const moved = input.placed.find((session) => session.slot === input.slot);
  if (!moved) return null;
  const facts = weekFacts({ ...input.week, fixed: [] }, weekDates(input.week.monday));
  const others = input.placed
    .filter((session) => session !== moved)
    .map((session) => candidateAt(standingPlace(session, input, facts), facts, "given"));
  const from = judgeMove(standingPlace(moved, input, facts), others, facts);
  if (!facts.dates.includes(input.to.date)) return otherWeek(input.to, moved);
  const to = judgeMove(targetPlace(moved, input, facts), others, facts);
  const { place } = to.candidate;
  const status = statusOf(from, to);
  return {
    status,
    startTime: startTimeOf(place),
    reasons: reasonsOf(to, status, facts),
    worseBy: to.points - from.points,
  };
}

interface Judgement {
  readonly candidate: Candidate;
  readonly between: readonly Finding[];
  readonly blocked: boolean;
  readonly points: number;
}

function judgeMove(place: Place, others: readonly Candidate[], facts: WeekFacts): Judgement {
  const candidate = candidateAt(place, facts, "free");
  const pairs = others.flatMap((other) => judgePair(place, other.place) ?? []);
  const between = [...pairs, ...quietFinding(candidate, others, facts)];
  return {
    candidate,
    between,
    blocked: candidate.blocked || between.some((finding) => finding.hard),
    points: candidate.penalty + between.reduce((sum, finding) => sum + finding.penalty, 0),
  };
}

function quietFinding(candidate: Candidate, others: readonly Candidate[], facts: WeekFacts): readonly Finding[] {
  const other = others[0] ?? null;
  const quiet = quietDays({ given: other ? { [other.place.slot]: other } : {} }, facts);
  if (!takesLastQuietDay(quiet, candidate, other)) return [];
  const { date } = candidate.place;
  return [{ hard: true, penalty: 0, reason: { rule: "C15", code: "noQuietDay", date } }];
}

function statusOf(from: Judgement, to: Judgement): MoveCheck["status"] {
  if (to.candidate.place.start === from.candidate.place.start) return "stands";
  if (to.blocked) return "blocked";
  if (from.blocked || to.points < from.points) return "better";
  return to.points === from.points ? "equal" : "worse";
}

// A move that costs something says first what: the broken rules, then the dearest.
function reasonsOf(to: Judgement, status: MoveCheck["status"], facts: WeekFacts): readonly Reason[] {
  const own = explainChosen(to.candidate, [], { pair: null, fixed: [], habit: {}, facts });
  if (status !== "worse" && status !== "blocked") return [...own, ...to.between.map(({ reason }) => reason)];
  const against = [...to.candidate.findings, ...to.between]
    .filter((finding) => finding.hard || finding.penalty > 0)
    .sort(byWeight)
    .map(({ reason }) => reason);
  return [...against, ...own.filter((reason) => !against.includes(reason))];
}

// Broken rules keep the order of the rules.
function byWeight(one: Finding, other: Finding): number {
  if (one.hard || other.hard) return Number(other.hard) - Number(one.hard);
  return other.penalty - one.penalty;
}

function standingPlace(session: StandingSession, { week }: MoveInput, facts: WeekFacts): Place {
  const start = minutesFrom(facts.monday, { date: session.date, time: session.startTime });
  const dose = session.dose ?? week.doseOf(session.kind);
  return placeAt(start, facts.dates.indexOf(session.date), { ...session, dose }, facts);
}

function targetPlace(moved: StandingSession, { week, to }: MoveInput, facts: WeekFacts): Place {
  const session = { ...moved, dose: moved.dose ?? week.doseOf(moved.kind) };
  const day = facts.dates.indexOf(to.date);
  if (to.startTime === undefined) return placeOn(day, session, facts);
  return placeAt(minutesFrom(facts.monday, { date: to.date, time: to.startTime }), day, session, facts);
}

function otherWeek(to: MoveInput["to"], moved: StandingSession): MoveCheck {
  return {
    status: "blocked",
    startTime: to.startTime ?? moved.startTime,
    reasons: [{ rule: "room", code: "otherWeek", date: to.date }],
    worseBy: 0,
  };
}
