import type { SessionKind, Slot } from "../programme/prescription";
import { WAY_COSTS } from "./rules";

/** One way to fill a week: the kind in each slot, and what giving up the rest costs. */
export interface Way {
  readonly A: SessionKind | null;
  readonly B: SessionKind | null;
  readonly cost: number;
}

/** Kinds whose place is given, by slot. */
export type GivenKinds = Readonly<Partial<Record<Slot, SessionKind>>>;

// Weeks that ask for one session, and slots whose kind is given, follow the same scale. Our own choice.
const ONLY_A: readonly Way[] = [
  { A: "A", B: null, cost: 0 },
  { A: "V", B: null, cost: 30 },
  { A: "C", B: null, cost: 80 },
  { A: null, B: null, cost: 140 },
];
const ONLY_B: readonly Way[] = [
  { A: null, B: "B", cost: 0 },
  { A: null, B: "L", cost: 50 },
  { A: null, B: "C", cost: 80 },
  { A: null, B: null, cost: 140 },
];
const BESIDE_B: readonly Way[] = [
  { A: "A", B: "B", cost: 0 },
  { A: "V", B: "B", cost: 36 },
  { A: null, B: "B", cost: 60 },
];
const BESIDE_L: readonly Way[] = [
  { A: "A", B: "L", cost: 36 },
  { A: "V", B: "L", cost: 70 },
  { A: "C", B: "L", cost: 110 },
  { A: null, B: "L", cost: 140 },
];

/** All ways to fill a week in which `given` stands already and `skipped` asks for nothing. */
export function waysToFill(given: GivenKinds, skipped: readonly Slot[]): readonly Way[] {
  const { A, B } = given;
  if (A !== undefined && B !== undefined)
    return [{ A, B, cost: WAY_COSTS.find((way) => way.A === A && way.B === B)?.cost ?? 0 }];
  if (A !== undefined) return besideA(A, skipped.includes("B"));
  if (B !== undefined) return besideB(B, skipped.includes("A"));
  if (skipped.includes("A")) return skipped.includes("B") ? [{ A: null, B: null, cost: 0 }] : ONLY_B;
  return skipped.includes("B") ? ONLY_A : WAY_COSTS;
}

function besideA(A: SessionKind, isAlone: boolean): readonly Way[] {
  const ways: readonly Way[] = WAY_COSTS.filter((way) => way.A === A);
  // A kind that is no part of a two-session week (maintenance, taper) is the week's only one.
  return isAlone || ways.length === 0 ? [{ A, B: null, cost: 0 }] : ways;
}

function besideB(B: SessionKind, isAlone: boolean): readonly Way[] {
  if (isAlone) return [{ A: null, B, cost: 0 }];
  if (B === "L") return BESIDE_L;
  return BESIDE_B.map((way) => ({ ...way, B }));
}
