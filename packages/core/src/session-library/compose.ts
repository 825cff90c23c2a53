import {
  defaultRung,
  exerciseId,
  isTwoLegged,
  KITS,
  MOBILITY_MOVES,
  nearestRungDown,
  RUNGS,
  TWO_SIDED_MOVES,
  type Kit,
  type LadderPattern,
  type MobilityMove,
  type Pattern,
  type Rung,
} from "../exercise";
import { legLoad, phaseOf, rirOf, type LegLoad, type PrescribedExercise, type Prescription } from "../programme";
import { tempoOf } from "../programme/tempo";
import { remember } from "../remember";
import type { SpringDose } from "../programme/twelve-weeks";
import type { Focus, Level } from "./focus";
import type { Outline, Piece } from "./outline";

/** The programme week whose phase and reps in reserve a level takes: a full one in the middle of its phase. OURS */
const WEEK: Readonly<Record<Level, number>> = { foundation: 2, build: 6, strong: 10 };

type ByLevel = readonly [foundation: number, build: number, strong: number];

/** Reps, or seconds of a hold, by level. OURS, near what the programme asks in those weeks. */
const AMOUNTS: Readonly<Record<LadderPattern, ByLevel>> = {
  P1: [8, 8, 6],
  P2: [10, 8, 6],
  P3: [8, 8, 6],
  P4: [12, 10, 8],
  P5: [12, 10, 8],
  P6F: [25, 30, 40],
  P6S: [20, 25, 30],
  P7: [12, 12, 12],
  P8: [5, 5, 6],
  U1: [8, 10, 12],
  U2: [12, 10, 8],
  U3: [10, 10, 8],
  BAL: [20, 30, 40],
};
/** Without weights the main lifts of the highest level keep more reps. EX */
const BODY_WEIGHT_REPS = 8;
const WITHOUT_WEIGHTS: readonly Kit[] = ["none", "band"];
const MAIN_LIFTS: readonly Pattern[] = ["P1", "P2", "P3"];
/** Dead bugs that are counted, reps a side. EX */
const DEAD_BUG = "P6F.1";
const DEAD_BUG_REPS = 8;
const MOBILITY_SECONDS = 40;

interface SetsOf {
  readonly main: ByLevel;
  readonly small: ByLevel;
}

/** Sets of leg lifts and of everything smaller, by what the session is for. OURS */
const SETS: Readonly<Record<Focus, SetsOf>> = {
  fullBody: { main: [2, 3, 3], small: [2, 2, 2] },
  legs: { main: [2, 3, 3], small: [2, 2, 2] },
  hipsAndGlutes: { main: [2, 3, 3], small: [2, 3, 3] },
  calvesAndFeet: { main: [2, 3, 3], small: [2, 3, 3] },
  core: { main: [2, 2, 2], small: [2, 3, 3] },
  balanceAndSpring: { main: [2, 2, 3], small: [3, 3, 3] },
  upperBody: { main: [2, 2, 2], small: [2, 3, 3] },
  mobility: { main: [2, 2, 2], small: [2, 2, 2] },
  snack: { main: [1, 1, 1], small: [1, 1, 1] },
};
const MAIN: readonly Pattern[] = ["P1", "P2", "P3", "P4", "P8"];

/** Nobody asks before a library session what was done before it, so its hamstring curl stays below the Nordics. OURS */
const CURL_RUNG_MAX: Rung = 2;

interface Composing {
  readonly focus: Focus;
  readonly level: Level;
  readonly kit: Kit;
}

/** The exercises of an outline by pair. The same exercise is the same object, so that versions can be compared quickly. */
export type Content = Pick<Prescription, "plyo" | "pairs">;

/** Makes the exercises of outlines for a focus and a level, kit by kit; what it made once it gives again. */
export function composerFor(focus: Focus, level: Level): (outline: Outline, kit: Kit) => Content {
  const rir = rirOf(WEEK[level]);
  const byKit = new Map<Kit, Map<Piece, PrescribedExercise>>(KITS.map((kit) => [kit, new Map()]));
  const shared = new Map<string, PrescribedExercise>();
  const exerciseAt = (piece: Piece, kit: Kit): PrescribedExercise => {
    const known = byKit.get(kit)?.get(piece);
    if (known !== undefined) return known;
    // A move is the same in every kit: the first one's is there already.
    const first = isMove(piece) ? byKit.get("none")?.get(piece) : undefined;
    if (first !== undefined) return first;
    const exercise = exerciseOf(piece, { focus, level, kit });
    const key = `${exercise.exercise} ${exercise.amount}`;
    const same = shared.get(key) ?? exercise;
    shared.set(key, same);
    byKit.get(kit)?.set(piece, same);
    return same;
  };
  return ({ plyo = [], pairs }, kit) => ({
    plyo: plyo.map((dose) => springExercise(dose, rir)),
    pairs: pairs.map(([one, other]) =>
      other === undefined ? [exerciseAt(one, kit)] : [exerciseAt(one, kit), exerciseAt(other, kit)],
    ),
  });
}

/** The prescription that asks for `content`, with what it costs the legs. */
export function prescriptionOf(
  { plyo, pairs }: Content,
  { id, level }: { readonly id: string; readonly level: Level },
): { readonly prescription: Prescription; readonly legLoad: LegLoad } {
  const week = WEEK[level];
  const asked = { week, phase: phaseOf(week), reduced: false, rir: rirOf(week), plyo, pairs, library: id };
  const load = legLoad({ kind: "B", ...asked }, KNOWN);
  return { prescription: { kind: KIND_OF_LOAD[load.class], ...asked }, legLoad: load };
}

/** Everything before it counts as known, as of a session that was done beside the plan. */
const KNOWN = { exposures: 3 };

/** The programme's version that a session comes nearest to. OURS */
const KIND_OF_LOAD = { none: "C", light: "L", moderate: "B", heavy: "B" } as const;

function springExercise({ drill, sets, contacts }: SpringDose, rir: number): PrescribedExercise {
  const exercise = `PLYO.${drill}` as const;
  return { pattern: "PLYO", exercise, sets, amount: contacts, unit: "contacts", perSide: false, tempo: null, rir };
}

/** Without a band there is no row; the upper back is opened instead. OURS */
const IN_PLACE_OF_ROW: MobilityMove = "threadNeedle";

function exerciseOf(piece: Piece, composing: Composing): PrescribedExercise {
  if (isMove(piece)) return mobility(piece, composing);
  return ladderExercise(piece, composing) ?? mobility(IN_PLACE_OF_ROW, composing);
}

const MOVES: ReadonlySet<Piece> = new Set(MOBILITY_MOVES);

function isMove(piece: Piece): piece is MobilityMove {
  return MOVES.has(piece);
}

/** Balance and mobility are done without effort. */
const EASY_RIR = 5;

function mobility(move: MobilityMove, { focus, level }: Composing): PrescribedExercise {
  return {
    pattern: "MOB",
    exercise: `MOB.${move}`,
    sets: focus === "snack" ? 1 : byLevel(SETS.mobility.small, level),
    amount: MOBILITY_SECONDS,
    unit: "seconds",
    perSide: !TWO_SIDED_MOVES.some((each) => each === move),
    tempo: null,
    rir: EASY_RIR,
  };
}

function ladderExercise(
  piece: Exclude<Piece, MobilityMove>,
  { focus, level, kit }: Composing,
): PrescribedExercise | null {
  const { pattern, asked } = pieces(piece, () => readPiece(piece));
  const rung = rungs(`${piece} ${level} ${kit}`, () => rungOf(pattern, asked, { level, kit }));
  if (rung === null) return null;
  const exercise = exerciseId(pattern, rung);
  const isCounted = exercise === DEAD_BUG || !HELD.includes(pattern);
  const sets = MAIN.includes(pattern) ? SETS[focus].main : SETS[focus].small;
  return {
    pattern,
    exercise,
    sets: byLevel(sets, level),
    amount: amountOf(pattern, { level, kit, isDeadBug: exercise === DEAD_BUG }),
    unit: isCounted ? "reps" : "seconds",
    perSide: (PER_SIDE.includes(pattern) && !isTwoLegged(exercise)) || exercise === DEAD_BUG,
    tempo: isCounted ? tempoOf(pattern, phaseOf(WEEK[level])) : null,
    rir: pattern === "BAL" ? EASY_RIR : rirOf(WEEK[level]),
  };
}

const HELD: readonly Pattern[] = ["P6F", "P6S", "BAL"];
const PER_SIDE: readonly Pattern[] = ["P1", "P3", "P5", "P6S", "P7", "BAL"];

type AskedRung = "own" | "easier" | Rung;

interface ReadPiece {
  readonly pattern: LadderPattern;
  readonly asked: AskedRung;
}

// Few pieces and rungs are asked for hundreds of times. Our own choice: all of them have room.
const pieces = remember<ReadPiece>(200);
const rungs = remember<Rung | null>(1_000);

function readPiece(piece: Exclude<Piece, MobilityMove>): ReadPiece {
  const [pattern, rung] = piece.split("@") as [string, string?];
  if (rung !== undefined) return { pattern: pattern as LadderPattern, asked: Number(rung) as Rung };
  if (pattern.endsWith("-")) return { pattern: pattern.slice(0, -1) as LadderPattern, asked: "easier" };
  return { pattern: pattern as LadderPattern, asked: "own" };
}

function rungOf(
  pattern: LadderPattern,
  asked: AskedRung,
  { level, kit }: Pick<Composing, "level" | "kit">,
): Rung | null {
  const own = defaultRung({ pattern, phase: phaseOf(WEEK[level]), kit });
  if (own === null) return null;
  const wanted = asked === "own" ? own : asked === "easier" ? (RUNGS[own - 1] ?? 0) : asked;
  return nearestRungDown(kit, pattern, pattern === "P8" && wanted > CURL_RUNG_MAX ? CURL_RUNG_MAX : wanted);
}

interface AmountAsk extends Pick<Composing, "level" | "kit"> {
  readonly isDeadBug: boolean;
}

function amountOf(pattern: LadderPattern, { level, kit, isDeadBug }: AmountAsk): number {
  if (isDeadBug) return DEAD_BUG_REPS;
  if (level === "strong" && MAIN_LIFTS.includes(pattern) && WITHOUT_WEIGHTS.includes(kit)) return BODY_WEIGHT_REPS;
  return byLevel(AMOUNTS[pattern], level);
}

function byLevel([foundation, build, strong]: ByLevel, level: Level): number {
  return { foundation, build, strong }[level];
}
