import { sessionCredit, sessionDose } from "../adherence";
import type { LocalDate } from "../calendar";
import type { Pattern } from "../exercise";
import { amountRange, type PrescribedExercise, type SessionKind } from "../programme";
import { loadDone } from "../programme";
import type { LoggedSet, SessionLogFields } from "../record/kinds";
import { isWeight } from "./owned-weights";

/** Amounts above these are slips of the finger: nothing is learned from the set. OURS */
const REPS_BELIEVED = 100;
const SECONDS_BELIEVED = 900;

/** One exercise as it was done. */
export interface ExerciseLesson {
  readonly asked: PrescribedExercise;
  readonly range: readonly [lowest: number, highest: number];
  /** Sets that were done and can be believed, in order of their entries. */
  readonly sets: readonly { readonly entry: string; readonly amount: number; readonly loadGrams: number | null }[];
  /** Every set asked for was done, each at the top of the range or above. */
  readonly hit: boolean;
  /** Two sets below the range, or the only one. */
  readonly low: boolean;
  readonly rir: number | null;
  /** A set taken to the last rep on purpose. */
  readonly calibration: boolean;
  readonly form: boolean;
  /** The heaviest believed load, grams of each weight. */
  readonly load: number | null;
}

/** What a logged session teaches. */
export interface Lesson {
  readonly date: LocalDate;
  readonly kind: SessionKind;
  /** 0–1. */
  readonly dose: number;
  readonly credit: number;
  /** Class light or above. */
  readonly isLegs: boolean;
  /** Anything of it was done. */
  readonly isDone: boolean;
  readonly exercises: ReadonlyMap<Pattern, ExerciseLesson>;
}

/** Reps in reserve so many above what was asked are enough once. EX */
const CLEARLY_EASY = 2;

/** Whether clearly more reps were left than were asked for. */
export function isClearlyEasy({ rir, asked }: ExerciseLesson): boolean {
  return rir !== null && rir >= asked.rir + CLEARLY_EASY;
}

const lessons = new WeakMap<SessionLogFields, Lesson>();

/** Points from which a session loads the legs at all, whatever it was new or known. */
const KNOWN = { exposures: 3 };

/** What a log teaches; asked again of the same log it is remembered, for years of them are read at every tap. */
export function lessonOf(log: SessionLogFields): Lesson {
  const known = lessons.get(log);
  if (known) return known;
  const lesson = readLesson(log);
  lessons.set(log, lesson);
  return lesson;
}

function readLesson(log: SessionLogFields): Lesson {
  const { prescription, kind, date } = log;
  const logged = { prescription, sets: log.sets, ending: log.ending ?? null, kind };
  const { dose } = sessionDose(logged);
  const isDone = dose > 0 || sessionCredit(logged) > 0;
  return {
    date,
    kind,
    dose,
    credit: sessionCredit(logged),
    isDone,
    isLegs: isDone && loadDone(log, KNOWN).class !== "none",
    exercises: exercisesOf(log),
  };
}

function exercisesOf(log: SessionLogFields): ReadonlyMap<Pattern, ExerciseLesson> {
  const { prescription } = log;
  const byPattern = new Map<Pattern, (readonly [string, LoggedSet])[]>();
  for (const each of Object.entries(log.sets)) {
    if (each[1].state === "skipped") continue;
    const others = byPattern.get(each[1].pattern);
    if (others) others.push(each);
    else byPattern.set(each[1].pattern, [each]);
  }
  const lessonsByPattern = new Map<Pattern, ExerciseLesson>();
  for (const asked of prescription.pairs.flat()) {
    if (lessonsByPattern.has(asked.pattern)) continue;
    const sets = (byPattern.get(asked.pattern) ?? []).filter(([, set]) => isBelieved(set, asked)).sort(byEntry);
    lessonsByPattern.set(asked.pattern, lessonFrom(log, asked, sets));
  }
  return lessonsByPattern;
}

function lessonFrom(
  log: SessionLogFields,
  asked: PrescribedExercise,
  sets: readonly (readonly [string, LoggedSet])[],
): ExerciseLesson {
  const range = amountRange(asked, log.prescription.phase);
  const amounts = sets.map(([, { amount }]) => amount);
  const below = amounts.filter((amount) => amount < range[0]).length;
  const loads = sets.flatMap(([, { loadGrams }]) =>
    loadGrams !== undefined && isWeight(loadGrams) ? [loadGrams] : [],
  );
  return {
    asked,
    range,
    sets: sets.map(([entry, { amount, loadGrams }]) => ({ entry, amount, loadGrams: loadGrams ?? null })),
    hit: sets.length >= asked.sets && sets.every(([, { state, amount }]) => state === "done" && amount >= range[1]),
    low: below >= 2 || (below === 1 && sets.length === 1 && asked.sets === 1),
    rir: log.rir[asked.pattern] ?? null,
    calibration: sets.some(([, { calibration }]) => calibration === true),
    form: log.form?.[asked.pattern] === true,
    load: loads.length === 0 ? null : Math.max(...loads),
  };
}

function isBelieved({ amount }: LoggedSet, { unit }: PrescribedExercise): boolean {
  return amount > 0 && amount <= (unit === "seconds" ? SECONDS_BELIEVED : REPS_BELIEVED);
}

function byEntry([one]: readonly [string, LoggedSet], [other]: readonly [string, LoggedSet]): number {
  return one < other ? -1 : 1;
}
