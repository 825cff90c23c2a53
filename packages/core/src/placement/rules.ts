import type { LoadClass } from "../programme/prescription";

/** EV = evidence in runners or close to it · EX = expert practice · OURS = our own choice. */
export type Basis = "EV" | "EX" | "OURS";

/** Which runs a rule protects. */
export type RunGuard = "key" | "long" | "medium";

/** Legs of one class before a run: nearer than `hardHours` is forbidden, nearer than `softHours` costs `penalty`. */
export interface BeforeRunRule {
  readonly id: "C1" | "C2" | "C3" | "C4" | "C5" | "C6" | "C20";
  readonly basis: Basis;
  readonly legs: LoadClass;
  readonly run: RunGuard;
  readonly hardHours: number;
  readonly softHours: number;
  readonly penalty: number;
}

/**
 * The one rule table. Solver, move check, reasons and ribbon read it and nothing else; a runner's setting changes a
 * parameter here, never the code. Hours are from the end of one to the start of the next, C11 from start to start.
 */
export const RULES = {
  beforeRun: [
    { id: "C1", basis: "EV", legs: "heavy", run: "key", hardHours: 36, softHours: 48, penalty: 20 },
    { id: "C2", basis: "EV", legs: "moderate", run: "key", hardHours: 24, softHours: 36, penalty: 20 },
    { id: "C3", basis: "EX", legs: "light", run: "key", hardHours: 12, softHours: 12, penalty: 0 },
    { id: "C4", basis: "EX", legs: "none", run: "key", hardHours: 0, softHours: 2, penalty: 3 },
    { id: "C5", basis: "EX", legs: "heavy", run: "long", hardHours: 24, softHours: 36, penalty: 12 },
    { id: "C6", basis: "EX", legs: "moderate", run: "long", hardHours: 12, softHours: 24, penalty: 12 },
    { id: "C20", basis: "OURS", legs: "heavy", run: "medium", hardHours: 0, softHours: 12, penalty: 6 },
  ],
  /** Legs never stand before a key or long run of the same day. */
  C7: { basis: "EV", legsFrom: "light" },
  /** After a key run of the same day. */
  C8: { basis: "EV", legsFrom: "moderate", hardHours: 3, softHours: 6, penalty: 10 },
  /** Strength before a run of the same day: easy runs only, up to `runMinutes`. */
  C9: { basis: "EV", legsFrom: "light", runMinutes: 60, hardHours: 3, softHours: 8, penalty: 8 },
  /** Strength straight after an easy run: a pause below `pauseHours` counts as none (our own choice). */
  C10: { basis: "EX", legsFrom: "light", legsTo: "moderate", runMinutes: 45, pauseHours: 0.5, penalty: 4 },
  /** Two sessions that both load the legs, start to start. */
  C11: { basis: "EX", legsFrom: "moderate", hardHours: 48, softHours: 72, penalty: 6 },
  /** After a long run of the same day. */
  C12: { basis: "OURS", legsFrom: "light", legsTo: "moderate", hardHours: 3, penalty: 15 },
  /** The worth of a day for legs, one value a day: a run of the day itself goes before one of the day before. */
  C13: { basis: "EX", legsFrom: "light", sameDayAsKey: 10, dayAfterLong: 2, dayAfterKey: -3 },
  /** The rest day. A locked day is hard, for everything. */
  C14: { basis: "OURS", legsFrom: "moderate", penalty: 25 },
  /** Days of the week without key run, long run, moderate or heavy legs. */
  C15: { basis: "EX", legsFrom: "moderate", quietDays: 1 },
} as const satisfies { readonly beforeRun: readonly BeforeRunRule[] } & Readonly<Record<string, unknown>>;

/** What one session kind may be made into, and what each way to fill the week costs. Our own choice. */
export const WAY_COSTS = [
  { A: "A", B: "B", cost: 0 },
  { A: "A", B: "L", cost: 36 },
  { A: "A", B: null, cost: 60 },
  { A: "V", B: "L", cost: 70 },
  { A: "V", B: null, cost: 90 },
  { A: "C", B: "L", cost: 110 },
  { A: "C", B: null, cost: 140 },
  { A: null, B: null, cost: 200 },
] as const;

const ORDER: Readonly<Record<LoadClass, number>> = { none: 0, light: 1, moderate: 2, heavy: 3 };

/** True when `legs` load at least as much as `from`. */
export function loadsFrom(legs: LoadClass, from: LoadClass): boolean {
  return ORDER[legs] >= ORDER[from];
}
