import type { LocalDate } from "../calendar";
import type { ExerciseId, Pattern, Rung } from "../exercise";
import type { Series } from "../programme";
import type { RecordId, SoreArea } from "../record/kinds";

/**
 * Ids of the decision tables, in the order in which they are asked: AD per exercise after a session, CHK before one, WEEK at the end
 * of a week, GAP on return after a gap, ILL after illness, INJ with an injury, CAL a calibration set.
 */
export const ADAPT_RULES = [
  "AD1",
  "AD2",
  "AD3",
  "AD4",
  "AD5",
  "AD6",
  "AD7",
  "CHK1",
  "CHK2",
  "CHK3",
  "CHK4",
  "CHK5",
  "WEEK1",
  "WEEK2",
  "WEEK3",
  "WEEK4",
  "WEEK5",
  "WEEK6",
  "GAP1",
  "GAP2",
  "GAP3",
  "GAP4",
  "GAP5",
  "GAP6",
  "ILL1",
  "ILL2",
  "INJ1",
] as const;
export type AdaptRule = (typeof ADAPT_RULES)[number];

/** One logged set that a decision rests on. */
export interface SetEvidence {
  /** Entry in the log: `P3.1`. */
  readonly entry: string;
  readonly amount: number;
  readonly loadGrams: number | null;
}

/** What a decision was read from: which sets, which day. */
export interface Evidence {
  readonly session: RecordId;
  readonly date: LocalDate;
  readonly sets: readonly SetEvidence[];
  /** Lowest and highest amount that was meant; null where nothing was asked. */
  readonly range: readonly [lowest: number, highest: number] | null;
  readonly rir: number | null;
  readonly rirAsked: number | null;
  /** The form did not hold. */
  readonly form: boolean;
  /** 0–10, of the exercise; null = nothing reported. */
  readonly pain: number | null;
  /** 0–10, at the start of the next session; null = nothing reported. */
  readonly soreness: number | null;
  readonly sorest: SoreArea | null;
}

/** What changes for an exercise. */
export type ExerciseChange =
  /** Reps, or seconds of a hold. */
  | { readonly kind: "amount"; readonly from: number; readonly to: number }
  /** Grams of each weight; from null = none was known. */
  | { readonly kind: "load"; readonly from: number | null; readonly to: number }
  /** 1: lowering takes a second longer; 2: and a pause of two seconds. */
  | { readonly kind: "tempo"; readonly to: 1 | 2 }
  | { readonly kind: "rung"; readonly from: ExerciseId; readonly to: ExerciseId }
  /** One set less, next time only. */
  | { readonly kind: "sets" }
  /** Lighter, on an easier rung or with fewer reps, until two sessions pass with pain of 2 or less. */
  | { readonly kind: "ease"; readonly by: EaseBy; readonly fewerReps: boolean }
  /** Left out until walking is free of pain. */
  | { readonly kind: "out" };
export type EaseBy = "load" | "rung" | "amount";

/** A decision about one exercise. */
export interface ExerciseDecision {
  /** `<session id>:<series>`, the same on every device. */
  readonly id: string;
  readonly about: "exercise";
  readonly rule: "AD1" | "AD2" | "AD3" | "AD4" | "AD5" | "AD6" | "AD7";
  readonly pattern: Pattern;
  readonly series: Series;
  readonly exercise: ExerciseId;
  readonly date: LocalDate;
  /** Null = all stays as it is. */
  readonly change: ExerciseChange | null;
  /** Why a change that was due is not made. */
  readonly held: "onceAWeek" | "threeASession" | "heldWeek" | "nothingLeft" | null;
  readonly evidence: readonly Evidence[];
  /** A person took it back. */
  readonly undone: boolean;
}

/** A decision about the programme week. */
export interface WeekDecision {
  /** `week:<monday>`: the week that was judged; `gap:<date>`: the last leg session before the gap. */
  readonly id: string;
  readonly about: "week";
  readonly rule: Exclude<
    AdaptRule,
    ExerciseDecision["rule"] | "CHK1" | "CHK2" | "CHK3" | "CHK4" | "CHK5" | "INJ1" | "ILL1"
  >;
  readonly date: LocalDate;
  /** Programme weeks. */
  readonly from: number;
  readonly to: number;
  /** Dose of the week, 0–1; null where none was read. */
  readonly dose: number | null;
  /** Days without a leg session, of a gap. */
  readonly days: number | null;
  /** What was read, day by day. */
  readonly evidence: readonly {
    readonly date: LocalDate;
    readonly session: RecordId | null;
    readonly dose: number | null;
  }[];
  readonly undone: boolean;
}

export type Decision = ExerciseDecision | WeekDecision;

/** A ladder as the runner stands on it. */
export interface LadderState {
  readonly rung: Rung;
  /** The rung before a step up that adaptation or a person chose, until its first session; null otherwise. */
  readonly before: Rung | null;
  /** Sessions in which the gate of the present rung was met. */
  readonly gateMet: number;
  /** Sessions left in which the rung counts as new. */
  readonly fresh: 0 | 1 | 2;
  readonly ease: Ease | null;
  readonly out: boolean;
  /** Monday of the week of the last change. */
  readonly changedIn: LocalDate | null;
  /** A person took a rung back or chose one: what was done on a higher one before no longer counts. */
  readonly tookBack: boolean;
}
export interface Ease {
  readonly by: EaseBy;
  readonly fewerReps: boolean;
  /** Sessions in a row with pain of 2 or less. */
  readonly clean: 0 | 1;
}

/** Amounts and loads of a series; calf raises have two on one ladder. */
export interface SeriesState {
  /** Taken from the table's amount after a set-back. */
  readonly less: number;
  /** On a new rung: the lowest of the range in place of the table's amount, until it is raised. */
  readonly bottom: boolean;
  /** The amount is never below this; 0 = the table's. */
  readonly atLeast: number;
  /** Reps were raised above the range, because the next weight is far heavier. */
  readonly stretched: boolean;
  readonly slower: 0 | 1 | 2;
  /** The slowest that was reached on this rung: a new phase asks its own tempo, but what was learned is not asked again. */
  readonly slowest: 0 | 1 | 2;
  /** Whether the last session hit the top with the reps in reserve asked. */
  readonly agreed: boolean;
  /** Whether the last session fell short. */
  readonly fellShort: boolean;
  /** What the last telling session was read as: a second one in agreement rests on both. */
  readonly last: Evidence | null;
  /** One set less in the next session. */
  readonly fewerSets: boolean;
  /** What was lifted last on each rung, grams of each weight. */
  readonly loads: Readonly<Partial<Record<Rung, number>>>;
}

/** What a return after a gap asks of the next leg sessions. */
export interface GapEase {
  readonly loadShare: number;
  readonly rirUp: number;
  readonly setsMax: number | null;
  readonly spring: "half" | "thirty" | null;
  readonly curl: boolean;
  readonly sessionsLeft: 0 | 1 | 2;
}

/** What is left of a return after illness: the share of the sets in each session to come. */
export type Ramp = readonly (0.5 | 0.75)[];

/** Everything that the records say about the next session. */
export interface TrainingState {
  readonly ladders: Readonly<Partial<Record<Pattern, LadderState>>>;
  readonly series: Readonly<Partial<Record<Series, SeriesState>>>;
  readonly gap: GapEase | null;
  readonly ramp: Ramp;
  /** Pain that stopped a session: no leg work until walking is free of pain. */
  readonly legsOut: boolean;
  /** Spring drills with the toes down until this day; null = as the gate says. */
  readonly springCalmUntil: LocalDate | null;
  /** Breath, not muscle, ended the sets of the last session. */
  readonly breathless: boolean;
}
