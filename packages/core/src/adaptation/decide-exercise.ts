import type { LocalDate } from "../calendar";
import type { LadderPattern, Rung } from "../exercise";
import { isReducedWeek, type Series, type SessionKind } from "../programme";
import type { HealthFields, PainEntry } from "../record/kinds";
import { nextTimeAfter, PAIN } from "../safety";
import { isClearlyEasy, type ExerciseLesson } from "./lesson";
import { sorenessOf } from "./sore-areas";
import type { ExerciseDecision, LadderState, SeriesState } from "./types";

/** "Once is enough" needs a target of at most this, and the weeks after the foundation. EX */
const TRUSTED_TARGET = 3;
const TRUSTED_FROM_WEEK = 5;
/** Soreness of a muscle, 0–10, at the start of the next session. EX */
const TOO_SORE = 5;

/** All that one decision about one exercise reads. */
export interface ExerciseSituation {
  readonly pattern: LadderPattern;
  readonly seriesKey: Series;
  readonly date: LocalDate;
  readonly lesson: ExerciseLesson;
  readonly kind: SessionKind;
  /** Programme week of the session. */
  readonly week: number;
  readonly reduced: boolean;
  readonly ladder: LadderState;
  readonly series: SeriesState;
  readonly rungDone: Rung;
  /** Pain of the exercise; null = nothing reported. */
  readonly pain: PainEntry | null;
  /** What was said about the session, the next morning included. */
  readonly health: HealthFields | null;
  /** What was said before the next session. */
  readonly next: HealthFields | null;
  /** A week that holds everything: by its dose, or a run far longer than the last ones. */
  readonly isHeld: boolean;
}

export type Verdict = Pick<ExerciseDecision, "rule"> & {
  readonly action: "stop" | "ease" | "regress" | "hold" | "fewerSets" | "progress";
  /** Of an ease: fewer reps too. */
  readonly fewerReps?: boolean;
  readonly held?: ExerciseDecision["held"];
};

/** The decision table for one exercise after a session: the first row that holds. */
export function decideExercise(situation: ExerciseSituation): Verdict {
  return (
    byPain(situation) ??
    fellShort(situation) ??
    bySoreness(situation) ??
    byProgress(situation) ?? { rule: "AD7", action: "hold" }
  );
}

function byPain({ pain, health }: ExerciseSituation): Verdict | null {
  if (pain === null) return null;
  const morning =
    pain.level >= 1
      ? {
          ...(health?.morningPain === undefined ? {} : { pain: health.morningPain }),
          ...(health?.morningWorse === undefined ? {} : { worse: health.morningWorse }),
        }
      : {};
  switch (nextTimeAfter(pain, morning)) {
    case "restUntilPainFree":
      return { rule: "AD1", action: "stop" };
    case "regress":
      return { rule: "AD2", action: "ease", fewerReps: true };
    case "ease":
      return { rule: "AD2", action: "ease", fewerReps: false };
    case "noIncrease":
      return { rule: "AD3", action: "hold" };
    default:
      return null;
  }
}

/** Kinds whose sets say how the exercise goes; light and taper sessions are easy by design. */
const TELLING_KINDS: readonly SessionKind[] = ["A", "B", "M", "V"];

/** Whether the sets can be read for amounts and gates at all. */
export function isTelling({ kind, pattern, ladder, rungDone, lesson }: ExerciseSituation): boolean {
  const isOwnKind = TELLING_KINDS.includes(kind) || (kind === "C" && pattern.startsWith("U"));
  return isOwnKind && ladder.rung === rungDone && lesson.sets.length > 0 && lesson.rir !== null;
}

function fellShort(situation: ExerciseSituation): Verdict | null {
  return isTelling(situation) && fallsShort(situation) ? { rule: "AD4", action: "regress" } : null;
}

/** Whether a telling session fell short: too few reps, too few left, or a form that did not hold. */
export function fallsShort({ lesson, reduced }: Pick<ExerciseSituation, "lesson" | "reduced">): boolean {
  const isHarder = lesson.rir !== null && lesson.rir <= lesson.asked.rir - 2 && !lesson.calibration && !reduced;
  return lesson.low || isHarder || lesson.form;
}

function bySoreness({ pattern, next }: ExerciseSituation): Verdict | null {
  if (next === null) return null;
  const sore = sorenessOf(pattern, next);
  if (sore === null) return next.stillSore === true && isSoreWithout(pattern) ? FEWER_SETS : null;
  return sore.level >= TOO_SORE || (next.stillSore === true && sore.level >= 1) ? FEWER_SETS : null;
}

const FEWER_SETS: Verdict = { rule: "AD5", action: "fewerSets" };

// Still sore, and nobody said where: all of the legs.
function isSoreWithout(pattern: LadderPattern): boolean {
  return sorenessOf(pattern, { soreness: TOO_SORE }) !== null;
}

function byProgress(situation: ExerciseSituation): Verdict | null {
  const { lesson, week, ladder, series, reduced, isHeld } = situation;
  if (!isTelling(situation) || reduced || isReducedWeek(week) || ladder.ease !== null || ladder.out) return null;
  if (lesson.rir === null || !lesson.hit || lesson.rir < lesson.asked.rir) return null;
  const isOnceEnough = week >= TRUSTED_FROM_WEEK && lesson.asked.rir <= TRUSTED_TARGET && isClearlyEasy(lesson);
  if (!isOnceEnough && !series.agreed) return null;
  return isHeld ? { rule: "AD7", action: "hold", held: "heldWeek" } : { rule: "AD6", action: "progress" };
}

/** Whether the session agrees with an increase: the top of the range, with the reps in reserve that were asked, and no pain that holds. */
export function agrees({ lesson, pain }: Pick<ExerciseSituation, "lesson" | "pain">): boolean {
  return (pain?.level ?? 0) < PAIN.noIncrease && lesson.hit && lesson.rir !== null && lesson.rir >= lesson.asked.rir;
}
