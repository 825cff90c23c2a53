import { addDays, daysBetween, type LocalDate } from "../calendar";
import { phaseOf } from "../programme";
import type { HealthFields } from "../record/kinds";
import { GAP_DAYS, returnFrom } from "./gap";
import type { AdaptInput, AskedOfWeek, DoneSession, WeekToFold } from "./input";
import { FIRST_POINTER, judgeWeek, standAt, type Pointer, type WeekDone } from "./judge-week";
import { asNewState, enterPhase, startState, withChosen } from "./ladders";
import { afterPreCheck, learnSession } from "./learn-session";
import { lessonOf } from "./lesson";
import { rampAfter } from "./ramp";
import { worstSoreness } from "./sore-areas";
import type { Decision, Ramp, TrainingState, WeekDecision } from "./types";

/** A week that has begun, as the programme stood in it. */
export interface FoldedWeek {
  readonly monday: LocalDate;
  readonly pointer: Pointer;
  /** As the week began, a return after a gap included. */
  readonly state: TrainingState;
  /** The same as far as it could be known on its Monday: without what was said, or taken back, of the week before since then. */
  readonly stateKnown: TrainingState;
}

export interface Adaptation {
  /** Weeks that have begun, oldest first; the last one is running. */
  readonly weeks: readonly FoldedWeek[];
  /** As it is now, before the next session. */
  readonly state: TrainingState;
  /** In the order in which they were made. */
  readonly decisions: readonly Decision[];
  /** The last day with a session of class light or above. */
  readonly lastLegs: LocalDate | null;
  readonly sessionsDone: number;
}

/** What goes from week to week. */
interface Course {
  readonly pointer: Pointer;
  readonly state: TrainingState;
  readonly lastLegs: LocalDate | null;
  /** Up to where choices and illness were read. */
  readonly readUntil: string;
  readonly decisions: readonly Decision[];
  /** The week before, as it began: it is gone through once more without late answers. */
  readonly ended: Ended | null;
}

/**
 * Everything that the records say about the next session, week by week from the start: the same answer on every device. Total: what
 * cannot be read teaches nothing.
 */
export function adapt(input: AdaptInput): Adaptation {
  const byWeek = sessionsByWeek(input);
  const nextHealth = healthBeforeNext(input);
  const frame = frameOf(input);
  const steps = sameSteps(folds.get(frame) ?? [], { input, byWeek, nextHealth });
  const since = input.decisionsFrom === undefined ? "" : addDays(input.decisionsFrom, -6);
  const decisions = steps.flatMap((step) => (step.week.monday < since ? [] : step.decisions));
  const weeks = steps.map(({ folded }) => folded);
  let course = steps.at(-1)?.after ?? startOf(input);
  for (const [index, week] of input.weeks.entries()) {
    if (index < steps.length) continue;
    const sessions = byWeek[index] ?? [];
    const isRunning = index + 1 === input.weeks.length;
    const begun = beginWeek(course, { input, week, sessions });
    const stateKnown = isRunning ? stateOnMonday(course, { input, week, sessions }) : begun.state;
    const folded = { monday: week.monday, pointer: begun.pointer, state: begun.state, stateKnown };
    const trained = trainWeek(begun, { input, week, sessions, nextHealth });
    const ended = isRunning ? null : endWeek(trained, { input, week, index, sessions });
    const decided = [...begun.decisions, ...trained.decisions, ...(ended?.decisions ?? [])];
    weeks.push(folded);
    if (week.monday >= since) decisions.push(...decided);
    course =
      ended === null ? trained : { ...ended, ended: { begun: { ...begun, ended: null }, week, index, sessions } };
    if (!isRunning)
      steps.push({ ...readingOf({ input, nextHealth }, week, sessions), folded, decisions: decided, after: course });
  }
  keep(frame, steps);
  const until = { since: course.readUntil, until: input.today };
  const state = withRamp(withChosen(course.state, input.adjustments, until), input, until);
  return {
    weeks,
    state: afterPreCheck(state, input.beforeNext),
    decisions,
    lastLegs: course.lastLegs,
    sessionsDone: input.sessions.length,
  };
}

function startOf(input: AdaptInput): FromWeekToWeek {
  return { pointer: FIRST_POINTER, state: startState(input), lastLegs: null, readUntil: "", ended: null };
}

/** What a week was read from. */
interface Reading {
  readonly week: WeekToFold;
  readonly sessions: readonly DoneSession[];
  readonly nexts: readonly (HealthFields | null)[];
  readonly mayBeginNew: readonly boolean[];
}

/** A week that is over, with what it was read from and where it led. */
interface Step extends Reading {
  readonly folded: FoldedWeek;
  readonly decisions: readonly Decision[];
  readonly after: FromWeekToWeek;
}

// Years of weeks are the same at every tap: they are kept and only those after the first difference are gone through anew.
const folds = new Map<string, readonly Step[]>();
/** Runners whose weeks are kept. Our own choice: a phone has one, a server many. */
const FOLDS_KEPT = 4;

function keep(frame: string, steps: readonly Step[]): void {
  folds.delete(frame);
  folds.set(frame, steps);
  for (const oldest of folds.keys()) {
    if (folds.size <= FOLDS_KEPT) return;
    folds.delete(oldest);
  }
}

// Everything that the weeks are read with, but for weeks and sessions themselves.
function frameOf({ kit, experience, owned, limits, age, tests, adjustments, timeOff, weeks }: AdaptInput): string {
  return JSON.stringify([weeks[0]?.monday, kit, experience, owned, limits, age, tests, adjustments, timeOff]);
}

interface Compared {
  readonly input: AdaptInput;
  readonly byWeek: readonly (readonly DoneSession[])[];
  readonly nextHealth: ReadonlyMap<DoneSession, HealthFields | null>;
}

function sameSteps(kept: readonly Step[], { input, byWeek, nextHealth }: Compared): Step[] {
  let same = 0;
  for (const [index, step] of kept.entries()) {
    const week = input.weeks[index];
    if (week === undefined || index + 1 >= input.weeks.length) break;
    if (!isSame(step, readingOf({ input, nextHealth }, week, byWeek[index] ?? []))) break;
    same += 1;
  }
  // Whether a week lies in a gap depends on the next leg session: it has to be among those that are the same.
  while (same > 0 && byWeek[same - 1]?.some(({ log }) => lessonOf(log).isLegs) !== true) same -= 1;
  return kept.slice(0, Math.max(0, same - 1));
}

function readingOf(
  { input, nextHealth }: Pick<Compared, "input" | "nextHealth">,
  week: WeekToFold,
  sessions: readonly DoneSession[],
): Reading {
  return {
    week,
    sessions,
    nexts: sessions.map((session) => nextHealth.get(session) ?? null),
    mayBeginNew: sessions.map(({ log }) => input.mayBeginNew(log.date)),
  };
}

function isSame(one: Reading, other: Reading): boolean {
  return (
    one.week.monday === other.week.monday &&
    one.week.advances === other.week.advances &&
    one.week.holds === other.week.holds &&
    isEach(one.week.asked, other.week.asked, isSameAsked) &&
    // A log or an answer that is another one is another object.
    isEach(one.sessions, other.sessions, (a, b) => a.id === b.id && a.log === b.log && a.health === b.health) &&
    isEach(one.nexts, other.nexts, (a, b) => a === b) &&
    isEach(one.mayBeginNew, other.mayBeginNew, (a, b) => a === b)
  );
}

function isSameAsked(one: AskedOfWeek, other: AskedOfWeek): boolean {
  return (
    one.id === other.id &&
    one.dose === other.dose &&
    one.credit === other.credit &&
    one.date === other.date &&
    one.excused === other.excused
  );
}

function isEach<Item>(
  ones: readonly Item[],
  others: readonly Item[],
  isTheSame: (one: Item, other: Item) => boolean,
): boolean {
  return ones.length === others.length && ones.every((one, index) => isTheSame(one, others[index] as Item));
}

interface Ended {
  readonly begun: Course;
  readonly week: WeekToFold;
  readonly index: number;
  readonly sessions: readonly DoneSession[];
}

type FromWeekToWeek = Omit<Course, "decisions">;

interface InWeek {
  readonly input: AdaptInput;
  readonly week: WeekToFold;
  readonly sessions: readonly DoneSession[];
}

// A return after a gap, and the step into a phase, stand before the week's first session.
function beginWeek(course: FromWeekToWeek, { input, week, sessions }: InWeek): Course {
  const isRunning = daysBetween(week.monday, input.today) < 7;
  const firstLegs = sessions.find(({ log }) => lessonOf(log).isLegs)?.log.date;
  const today = input.today > week.monday ? input.today : week.monday;
  const back = firstLegs ?? (isRunning ? today : null);
  const days = course.lastLegs === null || back === null ? 0 : daysBetween(course.lastLegs, back);
  const returned = returnFrom(days, course.pointer);
  if (returned === null || course.lastLegs === null || !week.advances) return { ...course, decisions: [] };
  const id = `gap:${course.lastLegs}`;
  const undone = input.adjustments.undone[id] === true;
  const decision: WeekDecision = {
    id,
    about: "week",
    rule: returned.rule,
    date: week.monday,
    from: course.pointer.week,
    to: returned.week,
    dose: null,
    days,
    evidence: [{ date: course.lastLegs, session: null, dose: null }],
    undone,
  };
  if (undone) return { ...course, decisions: [decision] };
  const pointer: Pointer = { ...standAt(course.pointer, returned.week), held: false, onReduced: false };
  const state = returned.asNew ? asNewState(course.state, input, { loadsKnown: !returned.startAgain }) : course.state;
  return { ...course, pointer, state: { ...state, gap: returned.ease }, decisions: [decision] };
}

// What is agreed for a week is agreed on its Monday; a later answer about the week before changes it then, and is told apart by this.
function stateOnMonday(course: FromWeekToWeek, inWeek: InWeek): TrainingState {
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

function trainWeek(course: Course, { input, week, sessions, nextHealth }: Training): Course {
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

function endWeek(course: Course, { input, week, index, sessions }: InWeek & { readonly index: number }): Course {
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

// An illness that ended since the last session begins a ramp; the one before it is over.
function withRamp(
  state: TrainingState,
  { timeOff, adjustments }: AdaptInput,
  { since, until }: { readonly since: string; readonly until: string },
): TrainingState {
  const ended = timeOff.filter(({ reason, to }) => reason === "illness" && to >= since && to < until);
  const ramps = ended.filter(({ to }) => adjustments.undone[`ill:${to}`] !== true).map(rampAfter);
  const longest = ramps.reduce<Ramp>((most, ramp) => (ramp.length > most.length ? ramp : most), []);
  return longest.length === 0 ? state : { ...state, ramp: longest };
}

function sessionsByWeek({ weeks, sessions }: AdaptInput): readonly (readonly DoneSession[])[] {
  const byWeek: DoneSession[][] = weeks.map(() => []);
  const first = weeks[0]?.monday;
  if (first === undefined) return byWeek;
  for (const session of sessions) byWeek[Math.floor(daysBetween(first, session.log.date) / 7)]?.push(session);
  return byWeek;
}

function healthBeforeNext({ sessions, beforeNext }: AdaptInput): ReadonlyMap<DoneSession, HealthFields | null> {
  return new Map(
    sessions.map((session, index) => [
      session,
      index + 1 < sessions.length ? (sessions[index + 1]?.health ?? null) : beforeNext,
    ]),
  );
}
