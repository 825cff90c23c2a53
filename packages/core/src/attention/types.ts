import type { LocalDate } from "../calendar";
import type { Pattern } from "../exercise";
import type { Plan } from "../plan/types";
import type { SessionKind, Slot } from "../programme";
import type { AdjustmentsFields, RecordId, SessionLogFields } from "../record";

export const MISTAKES = ["tooMuchTooSoon", "strengthVanishing", "optional", "wrongMuscles"] as const;
/** The four that cost runners most, in the order in which a word helps. */
export type MistakeName = (typeof MISTAKES)[number];

export const MISTAKE_RULES = ["MIS1", "MIS2", "MIS3", "MIS4", "MIS5", "MIS6", "MIS7", "MIS8", "MIS9", "MIS10"] as const;
export type MistakeRule = (typeof MISTAKE_RULES)[number];

export const MUSCLE_GROUPS = ["quads", "glutes", "hamstrings", "calves", "core", "upper"] as const;
export type MuscleGroup = (typeof MUSCLE_GROUPS)[number];

/** What is seen of one week, session, exercise or muscle group. Shares are whole percent. */
export type EvidenceRow =
  | { readonly kind: "sessions"; readonly week: number; readonly found: number; readonly asked: number }
  | { readonly kind: "work"; readonly week: number; readonly share: number; readonly before: number | null }
  | {
      readonly kind: "load";
      readonly pattern: Pattern;
      readonly date: LocalDate;
      readonly fromGrams: number;
      readonly toGrams: number;
    }
  | {
      readonly kind: "rung";
      readonly pattern: Pattern;
      readonly date: LocalDate;
      readonly from: number;
      readonly to: number;
    }
  /** Sets a week, to one decimal, and what the plan asked. */
  | { readonly kind: "group"; readonly group: MuscleGroup; readonly found: number; readonly asked: number }
  | { readonly kind: "share"; readonly of: "legs" | "core" | "upper"; readonly share: number }
  | { readonly kind: "running"; readonly week: number; readonly minutes: number; readonly usual: number }
  | {
      readonly kind: "leftOut";
      readonly week: number;
      readonly date: LocalDate;
      readonly session: SessionKind;
    };

/** Where one tap helps: the week to place sessions in, the minutes and days for strength, or a session that is still ahead. */
export type MistakeAction =
  | { readonly to: "week" }
  | { readonly to: "minutes" }
  | {
      readonly to: "session";
      readonly id: RecordId;
      readonly slot: Slot;
      readonly kind: SessionKind;
      readonly date: LocalDate;
    };

/** What was seen, by the rule that names it. */
export interface Mistake {
  readonly mistake: MistakeName;
  readonly rule: MistakeRule;
  /** What was found and from what on it is named: sessions, percent, grams, steps, sets a week or weeks. */
  readonly found: number;
  readonly threshold: number;
  /** Beyond `found` and `threshold`, what the sentence reads. */
  readonly params: Readonly<Record<string, string | number>>;
  /** Never empty, oldest first. */
  readonly rows: readonly EvidenceRow[];
  readonly action: MistakeAction | null;
}

export interface AttentionInput {
  readonly plan: Pick<Plan, "weeks" | "today" | "startDate" | "currentWeek">;
  /** Logs of sessions beside the plan; others are passed over. */
  readonly extras: readonly SessionLogFields[];
  /** Rungs and loads that a person chose instead of the app. */
  readonly chosen?: AdjustmentsFields["chosen"];
}
