import { addDays, daysBetween, type LocalDate } from "../calendar";
import { phaseOf } from "../programme";
import type { HealthFields } from "../record/kinds";
import { GAP_DAYS, returnFrom } from "./gap";
import type { AdaptInput, DoneSession, WeekToFold } from "./input";
import { FIRST_POINTER, judgeWeek, standAt, type Pointer, type WeekDone } from "./judge-week";
import { asNewState, enterPhase, startState, withChosen } from "./ladders";
import { learnSession } from "./learn-session";
import { lessonOf } from "./lesson";
import { rampAfter } from "./ramp";
import { worstSoreness } from "./sore-areas";
import type { Decision, Ramp, TrainingState, WeekDecision } from "./types";

/** What goes from week to week. */
export interface Course {
  readonly pointer: Pointer;
  readonly state: TrainingState;
  readonly lastLegs: LocalDate | null;
  /** Up to where choices and illness were read. */
  readonly readUntil: string;
  readonly decisions: readonly Decision[];
  /** The week before, as it began: it is gone through once more without late answers. */
  readonly ended: Ended | null;
}

interface Ended {
  readonly begun: Course;
  readonly week: WeekToFold;
  readonly index: number;
  readonly sessions: readonly DoneSession[];
}

/** A course between two weeks. */
export type FromWeekToWeek = Omit<Course, "decisions">;

/** A week with its sessions. */
export interface InWeek {
  readonly input: AdaptInput;
  readonly week: WeekToFold;
  readonly sessions: readonly DoneSession[];
}

/** The week as it begins: a return after a gap, and the step into a phase, stand before its first session. */
export function beginWeek(course: FromWeekToWeek, { input, week, sessions }: InWeek): Course {
  const isRunning = daysBetween(week.monday, input.today) < 7;
  const firstLegs = sessions.find(({ log }) => lessonOf(log).isLegs)?.log.date;
  const today = input.today > week.monday ? input.today : week.monday;
  const back = firstLegs ?? (isRunning ? today : null);
  const days = course.lastLegs === null || back === null ? 0 : daysBetween(course.lastLegs, back);
  const returned = returnFrom(days, course.pointer);
  if (returned === null || course.lastLegs === null) return { ...course, decisions: [] };
  const id = `gap:${course.lastLegs}`;
  const undone = input.adjustments.undone[id] === true;
  const decision: WeekDecision = {
    id,
    about: "week",
    rule: returned.rule,
    date: week.monday,
    from: course.pointer.week,
    to: week.advances ? returned.week : course.pointer.week,
    dose: null,
    days,
    evidence: [{ date: course.lastLegs, session: null, dose: null }],
    undone,
  };
  if (undone) return { ...course, decisions: [decision] };
  // In a taper and after a race the programme stays where it is; the legs are met as carefully.
  const pointer: Pointer = week.advances
    ? { ...standAt(course.pointer, returned.week), held: false, onReduced: false }
    : course.pointer;
  const loadShare = returned.startAgain ? 0 : AS_NEW_LOAD_SHARE;
  const state = returned.asNew ? asNewState(course.state, input, { loadShare }) : course.state;
  return { ...course, pointer, state: { ...state, gap: returned.ease }, decisions: [decision] };
}

/** After 42 to 83 days the loads begin so much lower. OURS */
const AS_NEW_LOAD_SHARE = 0.7;

/** What is agreed for a week is agreed on its Monday; a later answer about the week before changes it then, and is told apart by this. */
export function stateOnMonday(course: FromWeekToWeek, inWeek: InWeek): TrainingState {
  const known = course.ended === null ? course : withoutLateAnswers(course.ended, inWeek.input);
  return beginWeek(known, inWeek).state;
}

function withoutLateAnswers({ begun, week, index, sessions: done }: Ended, given: AdaptInput): FromWeekToWeek {
  const sessions = done.map(withoutMorning);
  const input = { ...given, adjustments: { ...given.adjustments, undone: {} } };
  const nextHealth = new Map(sessions.map((each, at) => [each, sessions[at + 1]?.health ?? null]));
  const inWeek = { input, week, sessions };
  return endWeek(trainWeek(begun, { ...inWeek, nextHealth }), { ...inWeek, index });
}

function withoutMorning(session: DoneSession): DoneSession {
  if (session.health === null) return session;
  const { morningPain: _pain, morningWorse: _worse, ...health } = session.health;
  return { ...session, health };
}

interface Training extends InWeek {
  readonly nextHealth: ReadonlyMap<DoneSession, HealthFields | null>;
}

/** The week's sessions, one by one. */
export function trainWeek(course: Course, { input, week, sessions, nextHealth }: Training): Course {
  let { state, lastLegs, readUntil } = course;
  const decisions: Decision[] = [];
  for (const session of sessions) {
    const days = { since: readUntil, until: session.log.date };
    state = withRamp(withChosen(state, input.adjustments, days), input, days);
    readUntil = session.log.date > readUntil ? session.log.date : readUntil;
    const isHeld = course.pointer.held || week.holds;
    const learned = learnSession(state, { input, session, next: nextHealth.get(session) ?? null, isHeld });
    state = learned.state;
    decisions.push(...learned.decisions);
    if (lessonOf(session.log).isLegs) lastLegs = session.log.date;
  }
  return { ...course, state, lastLegs, readUntil, decisions };
}

/** The end of the week: where the programme goes from here. */
export function endWeek(course: Course, { input, week, index, sessions }: InWeek & { readonly index: number }): Course {
  const asked = week.asked.filter(({ excused }) => !excused);
  if (!week.advances || asked.length === 0 || liesInGap(course, { input, index, sessions }))
    return { ...course, decisions: [], pointer: { ...course.pointer, held: false } };
  const id = `week:${week.monday}`;
  const undone = input.adjustments.undone[id] === true;
  const done = weekDone(asked, course.decisions, sessions);
  const { pointer, rule } = judgeWeek(course.pointer, done, { undone });
  const isNewPhase = phaseOf(pointer.week) > phaseOf(course.pointer.week) || pointer.block > course.pointer.block;
  const decision: WeekDecision = {
    id,
    about: "week",
    rule,
    date: addDays(week.monday, 6),
    from: course.pointer.week,
    to: pointer.week,
    dose: done.dose,
    days: null,
    evidence: asked.map(({ id: session, dose, date }) => ({ session, dose, date: date ?? addDays(week.monday, 6) })),
    undone,
  };
  const state = isNewPhase ? enterPhase(course.state, phaseOf(pointer.week), input) : course.state;
  return { ...course, pointer, state, decisions: [decision] };
}

// A whole week without a leg session, in a stretch of eleven days and more without one: the return decides, not the week.
function liesInGap(
  { lastLegs }: Course,
  { input, index, sessions }: Pick<InWeek, "input" | "sessions"> & { readonly index: number },
): boolean {
  if (lastLegs === null || sessions.some(({ log }) => lessonOf(log).isLegs)) return false;
  const after = input.weeks[index + 1]?.monday ?? input.today;
  const next = input.sessions.find(({ log }) => log.date >= after && lessonOf(log).isLegs)?.log.date ?? input.today;
  return daysBetween(lastLegs, next) >= GAP_DAYS;
}

function weekDone(
  asked: WeekToFold["asked"],
  decisions: readonly Decision[],
  sessions: readonly DoneSession[],
): WeekDone {
  const setBacks = new Set(
    decisions.flatMap((each) =>
      each.about === "exercise" && !each.undone && each.change !== null && (each.rule === "AD2" || each.rule === "AD4")
        ? [each.pattern]
        : [],
    ),
  );
  return {
    dose: asked.reduce((sum, { dose }) => sum + dose, 0) / asked.length,
    required: asked.length,
    credit: asked.reduce((sum, { credit }) => sum + credit, 0),
    setBacks: setBacks.size,
    sore: sessions.filter(({ health }) => health !== null && (worstSoreness(health) ?? 0) >= VERY_SORE).length,
  };
}

/** Legs this sore, 0–10, twice in a week make the next one a reduced one. EX */
const VERY_SORE = 6;

/** An illness that ended since the last session begins a ramp; the one before it is over. */
export function withRamp(
  state: TrainingState,
  { timeOff, adjustments }: AdaptInput,
  { since, until }: { readonly since: string; readonly until: string },
): TrainingState {
  const ended = timeOff.filter(({ reason, to }) => reason === "illness" && to >= since && to < until);
  const ramps = ended.filter(({ to }) => adjustments.undone[`ill:${to}`] !== true).map(rampAfter);
  const longest = ramps.reduce<Ramp>((most, ramp) => (ramp.length > most.length ? ramp : most), []);
  return longest.length === 0 ? state : { ...state, ramp: longest };
}

/** Before the first week. */
export function startOf(input: AdaptInput): FromWeekToWeek {
  return { pointer: FIRST_POINTER, state: startState(input), lastLegs: null, readUntil: "", ended: null };
}
