import {
  firstWeekOfPhase,
  isReducedWeek,
  NEXT_BLOCK_WEEK,
  phaseOf,
  PROGRAMME_WEEKS,
  reducedWeekOf,
  weekAfter,
} from "../programme";
import type { WeekDecision } from "./types";

/** From this dose on a week is good enough to go on, from the second on to keep what was reached. OURS, near the share with benefit in trials. */
const GOES_ON_FROM = 0.75;
const HOLDS_FROM = 0.4;
const REPEATS_MAX = 2;
/** So many exercises set back, or so often legs this sore, make the next week a reduced one. EX */
const SET_BACKS = 2;
/** Below this mean of three weeks nobody needs a reduced week. OURS */
const RESTED_BELOW = 0.6;
const RESTED_WEEKS = 3;
/** Share of a phase's sessions that the next one needs. OURS */
const PHASE_SHARE = 0.6;
/** Where the programme stands. */
export interface Pointer {
  /** 1–12. */
  readonly week: number;
  /** The week whose sets, reps and reps in reserve are asked: an earlier one while a week is held. */
  readonly doseWeek: number;
  /** The calendar week asks for the phase's reduced week. */
  readonly onReduced: boolean;
  /** No increase in this week. */
  readonly held: boolean;
  /** How often this week was repeated. */
  readonly repeats: number;
  /** The last full week of the phase was repeated because too little of the phase was done. */
  readonly phaseRepeated: boolean;
  /** The last programme week with a dose of 0.40 or more. */
  readonly lastGood: number | null;
  /** Doses of the last judged weeks, the latest last. */
  readonly doses: readonly number[];
  /** Sessions required and earned in the phase. */
  readonly phase: { readonly required: number; readonly credit: number };
  /** From 1. */
  readonly block: number;
}

export const FIRST_POINTER: Pointer = {
  week: 1,
  doseWeek: 1,
  onReduced: false,
  held: false,
  repeats: 0,
  phaseRepeated: false,
  lastGood: null,
  doses: [],
  phase: { required: 0, credit: 0 },
  block: 1,
};

/** What a week that is over was like. */
export interface WeekDone {
  /** Mean dose of its sessions, 0–1. */
  readonly dose: number;
  readonly required: number;
  readonly credit: number;
  /** Exercises that were set back. */
  readonly setBacks: number;
  /** How often the legs were at 6 or more before a session. */
  readonly sore: number;
}

export interface Judged {
  readonly pointer: Pointer;
  readonly rule: WeekDecision["rule"];
}

/** Where the programme goes after a week, by the first row that holds; `undone` goes on as after a good week. */
export function judgeWeek(before: Pointer, week: WeekDone, { undone }: { readonly undone: boolean }): Judged {
  const { dose, required, credit } = week;
  const pointer: Pointer = {
    ...before,
    doses: [...before.doses, dose].slice(-RESTED_WEEKS),
    lastGood: dose >= HOLDS_FROM ? before.week : before.lastGood,
    phase: { required: before.phase.required + required, credit: before.phase.credit + Math.min(required, credit) },
    onReduced: false,
    held: false,
  };
  if (undone)
    return {
      pointer: before.week === PROGRAMME_WEEKS ? newBlock(pointer) : standAt(pointer, weekAfter(pointer.week)),
      rule: "WEEK1",
    };
  if (!before.onReduced && (week.setBacks >= SET_BACKS || week.sore >= SET_BACKS))
    return { pointer: { ...pointer, onReduced: true }, rule: "WEEK4" };
  if (dose < HOLDS_FROM) return { pointer: repeated(pointer), rule: "WEEK3" };
  return advance(pointer, dose < GOES_ON_FROM);
}

function repeated(pointer: Pointer): Pointer {
  if (pointer.repeats < REPEATS_MAX) return { ...pointer, repeats: pointer.repeats + 1 };
  return standAt(pointer, firstWeekOfPhase(pointer.week));
}

function advance(pointer: Pointer, isHeld: boolean): Judged {
  const { week, doseWeek, doses, phaseRepeated } = pointer;
  if (week === PROGRAMME_WEEKS) return { pointer: newBlock(pointer), rule: "WEEK1" };
  // The last full week was repeated: the phase changes now.
  if (phaseRepeated && !isReducedWeek(week))
    return { pointer: standAt(pointer, weekAfter(reducedWeekOf(week))), rule: "WEEK6" };
  const isRested = doses.length === RESTED_WEEKS && mean(doses) < RESTED_BELOW;
  const isPassed = isReducedWeek(week + 1) && isRested;
  const next = isPassed ? week + 2 : week + 1;
  if (next > PROGRAMME_WEEKS) return { pointer: newBlock(pointer), rule: "WEEK5" };
  if (phaseOf(next) !== phaseOf(week) && !phaseRepeated && !isPhaseDone(pointer))
    return {
      pointer: { ...standAt(pointer, lastFullWeek(week)), phase: pointer.phase, phaseRepeated: true },
      rule: "WEEK6",
    };
  const keepsDose = isHeld && !isReducedWeek(next) && phaseOf(next) === phaseOf(week);
  const stood = standAt(pointer, next);
  return {
    pointer: { ...stood, held: isHeld, doseWeek: keepsDose ? doseWeek : next },
    rule: isPassed ? "WEEK5" : isHeld ? "WEEK2" : "WEEK1",
  };
}

/** The pointer on a week: in a new phase its counts begin anew. */
export function standAt(pointer: Pointer, week: number): Pointer {
  const isNewPhase = phaseOf(week) !== phaseOf(pointer.week);
  // Further back in the phase it is gone through again.
  const isBehind = week < reducedWeekOf(week) - 1;
  return {
    ...pointer,
    week,
    doseWeek: week,
    repeats: 0,
    ...(isNewPhase ? { phase: { required: 0, credit: 0 } } : {}),
    ...(isNewPhase || isBehind ? { phaseRepeated: false } : {}),
  };
}

function newBlock(pointer: Pointer): Pointer {
  return { ...standAt(pointer, NEXT_BLOCK_WEEK), block: pointer.block + 1 };
}

function lastFullWeek(week: number): number {
  return isReducedWeek(week) ? week - 1 : week;
}

function isPhaseDone({ phase: { required, credit } }: Pointer): boolean {
  return credit >= PHASE_SHARE * required - 1e-9;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
