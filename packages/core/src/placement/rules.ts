import type { LoadClass } from "../programme/prescription";
import type { RaceDistance } from "../run/run";
import { SETTING_RANGES } from "./setting-ranges";
import type { PlacementSettings } from "./types";

/** EV = evidence in runners or close to it · EX = expert practice · OURS = our own choice. */
export type Basis = "EV" | "EX" | "OURS";

/** Which runs a rule protects. */
export type RunGuard = "key" | "long" | "medium";

type RuleHead = {
  readonly basis: Basis;
  /** What a runner or coach may change of it. */
  readonly settings: readonly (keyof PlacementSettings)[];
};

/** Legs of one class before a run: nearer than `hardHours` is forbidden, nearer than `softHours` costs `penalty`. */
export type BeforeRunRule = RuleHead & {
  readonly legs: LoadClass;
  readonly run: RunGuard;
  readonly hardHours: number;
  readonly softHours: number;
  readonly penalty: number;
};

/** What a goal race forbids: legs in the civil days before and after it, everything in the last hours, new rungs before it. */
export interface RaceWindow {
  readonly heavyDays: number;
  readonly moderateDays: number;
  readonly lightDays: number;
  readonly nothingHours: number;
  /** No moderate or heavy legs on so many days after it. */
  readonly afterDays: number;
  /** No Nordics, no new exercise, no new rung on so many days before it. */
  readonly nothingNewDays: number;
}

/**
 * The one rule table. Solver, move check, reasons and ribbon read it and nothing else; a runner's setting changes a
 * parameter here, never the code. Hours are from the end of one to the start of the next, C11 from start to start.
 * A rule with `hardHours`, `legsTo` or a window can forbid a place; a rule with a `penalty` can cost points.
 */
export const RULES = {
  C1: before("EV", { legs: "heavy", run: "key", hardHours: 36, softHours: 48, penalty: 20 }, ["keyRunHours"]),
  C2: before("EV", { legs: "moderate", run: "key", hardHours: 24, softHours: 36, penalty: 20 }),
  C3: before("EX", { legs: "light", run: "key", hardHours: 12, softHours: 12, penalty: 0 }),
  C4: before("EX", { legs: "none", run: "key", hardHours: 0, softHours: 2, penalty: 3 }),
  C5: before("EX", { legs: "heavy", run: "long", hardHours: 24, softHours: 36, penalty: 12 }),
  C6: before("EX", { legs: "moderate", run: "long", hardHours: 12, softHours: 24, penalty: 12 }),
  /** Legs never stand before a key or long run of the same day. */
  C7: { basis: "EV", settings: ["longRunIsKey"], legsFrom: "light" },
  /** After a key run of the same day. */
  C8: { basis: "EV", settings: ["longRunIsKey"], legsFrom: "moderate", hardHours: 3, softHours: 6, penalty: 10 },
  /** Strength before a run of the same day: easy runs only, up to `runMinutes`. */
  C9: { basis: "EV", settings: [], legsFrom: "light", runMinutes: 60, hardHours: 3, softHours: 8, penalty: 8 },
  /** Strength straight after an easy run: a pause below `pauseHours` counts as none (our own choice). */
  C10: {
    basis: "EX",
    settings: [],
    legsFrom: "light",
    legsTo: "moderate",
    runMinutes: 45,
    pauseHours: 0.5,
    penalty: 4,
  },
  /** Two sessions that both load the legs, start to start. A missed session that is caught up keeps `hardHours` from `caughtUpFrom` on. */
  C11: {
    basis: "EX",
    settings: [],
    legsFrom: "moderate",
    caughtUpFrom: "light",
    hardHours: 48,
    softHours: 72,
    penalty: 6,
  },
  /** After a long run of the same day. */
  C12: { basis: "OURS", settings: [], legsFrom: "light", legsTo: "moderate", hardHours: 3, penalty: 15 },
  /** The worth of a day for legs, one value a day: a run of the day itself goes before one of the day before. */
  C13: {
    basis: "EX",
    settings: ["longRunIsKey"],
    legsFrom: "light",
    sameDayAsKey: 10,
    dayAfterLong: 2,
    dayAfterKey: -3,
  },
  /** The rest day. A locked day is hard, for everything. */
  C14: { basis: "OURS", settings: ["restDay", "restDayPenalty"], legsFrom: "moderate", penalty: 25 },
  /** Days of the week without key run, long run, moderate or heavy legs. */
  C15: { basis: "EX", settings: [], legsFrom: "moderate", quietDays: 1 },
  /** A new rung or spring drill that adaptation chose: nearer to a key run than `softHours` it waits for the next week. */
  C16: { basis: "EV", settings: ["longRunIsKey"], softHours: 48, penalty: 5 },
  /** A goal race. */
  C17: {
    basis: "EX",
    settings: [],
    windows: {
      short: window({ heavy: 5, moderate: 4, light: 2 }, { nothingHours: 48, afterDays: 3, nothingNewDays: 14 }),
      half: window({ heavy: 7, moderate: 5, light: 3 }, { nothingHours: 72, afterDays: 7, nothingNewDays: 14 }),
      marathon: window({ heavy: 10, moderate: 7, light: 4 }, { nothingHours: 96, afterDays: 14, nothingNewDays: 21 }),
      ultra: window({ heavy: 12, moderate: 8, light: 5 }, { nothingHours: 120, afterDays: 21, nothingNewDays: 21 }),
    } satisfies Record<RaceDistance, RaceWindow>,
  },
  /** A high-volume week. */
  C18: { basis: "EX", settings: [], legsFrom: "moderate", sessions: 1 },
  /** The runner's first session A, when it comes in the first programme weeks. */
  C19: { basis: "EV", settings: ["longRunIsKey"], legsFrom: "light", weeks: 2, keyHours: 48, longHours: 36 },
  /** A medium run of the next day. */
  C20: before("OURS", { legs: "heavy", run: "medium", hardHours: 0, softHours: 12, penalty: 6 }),
} as const satisfies Readonly<Record<string, RuleHead & Readonly<Record<string, unknown>>>>;

export type TrainingRuleId = keyof typeof RULES;

/** True on the days before (or of) a goal race on which no Nordic, new exercise or new rung stands. */
export function isNothingNewDay(daysToRace: number, goal: RaceDistance): boolean {
  return daysToRace >= 0 && daysToRace <= RULES.C17.windows[goal].nothingNewDays;
}

/** C1–C6 and C20 as they hold for this runner, and the points of the rest day. */
export interface RulesForRunner {
  readonly beforeRun: readonly (BeforeRunRule & { readonly id: TrainingRuleId })[];
  readonly restDayPenalty: number;
}

/** The better distance before a key run lies so far above the smallest one. OURS, as in the table. */
const SOFT_ABOVE_HARD_HOURS = RULES.C1.softHours - RULES.C1.hardHours;

/** The table with the runner's own parameters in it, held within their ranges. */
export function rulesFor(settings: PlacementSettings): RulesForRunner {
  const keyRunHours = held("keyRunHours", settings.keyRunHours);
  const restDayPenalty = held("restDayPenalty", settings.restDayPenalty);
  const C1 = { ...RULES.C1, hardHours: keyRunHours, softHours: keyRunHours + SOFT_ABOVE_HARD_HOURS };
  const { C2, C3, C4, C5, C6, C20 } = RULES;
  const beforeRun = Object.entries({ C1, C2, C3, C4, C5, C6, C20 });
  return { beforeRun: beforeRun.map(([id, rule]) => ({ ...rule, id: id as TrainingRuleId })), restDayPenalty };
}

// The doors refuse what lies outside; past them the search relies on heavy legs never being freer than moderate ones.
function held(setting: "keyRunHours" | "restDayPenalty", value: number): number {
  const [least, most] = SETTING_RANGES[setting];
  return Math.min(most, Math.max(least, value));
}

const ORDER: Readonly<Record<LoadClass, number>> = { none: 0, light: 1, moderate: 2, heavy: 3 };

/** True when `legs` load at least as much as `from`. */
export function loadsFrom(legs: LoadClass, from: LoadClass): boolean {
  return ORDER[legs] >= ORDER[from];
}

function before(
  basis: Basis,
  rule: Omit<BeforeRunRule, keyof RuleHead>,
  settings: BeforeRunRule["settings"] = [],
): BeforeRunRule {
  return { basis, settings: rule.run === "key" ? [...settings, "longRunIsKey"] : settings, ...rule };
}

function window(
  { heavy, moderate, light }: Readonly<Record<"heavy" | "moderate" | "light", number>>,
  rest: Pick<RaceWindow, "nothingHours" | "afterDays" | "nothingNewDays">,
): RaceWindow {
  return { heavyDays: heavy, moderateDays: moderate, lightDays: light, ...rest };
}
