import { defaultRung, exerciseId, holdsRung, takesLoad, type Kit, type LadderPattern, type Rung } from "../exercise";
import type { Phase } from "../programme";
import { EASE_LOAD_PERCENT } from "../safety";
import { isClearlyEasy, type ExerciseLesson } from "./lesson";
import { lighterBy, nextHeavier, type OwnedWeights, type Weights } from "./owned-weights";
import type { ExerciseChange, LadderState, SeriesState } from "./types";

/** What an exercise may grow within. */
export interface Room {
  readonly kit: Kit;
  readonly owned: OwnedWeights;
  readonly rungMax: Rung;
  readonly phase: Phase;
  readonly nordics: boolean;
  /** A new rung may begin: not in the days before a goal race. */
  readonly newRungs: boolean;
  /** Reps may grow: in A and B, whose reps the ranges are of. */
  readonly moreReps: boolean;
  readonly slower: boolean;
  /** Sessions in which a gate has to be met. */
  readonly gateSessions: number;
}

export interface Changed {
  readonly ladder: LadderState;
  readonly series: SeriesState;
  readonly change: ExerciseChange | null;
}

interface Present {
  readonly pattern: LadderPattern;
  readonly lesson: ExerciseLesson;
  readonly ladder: LadderState;
  readonly series: SeriesState;
}

/** Steps of load: legs 5 to 10 %, upper body 2.5 to 5 %. A next weight more than 12 % heavier waits for two reps more. EX */
const LEG_STEP = { least: 1.05, most: 1.1 } as const;
const UPPER_STEP = { least: 1.025, most: 1.05 } as const;
const BIG_STEP = 1.12;
const REPS_BEFORE_BIG_STEP = 2;
/** After falling short: a tenth less load, or two reps less with body weight. EX */
const SHORT_LOAD_SHARE = 0.9;
const SHORT_REPS = 2;
/** The same for a hold. OURS */
const SHORT_SECONDS = 5;
/** What was typed as lifted beyond this many times the heaviest weight owned is a slip of the finger. OURS */
const LIFTED_TIMES_OWNED = 2;
/** Hamstring curls grow by one rep, up to six. EX */
const CURL_REPS_MAX = 6;
const FEWEST_REPS = 3;
/** OURS */
const FEWEST_SECONDS = 10;

/**
 * The next step up, in this order: reps to the top of the range, load, slower, the next rung. EX
 * Hamstring curls: one rep, then the next rung. Null change: nothing is left to raise with this kit.
 */
export function progress(present: Present, room: Room): Changed {
  const { pattern } = present;
  const steps = pattern === "P8" ? [oneRep, nextRung] : [repsToTop, moreLoad, slowerLowering, nextRung];
  for (const step of steps) {
    const changed = step(present, room);
    if (changed !== null) return changed;
  }
  return { ...present, change: null };
}

/** After a session that fell short: less load or fewer reps; the second time in a row one rung down. EX */
export function regress(present: Present, room: Room): Changed {
  const { ladder, series, lesson } = present;
  const down = series.fellShort ? rungDown(present, room) : null;
  if (down !== null) return down;
  const load = lesson.load ?? lesson.asked.loadGrams ?? null;
  const lighter = load === null ? null : stepDown(weightsFor(present, room), load);
  if (load !== null && lighter !== null)
    return {
      ladder,
      series: { ...series, loads: { ...series.loads, [ladder.rung]: lighter } },
      change: { kind: "load", from: load, to: lighter },
    };
  const fewest = lesson.asked.unit === "seconds" ? FEWEST_SECONDS : FEWEST_REPS;
  const to = Math.max(fewest, lesson.asked.amount - shortBy(lesson));
  if (to >= lesson.asked.amount) return rungDown(present, room) ?? { ladder, series, change: null };
  return withAmount(present, to);
}

function shortBy({ asked }: ExerciseLesson): number {
  return asked.unit === "seconds" ? SHORT_SECONDS : SHORT_REPS;
}

// A tenth less, or where the weights lie further apart one weight less.
function stepDown(weights: Weights, load: number): number | null {
  return lighterBy(weights, load, SHORT_LOAD_SHARE) ?? weights.findLast((each) => each < load) ?? null;
}

/** Until two sessions pass without pain: a fifth less load where one is owned, else one rung down, else fewer reps alone. EX */
export function ease(given: Present, room: Room, fewerReps: boolean): Changed {
  const present = given.ladder.ease === null ? given : easedFurther(given, room);
  const { ladder, series, lesson } = present;
  const load = series.loads[ladder.rung] ?? lesson.load;
  const canBeLighter =
    load !== null && lighterBy(weightsFor(present, room), load, 1 - EASE_LOAD_PERCENT / 100) !== null;
  const by = canBeLighter ? "load" : lowerRung(present, room) !== null ? "rung" : "amount";
  return {
    ladder: { ...ladder, ease: { by, fewerReps: fewerReps || by === "amount", clean: 0 } },
    series,
    change: { kind: "ease", by, fewerReps: fewerReps || by === "amount" },
  };
}

// It hurts though it was eased: what it was eased from comes down as well.
function easedFurther(present: Present, room: Room): Present {
  const { ladder, series, lesson } = present;
  if (ladder.ease?.by === "rung") {
    const rung = lowerRung(present, room);
    if (rung === null) return present;
    return { ...present, ladder: { ...ladder, rung, before: null, gateMet: 0, fresh: 0 }, series: atNewRung(series) };
  }
  const load = series.loads[ladder.rung] ?? lesson.load;
  const lighter =
    load === null || ladder.ease?.by !== "load"
      ? null
      : lighterBy(weightsFor(present, room), load, 1 - EASE_LOAD_PERCENT / 100);
  return lighter === null
    ? present
    : { ...present, series: { ...series, loads: { ...series.loads, [ladder.rung]: lighter } } };
}

/** The next lower rung that the kit holds; null when there is none. */
export function lowerRung(
  { pattern, ladder }: Pick<Present, "pattern" | "ladder">,
  { kit }: Pick<Room, "kit">,
): Rung | null {
  for (let rung = ladder.rung - 1; rung >= 0; rung -= 1) if (holdsRung(kit, pattern, rung as Rung)) return rung as Rung;
  return null;
}

// What a set-back took comes back before anything else is raised.
function repsToTop(present: Present, { moreReps }: Room): Changed | null {
  if (!moreReps) return null;
  const { lesson, series } = present;
  const { amount } = lesson.asked;
  const to = Math.max(lesson.range[1], amount + Math.min(series.less, shortBy(lesson)));
  return amount < to ? withAmount(present, to) : null;
}

function oneRep(present: Present, { moreReps }: Room): Changed | null {
  if (!moreReps) return null;
  const { amount } = present.lesson.asked;
  return amount < CURL_REPS_MAX ? withAmount(present, amount + 1) : null;
}

function moreLoad(present: Present, room: Room): Changed | null {
  const { pattern, lesson, series } = present;
  const load = lesson.load ?? lesson.asked.loadGrams ?? null;
  if (load === null || takesLoad(lesson.asked.exercise) === null) return null;
  const to = nextHeavier(weightsFor(present, room), load, pattern.startsWith("U") ? UPPER_STEP : LEG_STEP);
  if (to === null) return null;
  if (to > load * BIG_STEP && !series.stretched) {
    // In a session whose reps do not grow the big step waits until it is clearly easy.
    if (!room.moreReps) return isClearlyEasy(lesson) ? withLoad(present, to) : null;
    const more = withAmount(present, lesson.range[1] + REPS_BEFORE_BIG_STEP);
    return { ...more, series: { ...more.series, stretched: true } };
  }
  return withLoad(present, to);
}

function withLoad({ ladder, series, lesson }: Present, to: number): Changed {
  const loads = { ...series.loads, [ladder.rung]: to };
  return {
    ladder,
    series: { ...series, bottom: false, atLeast: 0, stretched: false, loads },
    change: { kind: "load", from: lesson.load ?? lesson.asked.loadGrams ?? null, to },
  };
}

function slowerLowering({ ladder, series, lesson }: Present, room: Room): Changed | null {
  if (!room.slower || lesson.asked.tempo === null || series.slowest === 2) return null;
  const to = series.slowest === 0 ? 1 : 2;
  return { ladder, series: { ...series, slower: to, slowest: to }, change: { kind: "tempo", to } };
}

function nextRung({ pattern, ladder, series }: Present, room: Room): Changed | null {
  if (ladder.gateMet < room.gateSessions || !room.newRungs) return null;
  const to = higherRung(pattern, ladder.rung, room);
  if (to === null) return null;
  return {
    ladder: { ...ladder, rung: to, before: ladder.rung, gateMet: 0, fresh: 2 },
    series: { ...atNewRung(series), bottom: true },
    change: { kind: "rung", from: exerciseId(pattern, ladder.rung), to: exerciseId(pattern, to) },
  };
}

/** A series whose rung is another now: amounts and tempo begin anew, loads are known rung by rung. */
export function atNewRung(series: SeriesState): SeriesState {
  return {
    ...series,
    less: 0,
    bottom: false,
    atLeast: 0,
    stretched: false,
    slower: 0,
    slowest: 0,
    agreed: false,
    fellShort: false,
    last: null,
  };
}

/** Nordics begin on this rung of the hamstring curl. EX */
const FIRST_NORDIC: Rung = 3;

// One above the rung of the phase at most.
function higherRung(pattern: LadderPattern, rung: Rung, { kit, rungMax, nordics, phase }: Room): Rung | null {
  const most = Math.min(rungMax, (defaultRung({ pattern, phase, kit }) ?? 0) + 1);
  for (let next = rung + 1; next <= most; next += 1) {
    const isAllowed = nordics || pattern !== "P8" || next < FIRST_NORDIC;
    if (isAllowed && holdsRung(kit, pattern, next as Rung)) return next as Rung;
  }
  return null;
}

function rungDown(present: Present, room: Room): Changed | null {
  const { pattern, ladder, series } = present;
  const to = lowerRung(present, room);
  if (to === null) return null;
  return {
    ladder: { ...ladder, rung: to, before: null, gateMet: 0, fresh: 0 },
    series: atNewRung(series),
    change: { kind: "rung", from: exerciseId(pattern, ladder.rung), to: exerciseId(pattern, to) },
  };
}

function withAmount({ ladder, series, lesson }: Present, to: number): Changed {
  const from = lesson.asked.amount;
  const isMore = to > from;
  const less = isMore ? Math.max(0, series.less - (to - from)) : series.less + (series.atLeast >= from ? 0 : from - to);
  const atLeast = isMore || series.atLeast >= from ? to : series.atLeast;
  return {
    ladder,
    series: { ...series, less, atLeast, bottom: series.bottom && !(isMore && series.less === 0) },
    change: { kind: "amount", from, to },
  };
}

/** The weights for an exercise: pairs where it takes two and there are some, and those that the runner lifted before. */
function weightsFor({ lesson, series }: Pick<Present, "lesson" | "series">, { owned }: Pick<Room, "owned">): Weights {
  return weightsOf(lesson.asked.exercise, series, owned);
}

/** As `weightsFor`, of an exercise that was not done yet. */
export function weightsOf(
  exercise: ExerciseLesson["asked"]["exercise"],
  { loads }: Pick<SeriesState, "loads">,
  owned: OwnedWeights,
): Weights {
  const load = takesLoad(exercise);
  if (load === null) return [];
  const inHand = load.hands === 2 && owned.pairs.length > 0 ? owned.pairs : owned.single;
  const heaviest = owned.isAssumed ? Infinity : (owned.single.at(-1) ?? Infinity);
  const lifted = Object.values(loads).filter((grams) => grams <= heaviest * LIFTED_TIMES_OWNED);
  const all = [...new Set([...inHand, ...lifted])].sort((one, other) => one - other);
  const { grams } = load;
  return grams === undefined ? all : all.filter((each) => each >= grams.least && each <= grams.most);
}
