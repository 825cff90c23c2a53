import type { Decision } from "../adaptation";
import type { Pattern, SpringGate } from "../exercise";
import type { ClockTime, LocalDate } from "../calendar";
import type { PlacedSession, ProtectedStretch, Reason, Shortfall } from "../placement/types";
import type { Spike } from "../placement/volume";
import type { WeekAsk } from "../placement/ways";
import type { LoggedSet, RecordId } from "../record/kinds";
import type { Phase, Prescription, Slot } from "../programme/prescription";
import type { PlannedRun, RunKind } from "../run";

/** What became of a session; carries what its state needs. */
export type SessionState =
  | { readonly status: "ahead" }
  | { readonly status: "due" }
  | { readonly status: "started"; readonly startedAt: string; readonly setsDone: number }
  | {
      readonly status: "done" | "partly" | "moved";
      readonly date: LocalDate;
      readonly dose: number;
      readonly credit: number;
    }
  | { readonly status: "excused"; readonly reason: "illness" | "injury" | "travel" }
  | { readonly status: "skipped" }
  | { readonly status: "missed" };

export interface PlanSession extends PlacedSession {
  /** Id of its `session_log` record. */
  readonly id: RecordId;
  readonly week: number;
  readonly prescription: Prescription;
  readonly state: SessionState;
  /** True when a person moved it here. */
  readonly movedByHand: boolean;
  readonly sets: Readonly<Record<string, LoggedSet>>;
  /** What may be done instead on the day: light legs, core, fifteen minutes; of open sessions of the running week only. */
  readonly instead?: Readonly<Record<"L" | "C" | "V", Prescription>>;
}

/** A planned run, a logged one, or both. */
export interface PlanRun {
  readonly planned: PlannedRun | null;
  /** Id of its `run_log` record, whether it exists yet or not. */
  readonly logId: RecordId;
  readonly date: LocalDate;
  readonly startTime: ClockTime | null;
  readonly kind: RunKind;
  readonly minutes: number;
  readonly km: number | null;
  readonly logged: {
    readonly effort: number | null;
    readonly feel: 1 | 2 | 3 | 4 | 5 | null;
    readonly late: boolean;
  } | null;
}

export interface PlanWeek {
  readonly monday: LocalDate;
  /** Calendar week of the block, from 1. */
  readonly week: number;
  /** Programme week whose sessions it asks for, 1–12: behind the calendar after a taper, a race, a week off, a gap or a repeated week. */
  readonly programmeWeek: number;
  readonly phase: Phase;
  readonly reduced: boolean;
  readonly ask: WeekAsk;
  /** Why it asks for less than A and B. */
  readonly askedBy: Reason | null;
  /** A run far longer than the last ones. */
  readonly spike: Spike | null;
  readonly runs: readonly PlanRun[];
  /** In order of their place. */
  readonly sessions: readonly PlanSession[];
  readonly shortfall: readonly Shortfall[];
  readonly protectedStretches: readonly ProtectedStretch[];
  /** Slots that the phone may now write `agreed` for: the week's Monday has come and nothing is agreed. */
  readonly toAgree: readonly Slot[];
}

export interface Plan {
  readonly startDate: LocalDate;
  readonly today: LocalDate;
  /** The how-manieth run through the programme this is, from 1; the weeks are those of this block. */
  readonly block: number;
  readonly weeks: readonly PlanWeek[];
  /** Index into `weeks` of the week that holds today; −1 before the start. */
  readonly currentWeek: number;
  /** What the app decided in the last four weeks, oldest first. */
  readonly decisions: readonly Decision[];
  /** How far spring drills are open, and what is missing. */
  readonly springGate: SpringGate;
  /** Patterns that pain or an injury keeps out today; all that load the legs after pain that stopped a session. */
  readonly paused: readonly Pattern[];
  /** Straight sets are better next time: breath, not muscle, ended the last ones. */
  readonly straightSets: boolean;
  /** The last day with a session of class light or above. */
  readonly lastLegs: LocalDate | null;
}
