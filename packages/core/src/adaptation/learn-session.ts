import { addDays, mondayOf } from "../calendar";
import { exerciseId, GATE_SESSIONS, gateOf, type LadderPattern, type Pattern, type Rung } from "../exercise";
import { growsSlower, seriesOf } from "../programme";
import type { HealthFields, PainEntry } from "../record/kinds";
import { nextTimeAfter } from "../safety";
import { ease, progress, regress, atNewRung, type Changed, type Room } from "./change-exercise";
import { agrees, decideExercise, fallsShort, isTelling, type ExerciseSituation, type Verdict } from "./decide-exercise";
import type { AdaptInput, DoneSession } from "./input";
import { isCalfGateOpen, seriesOn } from "./ladders";
import { lessonOf, type ExerciseLesson, type Lesson } from "./lesson";
import { isLegPattern, sorenessOf } from "./sore-areas";
import type { Evidence, ExerciseDecision, LadderState, SeriesState, TrainingState } from "./types";

/** At most so many exercises change after one session; pain and soreness wait for nobody. EX */
const CHANGES_A_SESSION = 3;
/** Pain in a spring drill, or a worse morning after one, keeps the toes down for so long. EX */
const CALM_SPRING_DAYS = 7;
const SPRING_PAIN_FROM = 3;
/** Pain of this or less is a clean session; two of them end an ease. EX */
const CLEAN_PAIN_MAX = 2;
/** Reps in reserve with which the top of the range stands for a gate above it. OURS */
const GATE_RIR = 3;

export interface Learning {
  readonly input: AdaptInput;
  readonly session: DoneSession;
  /** What was said before the session after it; null = nothing, or there was none. */
  readonly next: HealthFields | null;
  /** Nothing is raised in this week. */
  readonly isHeld: boolean;
}

export interface Learned {
  readonly state: TrainingState;
  readonly decisions: readonly ExerciseDecision[];
}

/** The state after one more session, and each decision with what it rests on. */
export function learnSession(before: TrainingState, learning: Learning): Learned {
  const { session, input } = learning;
  const lesson = lessonOf(session.log);
  let state = afterPreCheck(before, session.health);
  const decisions: ExerciseDecision[] = [];
  let changes = 0;
  for (const [pattern, done] of lesson.exercises) {
    const situation = situationOf(state, { ...learning, lesson, pattern, done });
    if (situation === null) continue;
    const { verdict, changed } = judge(situation, { input, session, changes });
    const decision = decisionOf(situation, { session, verdict, change: changed.change, input });
    if (decision.change !== null && !decision.undone && isCounted(verdict)) changes += 1;
    const unchanged = { ladder: situation.ladder, series: situation.series, change: null };
    state = settle(
      state,
      situation,
      decision.undone ? { verdict: HELD, changed: unchanged, session } : { verdict, changed, session },
    );
    decisions.push(decision);
  }
  return { state: afterSession(state, learning, lesson), decisions };
}

const HELD: Verdict = { rule: "AD7", action: "hold" };

interface Judging {
  readonly input: AdaptInput;
  readonly session: DoneSession;
  readonly changes: number;
}

// What the table says, within one change a week and three a session.
function judge(
  situation: ExerciseSituation,
  { input, session, changes }: Judging,
): { readonly verdict: Verdict; readonly changed: Changed } {
  const verdict = decideExercise(situation);
  const unchanged = { ladder: situation.ladder, series: situation.series, change: null };
  if (isCounted(verdict)) {
    if (situation.ladder.changedIn === mondayOf(session.log.date))
      return { verdict: { ...verdict, action: "hold", held: "onceAWeek" }, changed: unchanged };
    if (changes >= CHANGES_A_SESSION)
      return { verdict: { ...verdict, action: "hold", held: "threeASession" }, changed: unchanged };
  }
  const room = roomOf(input, session);
  const changed = changeBy(verdict, situation, room);
  return verdict.action === "progress" && changed.change === null
    ? { verdict: { ...verdict, held: "nothingLeft" }, changed }
    : { verdict, changed };
}

function changeBy(verdict: Verdict, situation: ExerciseSituation, room: Room): Changed {
  const { ladder, series } = situation;
  switch (verdict.action) {
    case "stop":
      return { ladder: { ...ladder, out: true }, series, change: { kind: "out" } };
    case "ease":
      return ease(situation, room, verdict.fewerReps === true);
    case "regress":
      return regress(situation, room);
    case "fewerSets":
      return { ladder, series: { ...series, fewerSets: true }, change: { kind: "sets" } };
    case "progress":
      return progress(situation, room);
    default:
      return { ladder, series, change: null };
  }
}

function isCounted({ action }: Verdict): boolean {
  return action === "progress" || action === "regress";
}

function roomOf({ kit, owned, limits, mayBeginNew }: AdaptInput, { log }: DoneSession): Room {
  return {
    kit,
    owned,
    rungMax: limits.rungMax,
    phase: log.prescription.phase,
    nordics: limits.nordics,
    newRungs: mayBeginNew(log.date),
    slower: growsSlower(log.prescription.kind),
    moreReps: log.prescription.kind === "A" || log.prescription.kind === "B",
    gateSessions: GATE_SESSIONS,
  };
}

interface Reading extends Learning {
  readonly lesson: Lesson;
  readonly pattern: Pattern;
  readonly done: ExerciseLesson;
}

function situationOf(state: TrainingState, reading: Reading): ExerciseSituation | null {
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
    ladder: present,
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
  return { level: Math.min(whole, SPRING_PAIN_FROM) };
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

function decisionOf(
  situation: ExerciseSituation,
  made: {
    readonly session: DoneSession;
    readonly verdict: Verdict;
    readonly change: ExerciseDecision["change"];
    readonly input: AdaptInput;
  },
): ExerciseDecision {
  const { session, verdict, change, input } = made;
  const series = seriesOf(session.log.prescription.kind, situation.pattern);
  const id = `${session.id}:${series}`;
  return {
    id,
    about: "exercise",
    rule: verdict.rule,
    pattern: situation.pattern,
    series,
    exercise: exerciseId(situation.pattern, situation.ladder.rung),
    date: session.log.date,
    change,
    held: verdict.held ?? null,
    evidence: [...earlierEvidence(situation, verdict), evidenceOf(situation, session)],
    undone: input.adjustments.undone[id] === true,
  };
}

// An increase after two sessions in agreement, and a step down after two that fell short, rest on both.
function earlierEvidence({ series }: ExerciseSituation, { rule, action }: Verdict): readonly Evidence[] {
  const isSecond = (rule === "AD6" && series.agreed) || (action === "regress" && series.fellShort);
  return isSecond && series.last !== null ? [series.last] : [];
}

function evidenceOf({ lesson, pain, next, pattern }: ExerciseSituation, { id, log }: DoneSession): Evidence {
  const sore = next === null ? null : sorenessOf(pattern, next);
  return {
    session: id,
    date: log.date,
    sets: lesson.sets,
    range: lesson.range,
    rir: lesson.rir,
    rirAsked: lesson.asked.rir,
    form: lesson.form,
    pain: pain?.level ?? null,
    soreness: sore?.level ?? null,
    sorest: sore?.area ?? null,
  };
}

interface Settling {
  readonly verdict: Verdict;
  readonly changed: Changed;
  readonly session: DoneSession;
}

// Counts go on: agreement, falling short, newness, clean sessions; a change makes them begin again.
function settle(
  state: TrainingState,
  situation: ExerciseSituation,
  { verdict, changed, session }: Settling,
): TrainingState {
  const { pattern, series: present, ladder: reached } = situation;
  const isChange = changed.change !== null && isCounted(verdict);
  const isTold = isTelling(situation);
  const series: SeriesState = {
    ...changed.series,
    fewerSets: verdict.action === "fewerSets",
    agreed: isChange ? false : isTold && !situation.reduced ? agrees(situation) : present.agreed,
    // A reduced week does not read the reps in reserve: it neither adds to a row of short sessions nor ends it.
    fellShort: verdict.rule === "AD4" || (isTold && !situation.reduced ? false : present.fellShort),
    last: isTold ? evidenceOf(situation, session) : present.last,
  };
  const ladder = withCleanSession(changed.ladder, situation, verdict);
  const isNewRung = ladder.rung !== reached.rung;
  const isTried = !isNewRung && situation.rungDone === ladder.rung && ladder.fresh > 0;
  const stood: LadderState = {
    ...ladder,
    ...(isTried ? { fresh: (ladder.fresh - 1) as 0 | 1, before: null } : {}),
    changedIn: isChange ? mondayOf(situation.date) : ladder.changedIn,
  };
  const others = isNewRung
    ? Object.fromEntries(
        seriesOn(pattern).map((each) => [
          each,
          { ...atNewRung(state.series[each] ?? series), bottom: changed.series.bottom },
        ]),
      )
    : {};
  return {
    ...state,
    ladders: { ...state.ladders, [pattern]: stood },
    series: { ...state.series, ...others, [situation.seriesKey]: series },
  };
}

// Two sessions in a row without pain to speak of end an ease.
function withCleanSession(ladder: LadderState, { pain, health }: ExerciseSituation, { action }: Verdict): LadderState {
  if (ladder.ease === null || action === "ease" || action === "stop") return ladder;
  const isClean = (pain?.level ?? 0) <= CLEAN_PAIN_MAX && health?.morningWorse !== true;
  if (!isClean) return { ...ladder, ease: { ...ladder.ease, clean: 0 } };
  return { ...ladder, ease: ladder.ease.clean === 1 ? null : { ...ladder.ease, clean: 1 } };
}

/** What was said before a session: walking without pain brings back what pain had stopped, eased. */
export function afterPreCheck(state: TrainingState, health: HealthFields | null): TrainingState {
  const walksFree = health?.painWalking === 0 && health.limping !== true;
  const ladders = Object.fromEntries(
    Object.entries(state.ladders).map(([pattern, ladder]) => {
      const isBack = ladder.out && (walksFree || !isLegPattern(pattern as LadderPattern));
      if (!isBack) return [pattern, ladder];
      const by = ladder.rung > 0 ? ("rung" as const) : ("amount" as const);
      return [pattern, { ...ladder, out: false, ease: { by, fewerReps: true, clean: 0 as const } }];
    }),
  );
  return { ...state, ladders, legsOut: state.legsOut && !walksFree };
}

function afterSession(state: TrainingState, { session, input }: Learning, lesson: Lesson): TrainingState {
  const { log } = session;
  const { gap } = state;
  return {
    ...state,
    gap: gap === null || !lesson.isLegs ? gap : gap.sessionsLeft === 2 ? { ...gap, sessionsLeft: 1 } : null,
    ramp: lesson.isDone ? state.ramp.slice(1) : state.ramp,
    legsOut: state.legsOut || stopsLegs(state, { session, input }),
    springCalmUntil: springCalm(session) ?? state.springCalmUntil,
    breathless: log.breathless === true,
  };
}

// By an exercise that pain stopped in this session, or by pain that names none.
function stopsLegs({ ladders }: TrainingState, { session, input }: Pick<Learning, "session" | "input">): boolean {
  const { id, health, log } = session;
  const isStopped = Object.entries(health?.pains ?? {}).some(([pattern, pain]) => {
    if (!isLegPattern(pattern as Pattern) || nextTimeAfter(pain) !== "restUntilPainFree") return false;
    const series = seriesOf(log.prescription.kind, pattern as Pattern);
    return (
      input.adjustments.undone[`${id}:${series}`] !== true &&
      (pattern === "PLYO" || ladders[pattern as Pattern]?.out === true)
    );
  });
  const isUnnamed = Object.keys(health?.pains ?? {}).length === 0;
  return (
    isStopped ||
    (isUnnamed && health?.pain !== undefined && nextTimeAfter({ level: health.pain }) === "restUntilPainFree")
  );
}

function springCalm({ log, health }: DoneSession): TrainingState["springCalmUntil"] {
  if (log.prescription.plyo.length === 0) return null;
  const pain = health?.pains?.PLYO?.level ?? 0;
  const isWorse = pain >= SPRING_PAIN_FROM || (health?.morningWorse === true && (pain > 0 || (health.pain ?? 0) > 0));
  return isWorse ? addDays(log.date, CALM_SPRING_DAYS) : null;
}
