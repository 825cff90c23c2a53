import { exerciseId } from "./default-rung";
import { exerciseFacts } from "./exercise-facts";
import type { LadderPattern, Rung } from "./pattern";

/** What has to look right while a gate is met; the texts stand under `quality.<key>`. */
export const GATE_QUALITIES = [
  "kneeOverFoot",
  "pelvisLevel",
  "flatBack",
  "feltInHamstrings",
  "noRearPush",
  "ribsDown",
  "noCramp",
  "noSag",
  "hipsStacked",
  "slowLowering",
] as const;
export type GateQuality = (typeof GATE_QUALITIES)[number];

/** Sets and reps (or seconds) in one session. */
export interface AmountGate {
  readonly kind: "amount";
  readonly sets: number;
  readonly amount: number;
  readonly unit: "reps" | "seconds";
  readonly perSide: boolean;
  readonly quality: readonly GateQuality[];
  /** So many single-leg calf raises a side in a test open it as well. */
  readonly orCalfRaises?: number;
}

/** A hold of so many times the time that is asked. */
export interface HoldGate {
  readonly kind: "hold";
  readonly sets: number;
  readonly timesTarget: number;
  readonly unit: "seconds";
  readonly perSide: boolean;
  readonly quality: readonly GateQuality[];
}

/** All sets as planned without a form flag, and soreness of at most this (0–10) on the next day. */
export interface CleanGate {
  readonly kind: "clean";
  readonly sorenessMax: number;
  readonly quality: readonly GateQuality[];
}

/** What opens the next rung. */
export type Gate = AmountGate | HoldGate | CleanGate;

/** A gate opens when it is met in so many sessions. EX */
export const GATE_SESSIONS = 2;

/** The gates out of rungs 0 to 4. */
type GatesByRung = readonly [Gate, Gate, Gate, Gate, Gate];

/** What opens the rung above, by pattern and present rung. EX; U1, U3 and BAL are OURS, and so is one hold of twice the target. */
export const GATES: Readonly<Record<LadderPattern, GatesByRung>> = {
  P1: onEveryRung((rung) => reps("P1", rung, { amount: 10, quality: ["kneeOverFoot", "pelvisLevel"] })),
  P2: onEveryRung((rung) => reps("P2", rung, { amount: 10, quality: ["flatBack", "feltInHamstrings"] })),
  P3: onEveryRung((rung) => reps("P3", rung, { amount: 10, quality: ["noRearPush"] })),
  P4: onEveryRung((rung) => reps("P4", rung, { amount: 12, quality: ["ribsDown", "noCramp"] })),
  P5: [
    { ...reps("P5", 0, { amount: 15 }), orCalfRaises: 15 },
    { ...reps("P5", 1, { amount: 15 }), orCalfRaises: 15 },
    reps("P5", 2, { amount: 15 }),
    reps("P5", 3, { amount: 15 }),
    reps("P5", 4, { amount: 12 }),
  ],
  P6F: onEveryRung((rung) => hold("P6F", rung, ["noSag"])),
  P6S: onEveryRung((rung) => hold("P6S", rung, [])),
  P7: onEveryRung((rung) => reps("P7", rung, { amount: 15, quality: ["hipsStacked"] })),
  P8: onEveryRung(() => ({ kind: "clean", sorenessMax: 3, quality: ["slowLowering"] })),
  U1: onEveryRung((rung) => reps("U1", rung, { amount: 12 })),
  U2: onEveryRung((rung) => reps("U2", rung, { amount: 12 })),
  U3: onEveryRung((rung) => reps("U3", rung, { amount: 12 })),
  BAL: onEveryRung((rung) => ({ ...reps("BAL", rung, { amount: 30 }), unit: "seconds" })),
};

/** The gate from this rung to the next; null on the highest rung. EX */
export function gateOf(pattern: LadderPattern, rung: Rung): Gate | null {
  return rung === 5 ? null : GATES[pattern][rung];
}

function onEveryRung(gate: (rung: Rung) => Gate): GatesByRung {
  return [gate(0), gate(1), gate(2), gate(3), gate(4)];
}

function reps(
  pattern: LadderPattern,
  rung: Rung,
  { amount, quality = [] }: { readonly amount: number; readonly quality?: readonly GateQuality[] },
): AmountGate {
  return { kind: "amount", sets: 2, amount, unit: "reps", perSide: isPerSide(pattern, rung), quality };
}

function hold(pattern: LadderPattern, rung: Rung, quality: readonly GateQuality[]): HoldGate {
  return { kind: "hold", sets: 1, timesTarget: 2, unit: "seconds", perSide: isPerSide(pattern, rung), quality };
}

function isPerSide(pattern: LadderPattern, rung: Rung): boolean {
  return exerciseFacts(exerciseId(pattern, rung)).perSide;
}
