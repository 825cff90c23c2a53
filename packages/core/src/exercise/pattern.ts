/** The eight patterns (core has two: front and side), the spring drills, the upper-body fillers, balance and mobility. */
export const PATTERNS = [
  "P1",
  "P2",
  "P3",
  "P4",
  "P5",
  "P6F",
  "P6S",
  "P7",
  "P8",
  "PLYO",
  "U1",
  "U2",
  "U3",
  "BAL",
  "MOB",
] as const;
export type Pattern = (typeof PATTERNS)[number];

/** Every pattern that is climbed rung by rung; spring drills are steps of their own, mobility moves are none. */
export type LadderPattern = Exclude<Pattern, "PLYO" | "MOB">;

/** What the runner has at home. Each holds the ones before it. */
export const KITS = ["none", "band", "dumbbells", "gym"] as const;
export type Kit = (typeof KITS)[number];

export const RUNGS = [0, 1, 2, 3, 4, 5] as const;
/** A step on a pattern's ladder: 0 easiest, 5 hardest. */
export type Rung = (typeof RUNGS)[number];

export const SPRING_DRILLS = ["Y0", "Y1", "Y2", "Y3", "Y4", "Y5"] as const;
/** From heel bounces to bounds and drop jumps. */
export type SpringDrill = (typeof SPRING_DRILLS)[number];

export const MOBILITY_MOVES = [
  "hipFlexor",
  "calf",
  "hamstring",
  "figureFour",
  "ankleRock",
  "catCow",
  "threadNeedle",
  "childsPose",
] as const;
/** Mobility for rest days: held or moved slowly, without effort. */
export type MobilityMove = (typeof MOBILITY_MOVES)[number];

/** Moves of the whole body at once, so that an amount has no sides. */
export const TWO_SIDED_MOVES = ["catCow", "childsPose"] as const satisfies readonly MobilityMove[];

/** `<pattern>.<rung>`: `P1.3`; spring drills `PLYO.Y0` … `PLYO.Y5`; mobility `MOB.<move>`. The texts are keyed by it. */
export type ExerciseId = `${LadderPattern}.${Rung}` | `PLYO.${SpringDrill}` | `MOB.${MobilityMove}`;
