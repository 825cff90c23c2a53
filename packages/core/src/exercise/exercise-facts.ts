import { isTwoLegged, LADDERS } from "./ladder";
import { musclesOf, type Muscle } from "./muscle";
import type { ExerciseId, Kit, LadderPattern, MobilityMove, Pattern, Rung } from "./pattern";
import { SUBSTITUTED_PATTERNS } from "./substitute";
import { takesLoad, type TakenLoad } from "./takes-load";

/** What holds for an exercise in every session. */
export interface ExerciseFacts {
  readonly pattern: Pattern;
  /** Null: a spring drill or a mobility move, which have no rung. */
  readonly rung: Rung | null;
  /** What its amount counts. A dead bug is held on for seconds in the programme; only core days count its reps. */
  readonly unit: "reps" | "seconds" | "contacts";
  /** True when the amount is meant for each side. */
  readonly perSide: boolean;
  /** The smallest kit that holds what it needs. */
  readonly kit: Kit;
  /** Prime movers first. */
  readonly muscles: readonly Muscle[];
  /** Null: body weight or a band alone. */
  readonly load: TakenLoad | null;
  /** The texts under `substitute.<pattern>` say what to take when a tool is missing; null where nothing is needed. */
  readonly substitute: LadderPattern | null;
}

/** The facts of one exercise. EX; units and sides follow the programme's tables. */
export function exerciseFacts(exercise: ExerciseId): ExerciseFacts {
  const pattern = patternOf(exercise);
  return {
    pattern,
    rung: rungOf(exercise),
    unit: unitOf(pattern),
    perSide: isPerSide(exercise),
    kit: kitOf(exercise),
    muscles: musclesOf(pattern),
    load: takesLoad(exercise),
    substitute: SUBSTITUTED_PATTERNS.find((each) => each === pattern) ?? null,
  };
}

/** The pattern that an exercise belongs to. */
export function patternOf(exercise: ExerciseId): Pattern {
  // The type of an id promises a pattern before its dot.
  return exercise.slice(0, exercise.indexOf(".")) as Pattern;
}

/** The rung of an exercise, 0–5; null for a spring drill or a mobility move. */
export function rungOf(exercise: ExerciseId): Rung | null {
  const rung = Number(exercise.slice(exercise.indexOf(".") + 1));
  return Number.isInteger(rung) ? (rung as Rung) : null;
}

function unitOf(pattern: Pattern): ExerciseFacts["unit"] {
  if (pattern === "PLYO") return "contacts";
  return HELD.includes(pattern) ? "seconds" : "reps";
}

const HELD: readonly Pattern[] = ["P6F", "P6S", "BAL", "MOB"];

function isPerSide(exercise: ExerciseId): boolean {
  const pattern = patternOf(exercise);
  return ONE_SIDED.includes(pattern) ? !isTwoLegged(exercise) : ONE_SIDED_MOVES.has(exercise);
}

const ONE_SIDED: readonly Pattern[] = ["P1", "P3", "P5", "P6S", "P7", "BAL"];
const ONE_SIDED_MOVES: ReadonlySet<ExerciseId> = new Set<ExerciseId>(
  (["hipFlexor", "calf", "hamstring", "figureFour", "ankleRock", "threadNeedle"] as const satisfies MobilityMove[]).map(
    (move) => `MOB.${move}` as const,
  ),
);

function kitOf(exercise: ExerciseId): Kit {
  const pattern = patternOf(exercise);
  const rung = rungOf(exercise);
  return pattern === "PLYO" || pattern === "MOB" || rung === null ? "none" : LADDERS[pattern][rung];
}
