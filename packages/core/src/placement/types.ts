import type { ClockTime, LocalDate, Weekday } from "../calendar";
import type { LegLoad, SessionKind, SessionMinutes, Slot } from "../programme/prescription";
import type { PlannedRun, RunKind } from "../run";

/** Ids of the one rule table, and `start` for the days before the runner begins. */
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
  "order",
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
  readonly twoADay: boolean;
}

/**
 * Why, as data. The app and the worker make the sentence from it with the message
 * `placement.reason.<code>`; `rule` is shown as the answer's id.
 */
export interface Reason {
  readonly rule: RuleId;
  /** A closed list, see `REASON_CODES`. */
  readonly code: string;
  /** Hours found and needed, the protected run's kind, weekday and day, points of penalty. */
  readonly found?: number;
  readonly needed?: number;
  readonly run?: { readonly id: string; readonly kind: RunKind; readonly date: LocalDate };
  readonly session?: { readonly kind: SessionKind; readonly date: LocalDate };
  readonly legLoad?: LegLoad["class"];
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
  /** Every other day of the week, Monday first. */
  readonly rejected: readonly RejectedDay[];
}

/** A stretch before a key or long run into which a class of leg load may not end. */
export interface ProtectedStretch {
  readonly run: PlannedRun;
  readonly rule: RuleId;
  readonly hours: number;
}

export interface WeekPlacement {
  readonly sessions: readonly PlacedSession[];
  /** Penalties and what was given up. Lower is better; C13 gives −3. */
  readonly sum: number;
  readonly shortfall: readonly Reason[];
}
