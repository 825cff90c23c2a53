import type { ClockTime, LocalDate, Moment, Weekday } from "../calendar";
import type { LegLoad, LoadClass, Return, ReturnFactor, SessionKind, SessionMinutes, Slot } from "../programme";
import type { PlannedRun, RunKind } from "../run";
import type { ReasonCode } from "./reason-codes";
import type { WeekAsk } from "./ways";

/**
 * Ids of the one rule table, and of what decides beside it: `start` (days before the runner begins), `past` (before now),
 * `away` (illness, injury, travel, holiday), `locked`, `twoADay` and `room` (the runner's settings and the hours of the day),
 * `oneADay` (strength sessions), `fixed` (a place given by hand or agreed earlier), `habit` and `tie` (between equal places),
 * `givenUp` (the cost of a session made smaller or left out).
 */
export const RULE_IDS = [
  "C1",
  "C2",
  "C3",
  "C4",
  "C5",
  "C6",
  "C7",
  "C8",
  "C9",
  "C10",
  "C11",
  "C12",
  "C13",
  "C14",
  "C15",
  "C16",
  "C17",
  "C18",
  "C19",
  "C20",
  "start",
  "past",
  "away",
  "locked",
  "twoADay",
  "room",
  "oneADay",
  "fixed",
  "habit",
  "tie",
  "givenUp",
] as const;
export type RuleId = (typeof RULE_IDS)[number];

/** The runner's or coach's own settings: parameters of the rules. Ranges in `SETTING_RANGES`. */
export interface PlacementSettings {
  /** Clock time of strength when the runner said none: 18:00. */
  readonly strengthTime: ClockTime;
  /** Another time of day that suits as well; used where it is better by the rules. Null = none. */
  readonly otherTime: ClockTime | null;
  readonly lockedDays: readonly Weekday[];
  readonly restDay: Weekday | null;
  /** False = legs (light and up) never share a day with a run. */
  readonly twoADay: boolean;
  /** The longest session the runner accepts, in minutes of the superset version; null = no limit. */
  readonly maxMinutes: number | null;
  /** Minutes there are for strength on a weekday; a day without an entry has enough. */
  readonly minutesOn: Readonly<Partial<Record<Weekday, number>>>;
  /** Hours between heavy legs and a key run (C1), 24–72. */
  readonly keyRunHours: number;
  /** The long run is protected like a key run too. */
  readonly longRunIsKey: boolean;
  /** What moderate or heavy legs on the rest day cost (C14), 0–100 points. */
  readonly restDayPenalty: number;
}

/** What one kind of session asks in the week that is placed. */
export interface SessionDose {
  readonly minutes: SessionMinutes;
  readonly legLoad: LegLoad;
}

/** What the dose of a session depends on. */
export interface DoseAsk {
  readonly kind: SessionKind;
  /** Programme week, 1–12. */
  readonly week: number;
  /** How often its content was done before, 0–3; 3 = three times or more. */
  readonly exposures: number;
  /** What a gap before it makes of it. */
  readonly returning: ReturnFactor;
  /** True for the first two sessions with a new rung or spring drill. */
  readonly newRung: boolean;
  /** Odd and even Ms take turns. */
  readonly turn: 1 | 2;
  /** `none` on days away from home. */
  readonly kit: "own" | "none";
}

/** A session that is already there: of the week before, agreed for the week after, or done beside the plan. */
export interface EarlierSession {
  readonly kind: SessionKind;
  readonly start: Moment;
  readonly legLoad: LegLoad;
}

/** A session whose place is given: agreed earlier, started, done, or moved by a person. */
export interface FixedSession {
  readonly slot: Slot;
  readonly kind: SessionKind;
  readonly date: LocalDate;
  readonly startTime: ClockTime;
  /** What was agreed; left out = what the week asks of this kind. */
  readonly dose?: SessionDose;
  /** True when a person chose the place: the reasons then say so. */
  readonly movedByHand: boolean;
  /** True when it will not be done (skipped, excused, missed): it keeps its place, and no other session minds it. */
  readonly leftOut?: boolean;
}

/** Last week's day of each slot. */
export type Habit = Readonly<Partial<Record<Slot, Weekday>>>;

/** Sessions of each slot's content so far, for novelty: A counts A, M, V, T1 and T2; B counts B and L. */
export type Exposures = Readonly<Record<Slot, number>>;

/** Days on which there is no strength, or none with the runner's own kit. */
export interface TimeOff {
  readonly from: LocalDate;
  /** The last such day. */
  readonly to: LocalDate;
  readonly reason: "illness" | "injury" | "travel" | "holiday";
  readonly sessions: "none" | "withoutKit";
}

/** One week to place. */
export interface WeekToPlace {
  /** Programme week, 1–12: what A and B ask for. */
  readonly week: number;
  readonly monday: LocalDate;
  /** What the week asks for; A and B when absent. */
  readonly ask?: WeekAsk;
  /** Why it asks for less than A and B: the race (C17) or the volume (C18). */
  readonly askedBy?: Reason;
  readonly fixed: readonly FixedSession[];
  /** Slots that ask for nothing this week: skipped by the runner, excused. */
  readonly skipped: readonly Slot[];
  /** Slots whose session has a new rung or spring drill waiting from this week on (C16). */
  readonly steps?: readonly Slot[];
  /** True when nothing new may begin this week: a run far longer than the last ones. */
  readonly holdSteps?: boolean;
  /** Slots whose session was missed and is to be caught up: they keep 48 h from any other leg session (C11). */
  readonly caughtUp?: readonly Slot[];
  /** Of a plan that is changed: the session that goes first when only one has a place. */
  readonly first?: Slot | "either";
}

/** Weeks in a row, placed together, with all that their rules look at. */
export interface WeeksInput {
  /** Consecutive Mondays. */
  readonly weeks: readonly WeekToPlace[];
  /** The first day on which a session may stand: the start of the programme. */
  readonly earliest: LocalDate;
  /** Nothing is placed before this moment; null or absent = no limit. */
  readonly now?: Moment | null;
  /** Planned runs from a week before the first Monday to a week after the last; goal races three weeks around. Others are passed over. */
  readonly runs: readonly PlannedRun[];
  readonly timeOff?: readonly TimeOff[];
  /** Sessions beside the weeks: before them, after them, or unplanned ones in them. */
  readonly sessions: readonly EarlierSession[];
  readonly settings: PlacementSettings;
  readonly habit: Habit;
  readonly exposures: Exposures;
  /** The last day before the weeks with a session of class light or above; null or absent = none. */
  readonly lastLegs?: LocalDate | null;
  /** What is left of a return after a gap before the weeks; nothing when absent. */
  readonly returning?: Return;
  /** Ms done before. */
  readonly turns?: number;
  /** A session that is newer to the legs is never lighter for it, and newness never makes leg load of none. */
  readonly doseOf: (ask: DoseAsk) => SessionDose;
}

/** One week by itself, with doses that do not change. */
export interface WeekInput
  extends
    Omit<WeeksInput, "weeks" | "exposures" | "doseOf" | "lastLegs" | "returning" | "turns">,
    Omit<WeekToPlace, "steps" | "holdSteps" | "first"> {
  readonly doseOf: (kind: SessionKind) => SessionDose;
}

/**
 * Why, as data. `reasonText` makes the sentence from it with the message `placement.reason.<code>`; `rule` is shown as
 * the answer's id.
 */
export interface Reason {
  readonly rule: RuleId;
  readonly code: ReasonCode;
  /** Found and needed, in the unit of the code: hours, minutes, or civil days for a race (exact; the message rounds them). */
  readonly found?: number;
  readonly needed?: number;
  readonly run?: { readonly id: string; readonly kind: RunKind; readonly date: LocalDate };
  /** The session that the reason is about, when it is not the one explained; for a shortfall, what was given up. */
  readonly session?: { readonly kind: SessionKind; readonly date: LocalDate | null };
  readonly date?: LocalDate;
  readonly legLoad?: LoadClass;
  /** Why there is time off. */
  readonly away?: TimeOff["reason"];
  /** What takes the place of a session that was given up; null = nothing. */
  readonly instead?: SessionKind | null;
  /** Points by which the week is worse with the session there; negative = better. */
  readonly worseBy?: number;
}

/** The verdict on another day of the week, the other sessions staying where they stand. `rule` of the reason decided. */
export interface RejectedDay {
  readonly date: LocalDate;
  readonly status: "blocked" | "worse" | "equal";
  readonly reason: Reason;
}

/** A session with its place. */
export interface PlacedSession {
  readonly slot: Slot;
  readonly kind: SessionKind;
  readonly date: LocalDate;
  readonly startTime: ClockTime;
  readonly minutes: SessionMinutes;
  readonly legLoad: LegLoad;
  /** What a waiting new rung or spring drill does here; absent when none waits. */
  readonly step?: "taken" | "waits";
  /** True for the runner's first A in the first programme weeks (C19); absent otherwise. */
  readonly isFirst?: true;
  /** Which of the two Ms it is; absent for other kinds. */
  readonly turn?: 1 | 2;
  /** `none` on a day away from the runner's kit; absent otherwise. */
  readonly kit?: "none";
  readonly why: readonly Reason[];
  /** The hard rule among C1–C20 that its place breaks; only a place that a person gave can. */
  readonly breaks: Reason | null;
  /** Every other day of the week, Monday first. */
  readonly rejected: readonly RejectedDay[];
}

/** One change of the runner's own that would make room for what was given up. */
export type Freeing =
  | { readonly change: "unlock"; readonly day: Weekday }
  | { readonly change: "twoADay" }
  | { readonly change: "minutes"; readonly day: Weekday | null; readonly minutes: number }
  | { readonly change: "time"; readonly time: ClockTime }
  | { readonly change: "restDay"; readonly day: Weekday }
  | { readonly change: "runElsewhere"; readonly run: NonNullable<Reason["run"]>; readonly to: LocalDate };

/** What a week gave up. */
export interface Shortfall {
  readonly slot: Slot;
  /** What the week asked for, and what stands instead; null = nothing. */
  readonly asked: SessionKind;
  readonly instead: SessionKind | null;
  /** The rule that stands in the way: that of the full week which comes nearest to being allowed. */
  readonly reason: Reason;
  /** The single change that would free a place; null when none does. */
  readonly freeing: Freeing | null;
}

/** A stretch before a key or long run into which a class of leg load may not end. */
export interface ProtectedStretch {
  readonly run: PlannedRun;
  readonly rule: RuleId;
  readonly hours: number;
}

/** A placed week. */
export interface WeekPlacement {
  readonly week: number;
  readonly monday: LocalDate;
  readonly ask: WeekAsk;
  readonly sessions: readonly PlacedSession[];
  /** Penalties and what was given up. Lower is better; C13 gives −3. */
  readonly sum: number;
  readonly shortfall: readonly Shortfall[];
}
