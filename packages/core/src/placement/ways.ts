import { SLOTS, type SessionKind, type Slot } from "../programme/prescription";

/** What a week asks for: two sessions, or one of the versions for high volume (A + L, M), taper (T2, T2 + L), race week (T1) and after a race (L). */
export const WEEK_ASKS = ["AB", "AL", "M", "T2L", "T2", "T1", "L", "none"] as const;
export type WeekAsk = (typeof WEEK_ASKS)[number];

/** One way to fill a week: the kind in each slot, and what giving up the rest costs. */
export interface Way {
  readonly A: SessionKind | null;
  readonly B: SessionKind | null;
  readonly cost: number;
}

const way = (A: SessionKind | null, B: SessionKind | null, cost: number): Way => ({ A, B, cost });

/** What giving up one of the two, or all of it, costs. Our own choice; weeks that ask for less follow the same scale. */
const WAYS: Readonly<Record<WeekAsk, readonly Way[]>> = {
  AB: [
    way("A", "B", 0),
    way("A", "L", 36),
    way("A", null, 60),
    way("V", "L", 70),
    way("V", null, 90),
    way("C", "L", 110),
    way("C", null, 140),
    way(null, null, 200),
  ],
  AL: [
    way("A", "L", 0),
    way("A", null, 24),
    way("V", "L", 34),
    way("V", null, 54),
    way("C", "L", 74),
    way("C", null, 104),
    way(null, null, 164),
  ],
  M: [way("M", null, 0), way("V", null, 30), way(null, "L", 50), way("C", null, 80), way(null, null, 140)],
  // A taper never grows heavier: V has hamstring curls that T2 leaves out.
  T2L: [way("T2", "L", 0), way("T2", null, 24), way("C", "L", 74), way("C", null, 104), way(null, null, 164)],
  T2: [way("T2", null, 0), way(null, "L", 50), way("C", null, 80), way(null, null, 140)],
  T1: [way("T1", null, 0), way("C", null, 80), way(null, null, 140)],
  L: [way(null, "L", 0), way("C", null, 80), way(null, null, 140)],
  none: [way(null, null, 0)],
};

const ONLY_A: readonly Way[] = [way("A", null, 0), way("V", null, 30), way("C", null, 80), way(null, null, 140)];
const ONLY_B: readonly Way[] = [way(null, "B", 0), way(null, "L", 50), way(null, "C", 80), way(null, null, 140)];
const ONLY_L: readonly Way[] = [way(null, "L", 0), way(null, "C", 80), way(null, null, 140)];
// Dearer than any week that a new plan would choose with A in it: a hand on B never makes A smaller while A has a place.
const BESIDE_B: readonly Way[] = [way("A", "B", 0), way("V", "B", 96), way(null, "B", 206)];
const BESIDE_L: readonly Way[] = [way("A", "L", 36), way("V", "L", 70), way("C", "L", 110), way(null, "L", 206)];
/** Ways that a plan which is changed has beside those of a new one: B, or what stands in its place, may be the week's only session. */
const B_ALONE: Readonly<Partial<Record<WeekAsk, readonly Way[]>>> = {
  AB: [way(null, "B", 60), way(null, "L", 96)],
  AL: [way(null, "L", 94)],
  T2L: [way(null, "L", 94)],
};

/** Kinds whose place is given, by slot. */
export type GivenKinds = Readonly<Partial<Record<Slot, SessionKind>>>;

/** What decides the ways beside the ask. */
export interface WaysAsk {
  readonly ask: WeekAsk;
  /** Kinds of the sessions that stand already. */
  readonly given: GivenKinds;
  readonly skipped: readonly Slot[];
  /** Of a plan that is changed: the session that goes first when only one has a place. */
  readonly first?: Slot | "either";
}

/** The kind that the ask wants in a slot; null = nothing. */
export function askedKind(ask: WeekAsk, slot: Slot): SessionKind | null {
  return WAYS[ask][0]?.[slot] ?? null;
}

/** All ways to fill the week, the cheapest first; one of them nothing can block. */
export function waysToFill({ ask, given, skipped, first }: WaysAsk): readonly Way[] {
  const { A, B } = given;
  if (A !== undefined && B !== undefined) return [way(A, B, costOf(ask, A, B))];
  if (A !== undefined) return besideA(ask, A, skipped.includes("B"));
  if (B !== undefined) return besideB(ask, B, skipped.includes("A"));
  if (SLOTS.every((slot) => skipped.includes(slot))) return WAYS.none;
  if (skipped.includes("B")) return onlyA(ask);
  if (skipped.includes("A")) return onlyB(ask);
  return first === undefined || first === "A" ? WAYS[ask] : withBAlone(ask, first);
}

/** By so much the session that does not go first is dearer. */
const SECOND = 1;

function withBAlone(ask: WeekAsk, first: "B" | "either"): readonly Way[] {
  const ways = WAYS[ask].map((each) =>
    first === "B" && each.A === "A" && each.B === null ? { ...each, cost: each.cost + SECOND } : each,
  );
  return [...ways, ...(B_ALONE[ask] ?? [])].toSorted((one, other) => one.cost - other.cost);
}

function costOf(ask: WeekAsk, A: SessionKind, B: SessionKind): number {
  return WAYS[ask].find((each) => each.A === A && each.B === B)?.cost ?? 0;
}

function besideA(ask: WeekAsk, A: SessionKind, isAlone: boolean): readonly Way[] {
  const ways = WAYS[ask].filter((each) => each.A === A);
  // A kind that is no part of what the week asks (a taper session, say) is the week's only one.
  return isAlone || ways.length === 0 ? [way(A, null, 0)] : ways;
}

function besideB(ask: WeekAsk, B: SessionKind, isAlone: boolean): readonly Way[] {
  if (isAlone) return [way(null, B, 0)];
  if (ask === "AB") return B === "L" ? BESIDE_L : BESIDE_B.map((each) => ({ ...each, B }));
  const ways = WAYS[ask].filter((each) => each.B === B);
  return [...ways, way(null, B, WAYS[ask].at(-1)?.cost ?? 0)];
}

function onlyA(ask: WeekAsk): readonly Way[] {
  if (ask === "AB" || ask === "AL") return ONLY_A;
  if (ask === "T2L") return WAYS.T2.filter((each) => each.B === null);
  return ask === "L" ? WAYS.none : WAYS[ask].filter((each) => each.B === null);
}

function onlyB(ask: WeekAsk): readonly Way[] {
  if (ask === "AB") return ONLY_B;
  return ask === "AL" || ask === "T2L" || ask === "L" ? ONLY_L : WAYS.none;
}
