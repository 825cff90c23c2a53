import { daysBetween, minutesIntoDay, type ClockTime, type LocalDate, type Moment } from "../calendar";
import { SLOTS, type SessionKind, type Slot } from "../programme";
import type { Candidate, Variant } from "./candidates";
import type { StandingSession } from "./check-move";
import { SMALLEST_SUM, type Configuration, type Objective, type WeekBoard } from "./configurations";
import { blockedReason } from "./explain-rejected";
import { MINUTES_PER_DAY } from "./facts";
import { startTimeOf } from "./place";
import { describeWeeks, layOut } from "./place-weeks";
import { searchWeeks, type Board, type FilledWeek } from "./search";
import { judgeStanding } from "./standing";
import type { FixedSession, Reason, WeekPlacement, WeeksInput } from "./types";
import { waysToFill } from "./ways";

/** A session of the plan as it stands. */
export interface PlannedSession extends StandingSession {
  /** The Monday of its week. */
  readonly monday: LocalDate;
  /** `missed`: its time is over and it was not done. What is started or done stays, and so does what is planned before now. */
  readonly state: "planned" | "missed" | "started" | "done" | "leftOut";
  /** True when a person chose the place: it stays there. */
  readonly byHand: boolean;
  /** True for the new place of a session that was missed: the rules of catching up still hold there. */
  readonly caughtUp?: boolean;
}

/** A plan, and what has changed around it. */
export interface ReplanInput {
  /** The weeks as they are now: runs, time off, races and what each week asks. Their `fixed` and `now` are not read. */
  readonly weeks: WeeksInput;
  readonly standing: readonly PlannedSession[];
  readonly now: Moment;
  /** When A's and B's patterns were last trained; null = never. Decides which one is caught up when only one can be. */
  readonly lastDone: Readonly<Record<Slot, LocalDate | null>>;
}

/** Where a session stands, or would stand. */
export interface SessionPlace {
  readonly kind: SessionKind;
  readonly date: LocalDate;
  readonly startTime: ClockTime;
}

/** One changed session. */
export interface PlanChange {
  readonly monday: LocalDate;
  readonly slot: Slot;
  /** Null = nothing stood there. */
  readonly from: SessionPlace | null;
  /** Null = it is left out. */
  readonly to: SessionPlace | null;
  readonly reason: Reason;
}

/** What is proposed to the runner, who decides. */
export interface Proposal {
  /** In order of their weeks; empty when the plan can stay as it is. */
  readonly changes: readonly PlanChange[];
  /** The weeks with the changes made. */
  readonly weeks: readonly WeekPlacement[];
}

/**
 * What to change when runs, races, illness or a missed session have changed the ground under a plan: no hard rule broken, then
 * nothing given up beyond what the best plan gives up too, then the fewest changed sessions, then the smallest sum. A change that only
 * lowers penalties is never proposed; without a need there is none.
 */
export function replan(input: ReplanInput): Proposal {
  const weeks = weeksAsTheyStand(input);
  const fresh = layOut(weeks);
  const board = layOut(withEitherAlone(weeks));
  if (fresh === null || board === null) return { changes: [], weeks: [] };
  const best = searchWeeks(fresh, SMALLEST_SUM).weeks.map(({ filled }) => filled.way.cost);
  const standing = standingByWeek(input, board);
  const found = searchWeeks(board, fewestChanges(board, { standing, best })).weeks;
  return { changes: changesOf(found, standing, board), weeks: describeWeeks(board, found) };
}

/** The standing plan after the proposal was accepted. */
export function applyProposal(standing: readonly PlannedSession[], { changes }: Proposal): readonly PlannedSession[] {
  const isOf = (session: PlannedSession, { monday, slot }: PlanChange) =>
    monday === session.monday && slot === session.slot;
  const kept = standing.filter((session) => !changes.some((change) => isOf(session, change)));
  const placed = changes.flatMap((change): readonly PlannedSession[] => {
    const { monday, slot, to } = change;
    if (to === null) return [];
    const caughtUp = standing.some((session) => isOf(session, change) && isCatchUp(session));
    return [{ monday, slot, ...to, state: "planned", byHand: false, ...(caughtUp ? { caughtUp } : {}) }];
  });
  return [...kept, ...placed];
}

function isCatchUp({ state, caughtUp = false }: PlannedSession): boolean {
  return state === "missed" || caughtUp;
}

type Standing = Readonly<Partial<Record<Slot, PlannedSession & { readonly start: number }>>>;

function weeksAsTheyStand({ weeks, standing, now, lastDone }: ReplanInput): WeeksInput {
  return {
    ...weeks,
    now,
    weeks: weeks.weeks.map((week) => {
      const ofWeek = standing.filter(({ monday }) => monday === week.monday);
      const missed = ofWeek.filter(isCatchUp);
      return {
        ...week,
        fixed: ofWeek.filter((session) => stays(session, now)).map(asFixed),
        ...(missed.length === 0 ? {} : { caughtUp: missed.map(({ slot }) => slot), first: firstOf(missed, lastDone) }),
      };
    }),
  };
}

// What stands may be kept alone where a new plan would not place it so.
function withEitherAlone(weeks: WeeksInput): WeeksInput {
  return { ...weeks, weeks: weeks.weeks.map((week) => ({ ...week, first: week.first ?? "either" })) };
}

function stays({ state, byHand, date, startTime }: PlannedSession, now: Moment): boolean {
  if (state === "missed") return false;
  if (state !== "planned" || byHand) return true;
  return date < now.date || (date === now.date && startTime < now.time);
}

function asFixed({ slot, kind, date, startTime, dose, byHand, state }: PlannedSession): FixedSession {
  return {
    slot,
    kind,
    date,
    startTime,
    movedByHand: byHand && state === "planned",
    leftOut: state === "leftOut",
    ...(dose === undefined ? {} : { dose }),
  };
}

// The other session goes before a missed one; of two missed ones the one whose patterns were trained longest ago.
function firstOf(missed: readonly PlannedSession[], { A, B }: ReplanInput["lastDone"]): Slot {
  const [only, second] = missed;
  if (only && !second) return only.slot === "A" ? "B" : "A";
  return (B ?? "") < (A ?? "") ? "B" : "A";
}

/** What stands and may be changed, or was missed, by week and slot. */
function standingByWeek({ standing, now }: ReplanInput, { weeks, facts }: Board): readonly Standing[] {
  return weeks.map(({ toPlace }) =>
    Object.fromEntries(
      standing
        .filter((session) => session.monday === toPlace.monday && !stays(session, now))
        .map((session) => {
          const start =
            daysBetween(facts.firstMonday, session.date) * MINUTES_PER_DAY + minutesIntoDay(session.startTime);
          return [session.slot, { ...session, start }];
        }),
    ),
  );
}

// Weights that keep the orders apart: the sums of a hundred weeks stay below the one, their changes below the other.
const PER_CHANGE = 2 ** 16;
const PER_GIVEN_UP = 2 ** 26;

interface Aim {
  readonly standing: readonly Standing[];
  /** What the best plan gives up, week by week. */
  readonly best: readonly number[];
}

function fewestChanges({ candidates }: Board, { standing, best }: Aim): Objective {
  const beyond = (cost: number, { index }: WeekBoard) => Math.max(0, cost - (best[index] ?? 0)) * PER_GIVEN_UP;
  return {
    atLeast: ({ cost }, week) => beyond(cost, week) + SMALLEST_SUM.atLeast({ A: null, B: null, cost }, week),
    mostPenalty: () => Infinity,
    firstSlack: 2 * PER_CHANGE,
    score: ({ way, A, B, sum }, week) => {
      const stood = standing[week.index] ?? {};
      const changes = SLOTS.filter((slot) => isChanged(slot === "A" ? A : B, stood[slot], week.fixed[slot])).length;
      return beyond(way.cost, week) + changes * PER_CHANGE + sum;
    },
    extra: (week, slot, kind, variant) => {
      const session = standing[week.index]?.[slot];
      if (!session || session.state === "missed" || session.kind !== kind) return [];
      const known = candidates.free(week.index, slot, kind, variant);
      if (known.some(({ place }) => place.start === session.start)) return [];
      const candidate = candidates.at(week.index, { slot, kind, start: session.start }, variant);
      return candidate === null ? [] : [candidate];
    },
  };
}

function isChanged(candidate: Candidate | null, stood: Standing[Slot], fixed: FixedSession | undefined): boolean {
  if (fixed) return false;
  if (!stood || stood.state === "missed") return candidate !== null;
  return candidate === null || candidate.place.kind !== stood.kind || candidate.place.start !== stood.start;
}

function changesOf(weeks: readonly FilledWeek[], standing: readonly Standing[], board: Board): readonly PlanChange[] {
  return weeks.flatMap((week, index) =>
    SLOTS.flatMap((slot) => {
      const stood = standing[index]?.[slot];
      const candidate = week.filled[slot];
      if (!isChanged(candidate, stood, week.board.fixed[slot])) return [];
      const from = stood ? { kind: stood.kind, date: stood.date, startTime: stood.startTime } : null;
      const to = candidate && {
        kind: candidate.place.kind,
        date: candidate.place.date,
        startTime: startTimeOf(candidate.place),
      };
      const reason = reasonOf({ slot, stood, candidate, week, weeks, board });
      return [{ monday: week.board.toPlace.monday, slot, from, to, reason }];
    }),
  );
}

interface Changed {
  readonly slot: Slot;
  readonly stood: Standing[Slot];
  readonly candidate: Candidate | null;
  readonly week: FilledWeek;
  readonly weeks: readonly FilledWeek[];
  readonly board: Board;
}

function reasonOf(changed: Changed): Reason {
  const { slot, stood, candidate, week } = changed;
  const { toPlace } = week.board;
  if (!stood) return { rule: "givenUp", code: "hasPlaceAgain" };
  if (stood.state === "missed") return { rule: "past", code: "missed", date: stood.date };
  if (!isAskedFor(slot, stood.kind, week)) return toPlace.askedBy ?? { rule: "givenUp", code: "asksOther" };
  const there = judgeWhereItStood(changed, stood);
  if (there?.blocked) return blockedReason(there);
  const other = slot === "A" ? week.filled.B : week.filled.A;
  if (candidate && candidate.place.kind !== stood.kind) return { rule: "givenUp", code: "hasPlaceAgain" };
  return other
    ? { rule: "givenUp", code: "makesRoom", session: { kind: other.place.kind, date: other.place.date } }
    : { rule: "givenUp", code: "noPlace" };
}

function isAskedFor(slot: Slot, kind: SessionKind, { board: { ask, toPlace } }: FilledWeek): boolean {
  return waysToFill({ ask, given: {}, skipped: toPlace.skipped }).some((way) => way[slot] === kind);
}

function judgeWhereItStood({ slot, week, weeks, board }: Changed, stood: NonNullable<Standing[Slot]>) {
  const { index } = week.board;
  const variant = variantOf(slot, week);
  const candidate = board.candidates.at(index, { slot, kind: stood.kind, start: stood.start }, variant);
  if (candidate === null) return null;
  const neighbours = [weeks[index - 1], weeks[index + 1]].flatMap((each) => sessionsOf(each?.filled));
  const other = slot === "A" ? week.filled.B : week.filled.A;
  return judgeStanding(candidate, { board: week.board, facts: board.facts, other, neighbours });
}

function variantOf(slot: Slot, { border, filled }: FilledWeek): Variant {
  const exposures = slot === "A" ? border.exposuresA : border.exposuresB;
  const returning = (slot === "A" ? filled.variantA : filled.variantB)?.returning ?? 1;
  return { exposures, returning, step: "none", newRung: false, turn: border.turn };
}

function sessionsOf(filled: Configuration | undefined): readonly Candidate[] {
  return [filled?.A, filled?.B].flatMap((each) => (each && !each.given?.leftOut ? [each] : []));
}
