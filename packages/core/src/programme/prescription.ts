import type { ExerciseId, Kit, LadderPattern, Pattern, Rung } from "../exercise/pattern";

/** A and B are the programme's two sessions; the others are versions of them (once a week, fifteen minutes, light legs, core, taper). */
export const SESSION_KINDS = ["A", "B", "M", "V", "L", "C", "T1", "T2"] as const;
export type SessionKind = (typeof SESSION_KINDS)[number];

/** The two places a week has. A slot keeps its name when its kind is made smaller (slot B may hold kind L). */
export const SLOTS = ["A", "B"] as const;
export type Slot = (typeof SLOTS)[number];

export type Phase = 1 | 2 | 3;
export type SessionMode = "superset" | "straight";

/** `lower-pause-lift-pause` in seconds; X = as fast as controlled, counted as 1. */
export type Tempo = `${number}-${number}-${number | "X"}-${number}`;

/** One exercise of a session. */
export interface PrescribedExercise {
  readonly pattern: Pattern;
  readonly exercise: ExerciseId;
  /** 1–6. */
  readonly sets: number;
  /** Reps, seconds of a hold, or contacts of a spring drill; per side when `perSide`. */
  readonly amount: number;
  readonly unit: "reps" | "seconds" | "contacts";
  readonly perSide: boolean;
  readonly tempo: Tempo | null;
  /** Reps in reserve asked for, 0–5. */
  readonly rir: number;
  /** The weight offered, in grams of each; absent for body weight and where none is owned. */
  readonly loadGrams?: number;
  /** One weight or one in each hand; absent without a load. */
  readonly hands?: 1 | 2;
  /** Why this weight; absent when it is the one lifted last. */
  readonly loadWhy?: LoadWhy;
  /** Lowest and highest amount meant, where it is not the usual one of `amountRange`. */
  readonly range?: readonly [lowest: number, highest: number];
}

/** The lightest one owned, for nothing was lifted on this rung yet; or the nearest one owned to what would be it, in grams. */
export type LoadWhy = { readonly reason: "lightest" } | { readonly reason: "nearest"; readonly wantedGrams: number };

/** What is asked in one session. Planned sets have the entry ids of `plannedSets`. */
export interface Prescription {
  readonly kind: SessionKind;
  /** Programme week, 1–12. */
  readonly week: number;
  readonly phase: Phase;
  readonly reduced: boolean;
  readonly rir: number;
  /** Spring drills, first after the warm-up; empty when there are none. */
  readonly plyo: readonly PrescribedExercise[];
  /** Supersets in order; a pair of one stands alone. */
  readonly pairs: readonly (readonly PrescribedExercise[])[];
  /** What the runner's limit in minutes took away; absent when everything fits. */
  readonly cut?: TimeCut;
  /** Which session of the library this is; absent for the programme's own. */
  readonly library?: string;
  /** The rule by which the app itself made the session smaller on the day; it is then judged against what stands here. */
  readonly eased?: string;
}

/** How a session was made to fit the runner's limit in minutes. */
export interface TimeCut {
  /** The kind that was asked for; another than the prescription's own when even fewer sets were too long. */
  readonly asked: SessionKind;
  /** Sets taken away, in the order in which they went; empty when the kind itself was changed. */
  readonly dropped: readonly { readonly pattern: Pattern; readonly sets: number }[];
}

export interface PrescribeInput {
  readonly kind: SessionKind;
  /** Programme week, 1–12. */
  readonly week: number;
  readonly kit: Kit;
  /** The runner's own limit in minutes of the superset version; null = none. */
  readonly maxMinutes: number | null;
  /** Rungs reached by the runner; where none is given, the default of phase and kit. A rung that the kit lacks goes down to one it holds. */
  readonly rungs?: Readonly<Partial<Record<LadderPattern, Rung>>>;
  /** True in the weeks before a goal race: the hamstring curl stays below the Nordics. */
  readonly noNordics?: boolean;
  /** The how-manieth M of the runner this is, from 1: odd and even ones take turns. Only read for M. */
  readonly turn?: number;
  /** What the runner's records make of it; nothing when absent. */
  readonly adapted?: SessionAdaptation;
}

/** Calf raises count apart in A and its versions (straight knee) and in B and its (bent knee); all else is one series. */
export type Series = Exclude<Pattern, "P5"> | "P5A" | "P5B";

/** What adaptation makes of one exercise, on the runner's rung. */
export interface ExerciseAdaptation {
  /** Left out: it hurts, or an injury pauses it. */
  readonly out?: true;
  /** Taken from the table's amount after a set-back. */
  readonly less?: number;
  /** A new rung: the lowest amount of the range is asked in place of the table's. */
  readonly bottom?: true;
  /** The amount is never below this; not read in reduced weeks. */
  readonly atLeast?: number;
  /** Of the amount, because of pain; 0.8. */
  readonly share?: number;
  /** Of the sets asked, so many fewer; one set stays. */
  readonly fewerSets?: number;
  /** 1: lowering takes a second longer; 2: that, and a pause of two seconds. */
  readonly slower?: 1 | 2;
  readonly rirUp?: number;
  /** Grams of each weight. */
  readonly loadGrams?: number;
  readonly hands?: 1 | 2;
  readonly loadWhy?: LoadWhy;
}

/** Which spring drills may stand: none, heel bounces with the toes down, two-leg pogos, all on two legs, or all of the programme. */
export const SPRING_LEVELS = ["none", "toesDown", "pogo", "twoLegs", "all"] as const;
export type SpringLevel = (typeof SPRING_LEVELS)[number];

/** What a runner's records make of a session beyond the programme's tables. JSON, so that equal ones are found again. */
export interface SessionAdaptation {
  readonly exercises: Readonly<Partial<Record<Series, ExerciseAdaptation>>>;
  readonly spring: SpringLevel;
  /** After a gap: half the contacts of each set, or 30 two-leg contacts in all. */
  readonly springAfterGap?: "half" | "thirty";
  /** Of the sets asked, rounded up: a return after illness. */
  readonly setsShare?: 0.5 | 0.75;
  /** No exercise has more sets than this. */
  readonly setsMax?: number;
  readonly rirUp?: number;
  /** Reps in reserve never below this: what safety asks of a group. */
  readonly rirMin?: number;
  /** The same for rungs: no exercise stands above this one, those that a kind names neither. */
  readonly rungMax?: Rung;
  /** The table's row for sets, reps and reps in reserve, when a held week keeps an earlier one. */
  readonly doseWeek?: number;
}

export interface SessionMinutes {
  readonly superset: number;
  readonly straight: number;
}

export const LOAD_CLASSES = ["none", "light", "moderate", "heavy"] as const;
export type LoadClass = (typeof LOAD_CLASSES)[number];

/** Leg-load points (one decimal when shown) and their class. */
export interface LegLoad {
  readonly points: number;
  readonly class: LoadClass;
}
