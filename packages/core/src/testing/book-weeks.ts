import { WEEKDAYS } from "../calendar";
import type { WeeksInput, WeekToPlace } from "../placement";
import type { SessionKind, Slot } from "../programme";
import { dayOf, type Session } from "./book-rules";

/** One way to fill a week, and what is given up. */
export type Way = readonly [A: SessionKind | null, B: SessionKind | null, cost: number];

const WAYS: Readonly<Record<NonNullable<WeekToPlace["ask"]>, readonly Way[]>> = {
  AB: [
    ["A", "B", 0],
    ["A", "L", 36],
    ["A", null, 60],
    ["V", "L", 70],
    ["V", null, 90],
    ["C", "L", 110],
    ["C", null, 140],
    [null, null, 200],
  ],
  AL: [
    ["A", "L", 0],
    ["A", null, 24],
    ["V", "L", 34],
    ["V", null, 54],
    ["C", "L", 74],
    ["C", null, 104],
    [null, null, 164],
  ],
  M: [
    ["M", null, 0],
    ["V", null, 30],
    [null, "L", 50],
    ["C", null, 80],
    [null, null, 140],
  ],
  T2L: [
    ["T2", "L", 0],
    ["T2", null, 24],
    ["C", "L", 74],
    ["C", null, 104],
    [null, null, 164],
  ],
  T2: [
    ["T2", null, 0],
    [null, "L", 50],
    ["C", null, 80],
    [null, null, 140],
  ],
  T1: [
    ["T1", null, 0],
    ["C", null, 80],
    [null, null, 140],
  ],
  L: [
    [null, "L", 0],
    ["C", null, 80],
    [null, null, 140],
  ],
  none: [[null, null, 0]],
};
const A_WITHOUT_B: readonly Way[] = [
  ["A", null, 0],
  ["V", null, 30],
  ["C", null, 80],
  [null, null, 140],
];
const B_WITHOUT_A: readonly Way[] = [
  [null, "B", 0],
  [null, "L", 50],
  [null, "C", 80],
  [null, null, 140],
];

/** B, or what stands in its place, as the only session of a week whose plan is changed. */
const B_ALONE: Readonly<Partial<Record<keyof typeof WAYS, readonly Way[]>>> = {
  AB: [
    [null, "B", 60],
    [null, "L", 96],
  ],
  AL: [[null, "L", 94]],
  T2L: [[null, "L", 94]],
};

/** All ways to fill a week, with what each gives up; the cheapest first. */
export function waysOf(week: WeekToPlace): readonly Way[] {
  return allWays(week).toSorted(([, , one], [, , other]) => one - other);
}

function allWays({ ask = "AB", fixed, skipped, first = "A" }: WeekToPlace): readonly Way[] {
  const A = fixed.find(({ slot }) => slot === "A")?.kind;
  const B = fixed.find(({ slot }) => slot === "B")?.kind;
  if (A !== undefined && B !== undefined)
    return [[A, B, WAYS[ask].find((way) => way[0] === A && way[1] === B)?.[2] ?? 0]];
  if (A !== undefined) {
    const ways = skipped.includes("B") ? [] : WAYS[ask].filter((way) => way[0] === A);
    return ways.length > 0 ? ways : [[A, null, 0]];
  }
  if (B !== undefined) return skipped.includes("A") ? [[null, B, 0]] : besideB(ask, B);
  if (skipped.includes("A")) return skipped.includes("B") ? WAYS.none : onlyB(ask);
  if (skipped.includes("B")) return onlyA(ask);
  if (first === "A") return WAYS[ask];
  const ways = WAYS[ask].map(([a, b, cost]): Way =>
    first === "B" && a === "A" && b === null ? [a, b, cost + 1] : [a, b, cost],
  );
  return [...ways, ...(B_ALONE[ask] ?? [])];
}

// A hand on B never makes A smaller while A has a place: that is dearer than any week with A.
function besideB(ask: keyof typeof WAYS, B: SessionKind): readonly Way[] {
  if (ask !== "AB") {
    const worst = Math.max(...WAYS[ask].map(([, , cost]) => cost));
    return [...WAYS[ask].filter((way) => way[1] === B), [null, B, worst]];
  }
  if (B === "L")
    return [
      ["A", B, 36],
      ["V", B, 70],
      ["C", B, 110],
      [null, B, 206],
    ];
  return [
    ["A", B, 0],
    ["V", B, 96],
    [null, B, 206],
  ];
}

function onlyA(ask: keyof typeof WAYS): readonly Way[] {
  if (ask === "AB" || ask === "AL") return A_WITHOUT_B;
  if (ask === "L") return WAYS.none;
  return WAYS[ask === "T2L" ? "T2" : ask].filter(([, B]) => B === null);
}

function onlyB(ask: keyof typeof WAYS): readonly Way[] {
  if (ask === "AB") return B_WITHOUT_A;
  if (ask === "AL" || ask === "T2L" || ask === "L")
    return [
      [null, "L", 0],
      [null, "C", 80],
      [null, null, 140],
    ];
  return WAYS.none;
}

type StepState = "none" | "waiting" | "begun";

/** What the weeks so far mean for what comes. */
export interface Past {
  /** Weekday of each slot's last session, 0 = Monday. */
  readonly habit: Readonly<Record<Slot, number | null>>;
  /** Sessions of each slot's content, 0–3. */
  readonly exposures: Readonly<Record<Slot, number>>;
  /** Day of the last session that loaded the legs. */
  readonly lastLegs: number | null;
  /** The next `sessions` leg sessions count `factor` times. */
  readonly returning: { readonly factor: 1 | 1.25 | 1.5; readonly sessions: number };
  readonly steps: Readonly<Record<Slot, StepState>>;
  readonly turn: 1 | 2;
}

export function pastBefore(input: WeeksInput): Past {
  const { habit, exposures, lastLegs, returning, turns = 0 } = input;
  const weekday = (day: (typeof habit)[Slot]) => (day === undefined ? null : WEEKDAYS.indexOf(day));
  return {
    habit: { A: weekday(habit.A), B: weekday(habit.B) },
    exposures: { A: Math.min(3, exposures.A), B: Math.min(3, exposures.B) },
    lastLegs: lastLegs ? dayOf(input, lastLegs) : null,
    returning: returning ?? { factor: 1, sessions: 0 },
    steps: { A: "none", B: "none" },
    turn: turns % 2 === 0 ? 1 : 2,
  };
}

/** The past as a week begins: a new rung that comes now waits. */
export function pastOfWeek(past: Past, { steps = [] }: WeekToPlace): Past {
  const state = (slot: Slot) => (steps.includes(slot) ? "waiting" : past.steps[slot]);
  return { ...past, steps: { A: state("A"), B: state("B") } };
}

/** The past as a session on `day` meets it: what a gap makes of it. */
export function pastOnDay(past: Past, day: number): Past {
  const gap = past.lastLegs === null ? 0 : day - past.lastLegs;
  if (gap < 11) return past;
  const exposures = gap < 42 ? past.exposures : { A: 0, B: 0 };
  return { ...past, exposures, returning: gap < 18 ? { factor: 1.25, sessions: 1 } : { factor: 1.5, sessions: 2 } };
}

/** How many times its own points the next leg session counts for what came before it. */
export function returnFactor({ returning: { factor, sessions } }: Past): 1 | 1.25 | 1.5 {
  return sessions > 0 ? factor : 1;
}

/** The past after a session; one that was left out changes nothing but the day of its slot. */
export function pastAfter(past: Past, session: Session): Past {
  const { slot, kind, day, legs, given, step } = session;
  const habit = { ...past.habit, [slot]: day % 7 };
  if (given?.leftOut) return { ...past, habit };
  const met = legs > 0 ? pastOnDay(past, day) : past;
  const { exposures, returning } = met;
  return {
    habit,
    exposures: kind === "C" ? exposures : { ...exposures, [slot]: Math.min(3, exposures[slot] + 1) },
    lastLegs: legs > 0 ? day : past.lastLegs,
    returning: legs > 0 ? { ...returning, sessions: Math.max(0, returning.sessions - 1) } : returning,
    steps: { ...past.steps, [slot]: stepAfter(past.steps[slot], session, step) },
    turn: kind === "M" ? (past.turn === 1 ? 2 : 1) : past.turn,
  };
}

/** True for the sessions that take a new rung: A, B and M, where the rules place them. */
export function takesSteps({ slot, kind, given }: Pick<Session, "slot" | "kind" | "given">): boolean {
  return given === null && (kind === slot || kind === "M");
}

function stepAfter(state: StepState, session: Session, step: Session["step"]): StepState {
  if (!takesSteps(session)) return state;
  if (state === "begun") return "none";
  return step === "taken" ? "begun" : state;
}
