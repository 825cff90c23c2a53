import { gateOf, type Pattern, type Rung } from "../exercise";
import { seriesOf, type SessionKind } from "../programme";
import type { HealthFields, PainEntry } from "../record/kinds";
import { fallsShort, isTelling, type ExerciseSituation } from "./decide-exercise";
import type { AdaptInput, DoneSession } from "./input";
import { isCalfGateOpen } from "./ladders";
import type { ExerciseLesson, Lesson } from "./lesson";
import { isLegPattern, sorenessOf } from "./sore-areas";
import type { LadderState, SeriesState, TrainingState } from "./types";

/** Pain of this or less is a clean session; two of them end an ease. EX */
export const CLEAN_PAIN_MAX = 2;
/** Reps in reserve with which the top of the range stands for a gate above it. OURS */
const GATE_RIR = 3;
/** Pain that names no exercise counts as this at most: nothing is raised. OURS */
const UNNAMED_PAIN = 3;

/** What a decision about one exercise is read from. */
export interface Reading {
  readonly input: AdaptInput;
  readonly session: DoneSession;
  /** What was said before the session after it. */
  readonly next: HealthFields | null;
  /** Nothing is raised. */
  readonly isHeld: boolean;
  readonly lesson: Lesson;
  readonly pattern: Pattern;
  readonly done: ExerciseLesson;
}

/** One exercise of a session with all that decides about it; null where it stands on no ladder of the runner. */
export function situationOf(state: TrainingState, reading: Reading): ExerciseSituation | null {
  const { pattern, done, session, next, isHeld, input } = reading;
  if (pattern === "PLYO" || pattern === "MOB") return null;
  const present = state.ladders[pattern];
  const { prescription, kind } = session.log;
  const key = seriesOf(prescription.kind, pattern);
  const series = state.series[key];
  const rungDone = rungOf(done);
  if (present === undefined || series === undefined || rungDone === null) return null;
  const situation: ExerciseSituation = {
    pattern,
    seriesKey: key,
    date: session.log.date,
    lesson: done,
    kind,
    week: prescription.week,
    reduced: prescription.reduced || prescription.eased !== undefined,
    ladder: reachedBy(session.log, rungDone, present),
    series: withLoad(series, rungDone, done),
    rungDone,
    pain: painOf(pattern, session.health),
    health: session.health,
    next,
    isHeld,
  };
  if (!isTelling(situation)) return situation;
  return { ...situation, ladder: withGate(situation, input) };
}

// With another kit the weeks are gone through anew: a rung that a full session was done on was the runner's, whatever the kit begins with.
function reachedBy({ prescription }: DoneSession["log"], rung: Rung, ladder: LadderState): LadderState {
  const isOwn = FULL_KINDS.includes(prescription.kind) && prescription.library === undefined;
  if (!isOwn || rung <= ladder.rung || ladder.tookBack || ladder.ease !== null || ladder.out) return ladder;
  return { ...ladder, rung, before: null, gateMet: 0, fresh: 0 };
}

const FULL_KINDS: readonly SessionKind[] = ["A", "B", "M", "V"];

// What was lifted is known from now on, whatever is decided; a load that the app itself made lighter for a while is no new measure.
function withLoad(series: SeriesState, rung: Rung, { load, asked }: ExerciseLesson): SeriesState {
  const isAsOffered = load === asked.loadGrams && series.loads[rung] !== undefined;
  return load === null || isAsOffered ? series : { ...series, loads: { ...series.loads, [rung]: load } };
}

function rungOf({ asked }: ExerciseLesson): Rung | null {
  const rung = Number(asked.exercise.slice(asked.exercise.indexOf(".") + 1));
  return Number.isInteger(rung) && rung >= 0 && rung <= 5 ? (rung as Rung) : null;
}

/** Pain of a session that names no exercise holds all that load the legs. OURS */
function painOf(pattern: Pattern, health: HealthFields | null): PainEntry | null {
  const named = health?.pains?.[pattern];
  if (named !== undefined) return named;
  const whole = health?.pain;
  if (whole === undefined || !isLegPattern(pattern) || Object.keys(health?.pains ?? {}).length > 0) return null;
  return { level: Math.min(whole, UNNAMED_PAIN) };
}

// Met in this session: once more.
function withGate(situation: ExerciseSituation, { tests }: AdaptInput): LadderState {
  const { ladder, pattern } = situation;
  const isMet = (!fallsShort(situation) && meetsGate(situation)) || isCalfGateOpen(pattern, ladder.rung, tests);
  return isMet ? { ...ladder, gateMet: ladder.gateMet + 1 } : ladder;
}

function meetsGate({ pattern, ladder, lesson, pain, next, series }: ExerciseSituation): boolean {
  const gate = gateOf(pattern, ladder.rung);
  if (gate === null || (pain?.level ?? 0) > CLEAN_PAIN_MAX) return false;
  const amounts = lesson.sets.map(({ amount }) => amount);
  const reach = (least: number, sets: number) => amounts.filter((amount) => amount >= least).length >= sets;
  // After a set-back and while eased less is asked: the gate is not.
  const isLess = series.less > 0 || ladder.ease !== null;
  const isClearTop = !isLess && lesson.hit && lesson.rir !== null && lesson.rir >= Math.max(lesson.asked.rir, GATE_RIR);
  switch (gate.kind) {
    case "amount":
      return reach(gate.amount, gate.sets) || isClearTop;
    case "hold":
      return reach(gate.timesTarget * (lesson.asked.amount + series.less), gate.sets) || isClearTop;
    default: {
      const soreness = next === null ? 0 : (sorenessOf(pattern, next)?.level ?? 0);
      return lesson.sets.length >= lesson.asked.sets && soreness <= gate.sorenessMax;
    }
  }
}
