import type { ClockTime, LocalDate, Moment, Weekday } from "../calendar";
import type { LegLoad, LoadClass, SessionKind, SessionMinutes, Slot } from "../programme/prescription";
import type { PlannedRun, RunKind } from "../run";
import type { ReasonCode } from "./reason-codes";

/**
 * Ids of the one rule table, and of what decides beside it: `start` (days before the runner begins), `locked`, `twoADay` and
 * `room` (the runner's settings and the hours of the day), `oneADay` (strength sessions), `fixed` (a place given by hand or
 * agreed earlier), `habit` and `tie` (between equal weeks), `givenUp` (the cost of a session made smaller or left out).
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

/** The runner's own settings that the rules read. */
export interface PlacementSettings {
  /** Clock time of strength when the runner said none: 18:00. */
  readonly strengthTime: ClockTime;
  readonly lockedDays: readonly Weekday[];
  readonly restDay: Weekday | null;
  /** False = legs (light and up) never share a day with a run. */
  readonly twoADay: boolean;
  /** The longest session the runner accepts, in minutes of the superset version; null = no limit. */
  readonly maxMinutes: number | null;
}

/** What one kind of session asks in the week that is placed. */
export interface SessionDose {
  readonly minutes: SessionMinutes;
  readonly legLoad: LegLoad;
}

/** A session that is already there: of the week before, or agreed for the week after. */
export interface EarlierSession {
  readonly kind: SessionKind;
  readonly start: Moment;
  readonly end: Moment;
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
  /** True when a person chose the place: the reasons then treat it as given when they judge the other session. */
  readonly movedByHand: boolean;
}

/** Last week's day of each slot. */
export type Habit = Readonly<Partial<Record<Slot, Weekday>>>;

/** One week to place, with all that its rules look at. */
export interface WeekInput {
  /** Programme week, 1–12. */
  readonly week: number;
  readonly monday: LocalDate;
  /** The first day on which a session may stand: the start of the programme. */
  readonly earliest: LocalDate;
  /** Planned runs from `monday` − 7 to `monday` + 13; others are passed over. */
  readonly runs: readonly PlannedRun[];
  /** Sessions of other weeks close enough to matter. */
  readonly sessions: readonly EarlierSession[];
  readonly settings: PlacementSettings;
  readonly habit: Habit;
  readonly fixed: readonly FixedSession[];
  /** Slots that ask for nothing this week: skipped by the runner, excused. */
  readonly skipped: readonly Slot[];
  readonly doseOf: (kind: SessionKind) => SessionDose;
}

/** Sessions of each slot's content so far, for novelty: A counts A, M, V, T1 and T2; B counts B and L. */
export type Exposures = Readonly<Record<Slot, number>>;

/** Weeks in a row: habit, exposures and the Sunday–Monday border go from each to the next. */
export interface WeeksInput extends Omit<WeekInput, "week" | "monday" | "fixed" | "skipped" | "doseOf"> {
  readonly weeks: readonly {
    readonly week: number;
    readonly monday: LocalDate;
    readonly fixed: readonly FixedSession[];
    readonly skipped: readonly Slot[];
  }[];
  readonly exposures: Exposures;
  /** `exposures` = how often this content was done before. */
  readonly doseOf: (ask: {
    readonly kind: SessionKind;
    readonly week: number;
    readonly exposures: number;
  }) => SessionDose;
}

/**
 * Why, as data. The app and the worker make the sentence from it with the message
 * `placement.reason.<code>`; `rule` is shown as the answer's id.
 */
export interface Reason {
  readonly rule: RuleId;
  readonly code: ReasonCode;
  /** Hours found and needed (exact; the message rounds them). */
  readonly found?: number;
  readonly needed?: number;
  readonly run?: { readonly id: string; readonly kind: RunKind; readonly date: LocalDate };
  /** The session that the reason is about, when it is not the one explained; for a shortfall, what was given up. */
  readonly session?: { readonly kind: SessionKind; readonly date: LocalDate | null };
  /** The other session of the week, where it would then stand: the reason is about that place. */
  readonly moved?: { readonly kind: SessionKind; readonly date: LocalDate };
  readonly date?: LocalDate;
  readonly legLoad?: LoadClass;
  /** What takes the place of a session that was given up; null = nothing. */
  readonly instead?: SessionKind | null;
  /** Why it was given up: the reason that `rule` and the other fields belong to. */
  readonly because?: ReasonCode;
  /** Points of penalty by which the whole week is worse. */
  readonly worseBy?: number;
}

/** The verdict on another day of the week. `rule` of the reason decided. */
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
  readonly why: readonly Reason[];
  /** The hard rule among C1–C20 that its place breaks; only a place that a person gave can. */
  readonly breaks: Reason | null;
  /** Every other day of the week, Monday first. */
  readonly rejected: readonly RejectedDay[];
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
  readonly sessions: readonly PlacedSession[];
  /** Penalties and what was given up. Lower is better; C13 gives −3. */
  readonly sum: number;
  readonly shortfall: readonly Reason[];
}
