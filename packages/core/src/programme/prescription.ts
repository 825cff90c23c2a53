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
}

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
