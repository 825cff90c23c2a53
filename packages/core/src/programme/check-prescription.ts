import {
  DRILL_FACTS,
  holdsRung,
  isTwoLegged,
  MOBILITY_MOVES,
  RUNGS,
  sharedPrimeMovers,
  SPRING_DRILLS,
  TWO_SIDED_MOVES,
  type ExerciseId,
  type Kit,
  type MobilityMove,
  type Pattern,
  type Rung,
  type SpringDrill,
} from "../exercise";
import { legLoad } from "./leg-load";
import type { Phase, PrescribedExercise, Prescription } from "./prescription";
import { secondsPerRep } from "./tempo";
import { isReducedWeek, phaseOf, PROGRAMME_WEEKS } from "./week";

/** What can be wrong with a prescription. */
export const PRESCRIPTION_FAULTS = [
  /** No exercise in it, or a pair that is empty or of more than two. */
  "shape",
  /** No week of the programme, or a phase or reduction that is not that week's. */
  "week",
  /** Leg load above what its kind promises: C none, L light. */
  "kind",
  /** Both halves of a pair ask for the same prime mover. */
  "primeMover",
  /** An exercise that does not exist, or that stands among the wrong ones. */
  "exercise",
  /** A rung that the kit does not hold. */
  "kit",
  "sets",
  "amount",
  "unit",
  "rir",
  "tempo",
  /** "Per side" of an exercise without sides, or none where each side has its own set. */
  "sides",
  /** A drill that is too much for the phase, more contacts than a session has room for, or one before the programme's springs begin. */
  "spring",
] as const;
export type PrescriptionFault = (typeof PRESCRIPTION_FAULTS)[number];

export interface FoundFault {
  readonly fault: PrescriptionFault;
  /** The exercise that it is about; null when it is about the session. */
  readonly exercise: ExerciseId | null;
}

type Range = readonly [lowest: number, highest: number];

// Bounds are OURS: they hold everything that the programme's tables ask for, with little room to spare.
const SETS: Range = [1, 4];
/** Below two reps in reserve nothing is ever asked. */
const RIR: Range = [2, 5];
const REPS: Range = [4, 20];
const HOLD_SECONDS: Range = [10, 60];
const CONTACTS: Range = [5, 30];
/** Contacts of one session: the lower end of what textbooks allow beginners. */
const CONTACTS_A_SESSION = 80;
const SECONDS_PER_REP: Range = [2, 10];

/** The hardest drill of each phase; bounds and drop jumps (Y5) in none. EX */
const HARDEST_DRILL: Readonly<Record<Phase, SpringDrill>> = { 1: "Y1", 2: "Y2", 3: "Y4" };

const PER_SIDE: readonly Pattern[] = ["P1", "P3", "P6S", "P7", "BAL"];
const PER_SIDE_OR_NOT: readonly Pattern[] = ["P5", "P6F", "MOB"];
/** Held or moved for a time; dead bugs and hip dips can be counted as well. */
const HELD: readonly Pattern[] = ["P6F", "P6S", "BAL", "MOB"];
const COUNTED_TOO: ReadonlySet<ExerciseId> = new Set<ExerciseId>(["P6F.0", "P6F.1", "P6S.1"]);

const KNOWN = { exposures: 3 };

/**
 * Everything that is wrong with a prescription for a runner with `kit`; empty when it is sound. Everything that `prescribe` gives for
 * that kit is.
 */
export function checkPrescription(prescription: Prescription, kit: Kit): readonly FoundFault[] {
  const { plyo, pairs } = prescription;
  return [
    ...sessionFaults(prescription).map((fault) => ({ fault, exercise: null })),
    ...plyo.flatMap((exercise) => drillFaults(exercise, prescription).map((fault) => at(exercise, fault))),
    ...pairs.flat().flatMap((exercise) => liftFaults(exercise, kit).map((fault) => at(exercise, fault))),
    ...pairs.flatMap(pairFaults),
  ];
}

function at({ exercise }: PrescribedExercise, fault: PrescriptionFault): FoundFault {
  return { fault, exercise };
}

function sessionFaults(prescription: Prescription): readonly PrescriptionFault[] {
  const { kind, week, phase, reduced, rir, plyo, pairs } = prescription;
  const isWeek = Number.isInteger(week) && week >= 1 && week <= PROGRAMME_WEEKS;
  // An exercise in the wrong place is a fault of its own, and has no points.
  const isCounted = plyo.every(isDrill) && pairs.flat().every((each) => isKnown(each) && !isDrill(each));
  const legs = isCounted ? legLoad(prescription, KNOWN).class : "none";
  const contacts = plyo.reduce((sum, { sets, amount }) => sum + sets * amount, 0);
  return found({
    shape: pairs.length === 0 || pairs.some(({ length }) => length < 1 || length > 2),
    week: !isWeek || phase !== phaseOf(week) || reduced !== isReducedWeek(week),
    kind: (kind === "C" && legs !== "none") || (kind === "L" && legs !== "none" && legs !== "light"),
    rir: !isIn(rir, RIR),
    spring: contacts > CONTACTS_A_SESSION,
  });
}

function drillFaults(exercise: PrescribedExercise, { phase, library }: Prescription): readonly PrescriptionFault[] {
  const drill = SPRING_DRILLS.find((each) => exercise.exercise === `PLYO.${each}`);
  if (exercise.pattern !== "PLYO" || drill === undefined) return ["exercise"];
  const isTooHard = SPRING_DRILLS.indexOf(drill) > SPRING_DRILLS.indexOf(HARDEST_DRILL[phase]);
  // The programme itself has no springs in phase 1; a session of the library that begins with them is chosen for that.
  const isEarly = phase === 1 && library === undefined;
  const changesLegs = DRILL_FACTS[drill].sideChangeSeconds > 0;
  return found({
    sets: !isIn(exercise.sets, SETS),
    amount: !isIn(exercise.amount, CONTACTS) || (changesLegs && exercise.amount % 2 !== 0),
    unit: exercise.unit !== "contacts",
    rir: !isIn(exercise.rir, RIR),
    tempo: exercise.tempo !== null,
    sides: exercise.perSide,
    spring: isTooHard || isEarly,
  });
}

function liftFaults(exercise: PrescribedExercise, kit: Kit): readonly PrescriptionFault[] {
  const { pattern, unit, amount, perSide, tempo } = exercise;
  if (!isKnown(exercise)) return ["exercise"];
  const isHeld = HELD.includes(pattern);
  const isCounted = !isHeld || COUNTED_TOO.has(exercise.exercise);
  return found({
    kit: pattern !== "MOB" && pattern !== "PLYO" && !holdsRung(kit, pattern, rungOf(exercise)),
    sets: !isIn(exercise.sets, SETS),
    amount: !isIn(amount, unit === "seconds" ? HOLD_SECONDS : REPS),
    unit: unit === "seconds" ? !isHeld : unit !== "reps" || !isCounted,
    rir: !isIn(exercise.rir, RIR),
    tempo: unit === "reps" ? tempo === null || !isIn(secondsPerRep(tempo), SECONDS_PER_REP) : tempo !== null,
    sides: !sidesFit(exercise, perSide),
  });
}

function sidesFit({ pattern, exercise }: PrescribedExercise, perSide: boolean): boolean {
  if (isTwoLegged(exercise) || isTwoSidedMove(exercise)) return !perSide;
  if (PER_SIDE.includes(pattern)) return perSide;
  return !perSide || PER_SIDE_OR_NOT.includes(pattern);
}

function isTwoSidedMove(exercise: ExerciseId): boolean {
  return TWO_SIDED_MOVES.some((move: MobilityMove) => exercise === `MOB.${move}`);
}

function pairFaults(pair: readonly PrescribedExercise[]): readonly FoundFault[] {
  const [one, other] = pair;
  if (one === undefined || other === undefined) return [];
  return sharedPrimeMovers(one.pattern, other.pattern).length > 0 ? [at(other, "primeMover")] : [];
}

function isDrill({ pattern, exercise }: PrescribedExercise): boolean {
  return pattern === "PLYO" && SPRING_DRILLS.some((drill) => exercise === `PLYO.${drill}`);
}

function isKnown({ pattern, exercise }: PrescribedExercise): boolean {
  if (pattern === "MOB") return MOBILITY_MOVES.some((move) => exercise === `MOB.${move}`);
  return RUNGS.some((rung) => exercise === `${pattern}.${rung}`);
}

// Only asked of exercises that are known to stand on a ladder.
function rungOf({ exercise, pattern }: PrescribedExercise): Rung {
  return RUNGS.find((rung) => exercise === `${pattern}.${rung}`) ?? 0;
}

function isIn(value: number, [lowest, highest]: Range): boolean {
  return Number.isInteger(value) && value >= lowest && value <= highest;
}

function found(faults: Readonly<Partial<Record<PrescriptionFault, boolean>>>): readonly PrescriptionFault[] {
  return PRESCRIPTION_FAULTS.filter((fault) => faults[fault] === true);
}
