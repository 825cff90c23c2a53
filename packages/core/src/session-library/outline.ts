import type { LadderPattern, MobilityMove, Rung } from "../exercise";
import type { SpringDose } from "../programme/twelve-weeks";
import type { Focus, Level } from "./focus";

/**
 * One exercise of an outline: a pattern on the rung of the level and the kit (`P1`), one rung easier (`P1-`), one given rung (`P6F@2`),
 * or a mobility move (`catCow`).
 */
export type Piece = LadderPattern | `${LadderPattern}-` | `${LadderPattern}@${Rung}` | MobilityMove;

/** What a session is made of before level and kit give it its rungs, sets and amounts. */
export interface Outline {
  readonly plyo?: readonly SpringDose[];
  /** Supersets: partners never share a prime mover. */
  readonly pairs: readonly (readonly [Piece, Piece?])[];
}

/** Sessions of one name: its outlines are I, II, III … */
export interface Series {
  /** Begins the ids; its title and description are messages. */
  readonly id: SeriesId;
  readonly focus: Focus;
  /** Levels at which every outline is offered; the title says them when there are more than one. */
  readonly levels: readonly Level[];
  readonly outlines: readonly Outline[];
}

export const SERIES_IDS = [
  "full-body",
  "lower-body",
  "hips",
  "calves",
  "core",
  "balance",
  "spring",
  "jumps",
  "upper-body",
  "upper-core",
  "mobility",
  "snack-legs",
  "snack-hips",
  "snack-calves",
  "snack-core",
  "snack-upper",
  "snack-mobility",
] as const;
export type SeriesId = (typeof SERIES_IDS)[number];
