import type { Brand } from "../brand";
import type { ClockTime, LocalDate, Weekday } from "../calendar";
import type { Kit, Pattern, Rung } from "../exercise/pattern";
import type { Prescription, SessionKind, SessionMode, Slot } from "../programme/prescription";
import type { RaceDistance, RunKind } from "../run";

export type RunnerId = Brand<string, "RunnerId">;
export type RecordId = Brand<string, "RecordId">;

export const RECORD_KINDS = [
  "programme",
  "settings",
  "run_plan",
  "week_plan",
  "session_log",
  "run_log",
  "run_feel",
  "health",
  "strength_test",
  "adjustments",
  "comment",
  "grant",
  "held",
] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];

/** JSON as it travels. A body is flat: `field` or `field/entry`; a removed entry stays as null. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
export type Body = Readonly<Record<string, Json>>;

/** A goal race of the programme. */
export interface RaceEntry {
  readonly date: LocalDate;
  readonly distance: RaceDistance;
  /** Whole minutes that the runner expects. */
  readonly minutes: number;
  readonly startTime?: ClockTime;
}

/** Days without strength, or without the runner's own kit; both dates belong to them. */
export interface TimeOffEntry {
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly reason: "illness" | "injury" | "travel" | "holiday";
  readonly sessions: "none" | "withoutKit";
  /** How ill: a cold without fever, fever or chest symptoms, anything else that keeps from training. */
  readonly illness?: "mild" | "feverOrChest" | "general";
  /** Of an injury: the patterns that hurt; the rest of the plan goes on. */
  readonly patterns?: readonly Pattern[];
}

/**
 * Singleton `programme`. Maps: `lockedDays/<weekday>` = true, `minutesOn/<weekday>` = minutes for strength, `races/<id>`,
 * `timeOff/<id>`, `peaks/<id>` (blocks marked as peak volume), `weights/<grams>` (owned: one, or
 * a pair).
 */
export interface ProgrammeFields {
  readonly startDate: LocalDate;
  /** IANA zone; "today" on the server is this zone's. */
  readonly zone: string;
  readonly kit: Kit;
  readonly strengthTime?: ClockTime;
  readonly maxMinutes?: number;
  readonly restDay?: Weekday;
  readonly twoADay?: boolean;
  /** Another time of day that suits strength as well. */
  readonly otherTime?: ClockTime;
  /** Hours between heavy legs and a key run, 24–72. */
  readonly keyRunHours?: number;
  readonly longRunIsKey?: boolean;
  /** Points that hard legs on the rest day cost, 0–100. */
  readonly restDayPenalty?: number;
  readonly minutesOn?: Readonly<Partial<Record<Weekday, number>>>;
  readonly races?: Readonly<Record<string, RaceEntry>>;
  readonly timeOff?: Readonly<Record<string, TimeOffEntry>>;
  readonly peaks?: Readonly<Record<string, { readonly from: LocalDate; readonly to: LocalDate }>>;
  readonly lockedDays: Readonly<Partial<Record<Weekday, true>>>;
  /** Leg training so far: new to it, some, or three months or more in the last year. */
  readonly experience?: "new" | "some" | "trained";
  /** At least two runs a week over the last eight weeks, in the runner's own words before the first records. */
  readonly regularRunner?: boolean;
  readonly weights?: Readonly<Record<string, "one" | "pair">>;
}

/**
 * Singleton `adjustments`: what a person, runner or coach, decided instead of the app. Maps: `chosen/<pattern>` (a rung or load),
 * `undone/<change id>` = true (a change of the app that was taken back).
 */
export interface AdjustmentsFields {
  readonly chosen: Readonly<Partial<Record<Pattern, ChosenEntry>>>;
  readonly undone: Readonly<Record<string, true>>;
}

/** What a person chose for a pattern; it holds for sessions from that day on, until the rules change it. */
export interface ChosenEntry {
  readonly from: LocalDate;
  readonly rung?: Rung;
  /** Grams of each weight. */
  readonly loadGrams?: number;
}

/** Singleton `settings`: language, look, the name a coach sees. */
export interface SettingsFields {
  readonly name?: string;
  readonly language?: "en" | "nl" | "es";
  readonly theme?: "light" | "dark" | "system";
  readonly restSound?: boolean;
}

/** Singleton `run_plan`. Map: `runs/<weekly run id>` = `{ day, kind, minutes, startTime?, km? }`. */
export interface RunPlanFields {
  readonly runs: Readonly<
    Record<string, { day: Weekday; kind: RunKind; minutes: number; startTime?: ClockTime; km?: number }>
  >;
}

/** One per week, singleton key = its Monday. Maps by slot. `agreed` is written once; moves and skips only by a person's act. */
export interface WeekPlanFields {
  readonly monday: LocalDate;
  readonly agreed: Readonly<Partial<Record<Slot, AgreedSession>>>;
  readonly moves: Readonly<Partial<Record<Slot, { date: LocalDate; startTime?: ClockTime }>>>;
  readonly skips: Readonly<Partial<Record<Slot, "illness" | "injury" | "travel" | "other">>>;
}
export interface AgreedSession {
  readonly date: LocalDate;
  readonly startTime: ClockTime;
  readonly kind: SessionKind;
  readonly prescription: Prescription;
  readonly coreVersion: number;
}

/** One per planned session, singleton key `<monday>/<slot>`; extra sessions have a random id. */
export interface SessionLogFields {
  readonly monday: LocalDate;
  readonly slot?: Slot;
  readonly kind: SessionKind;
  /** What was asked when it was started. */
  readonly prescription: Prescription;
  /** The civil day on which it was done. */
  readonly date: LocalDate;
  /** ISO instant; shown, never used for order. */
  readonly startedAt: string;
  readonly finishedAt?: string;
  readonly mode: SessionMode;
  /** `ticked` = "I did it" without sets; `painStop` = stopped by the pain rule. */
  readonly ending?: "finished" | "stopped" | "painStop" | "ticked";
  /** 0–10. */
  readonly effort?: number;
  /** `sets/<entry>`: `P3.1` is the first planned set of P3; added ones are UUIDs. */
  readonly sets: Readonly<Record<string, LoggedSet>>;
  /** `rir/<pattern>`: 0–5, once per exercise. */
  readonly rir: Readonly<Partial<Record<Pattern, number>>>;
  /** `form/<pattern>` = true: the form did not hold. */
  readonly form?: Readonly<Partial<Record<Pattern, true>>>;
  /** Breath, not muscle, was why sets ended. */
  readonly breathless?: boolean;
}
export interface LoggedSet {
  readonly pattern: Pattern;
  readonly state: "done" | "failed" | "skipped";
  /** Reps, seconds or contacts; the worse side when per side. */
  readonly amount: number;
  /** Grams; absent for body weight. */
  readonly loadGrams?: number;
  /** Taken on purpose to the last rep or nearly, to learn what reps in reserve feel like. */
  readonly calibration?: true;
}

/** A run that was run. A planned one has the singleton key `<planned run id>` (see `PlannedRun.id`). Map: `tags/<tag>` = true. */
export interface RunLogFields {
  readonly plannedRun?: string;
  readonly date: LocalDate;
  readonly startTime?: ClockTime;
  readonly kind: RunKind;
  readonly minutes: number;
  readonly km?: number;
  /** Session-RPE 0–10. */
  readonly effort?: number;
  readonly tags: Readonly<Record<string, true>>;
}

/** Singleton key = the run log's id. */
export interface RunFeelFields {
  readonly run: RecordId;
  readonly date: LocalDate;
  /** 1 very heavy – 5 very light, 3 = normal for this kind of run. */
  readonly feel: 1 | 2 | 3 | 4 | 5;
  /** Entered more than 24 h after the run. */
  readonly late?: boolean;
}

/** Singleton key = id of the run or session it is about, or `screening`. */
export interface HealthFields {
  readonly about?: RecordId;
  readonly date: LocalDate;
  /** 0–10. */
  readonly pain?: number;
  readonly painSite?: string;
  /** Soreness of the legs before the start, 0–10: the worst area. */
  readonly soreness?: number;
  /** `sore/<area>`: 0–10. */
  readonly sore?: Readonly<Partial<Record<SoreArea, number>>>;
  /** Still sore from the session before, after more than 72 h. */
  readonly stillSore?: boolean;
  /** Slept badly two nights. */
  readonly sleptBadly?: boolean;
  /** Pain walking before the start, 0–10. */
  readonly painWalking?: number;
  readonly limping?: boolean;
  /** `pains/<pattern>`: pain during an exercise. */
  readonly pains?: Readonly<Partial<Record<Pattern, PainEntry>>>;
  /** The bone questions were answered with yes: one spot, worse with impact, at night or on hopping. */
  readonly boneWarning?: boolean;
  /** Pain on the next morning, 0–10, and whether it was worse than usual; no answer = no worse. */
  readonly morningPain?: number;
  readonly morningWorse?: boolean;
  readonly screening?: Json;
}

/** Where legs are sore before a session. */
export const SORE_AREAS = ["calf", "frontThigh", "hamstring", "glute"] as const;
export type SoreArea = (typeof SORE_AREAS)[number];

/** Pain during one exercise. */
export interface PainEntry {
  /** 0–10. */
  readonly level: number;
  readonly site?: string;
  readonly sharp?: true;
  readonly changesMovement?: true;
  readonly limping?: true;
  readonly givesWay?: true;
}

/** What a runner tests in weeks 0 and 12, and whenever they like. */
export const STRENGTH_TESTS = ["calfRaise", "sidePlank", "sitToStand", "bridge", "balance"] as const;
export type StrengthTest = (typeof STRENGTH_TESTS)[number];

/** Singleton key = its date. `left/<test>`, `right/<test>`: reps, or seconds of the side plank and of balance. */
export interface StrengthTestFields {
  readonly date: LocalDate;
  readonly left: Readonly<Partial<Record<StrengthTest, number>>>;
  readonly right: Readonly<Partial<Record<StrengthTest, number>>>;
}

/** A coach's word, or the runner's answer. */
export interface CommentFields {
  /** The session or run it is about; absent = the runner's whole plan. */
  readonly about?: RecordId;
  readonly text: string;
  /** ISO instant; shown, never used for order. */
  readonly writtenAt: string;
}

/** Written by the server only: what a coach may read and write. */
export interface GrantFields {
  readonly grantee: string;
  readonly coachName: string;
  readonly squadName: string;
  readonly read: readonly string[];
  readonly write: readonly string[];
  readonly since: string;
  readonly revoked?: string;
}

/** Written by the merge only: a value that lost against another person's. Choosing deletes the record. */
export interface HeldFields {
  readonly record: RecordId;
  readonly kind: string;
  /** Key of the body; empty = the deletion of the whole record. */
  readonly key: string;
  /** Absent = the entry or record would have been removed. */
  readonly value?: Json;
}

export interface FieldsByKind {
  readonly programme: ProgrammeFields;
  readonly settings: SettingsFields;
  readonly run_plan: RunPlanFields;
  readonly week_plan: WeekPlanFields;
  readonly session_log: SessionLogFields;
  readonly run_log: RunLogFields;
  readonly run_feel: RunFeelFields;
  readonly health: HealthFields;
  readonly strength_test: StrengthTestFields;
  readonly adjustments: AdjustmentsFields;
  readonly comment: CommentFields;
  readonly grant: GrantFields;
  readonly held: HeldFields;
}
