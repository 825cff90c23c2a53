import type { ExerciseId } from "./pattern";

/** How an exercise is loaded. */
export interface TakenLoad {
  /** One weight, or one in each hand. A barbell, a machine or a weight on the hips counts as one. */
  readonly hands: 1 | 2;
  /** It may as well be done with the other number of weights. */
  readonly eitherWay?: true;
  /** Grams between which the weight lies, both included; absent where the runner's strength decides. */
  readonly grams?: { readonly least: number; readonly most: number };
}

/** A counterweight, or a weight at the chest, is there for balance or to finish a ladder: 2 to 5 kg. EX */
const SMALL_WEIGHT = { least: 2000, most: 5000 } as const;

const LOADS: Readonly<Partial<Record<ExerciseId, TakenLoad>>> = {
  "P1.3": { hands: 1, grams: SMALL_WEIGHT },
  "P1.5": { hands: 2 },
  "P2.2": { hands: 2 },
  "P2.3": { hands: 2, eitherWay: true },
  "P2.5": { hands: 2 },
  "P3.3": { hands: 2 },
  "P3.5": { hands: 2 },
  "P4.3": { hands: 1 },
  "P4.5": { hands: 1 },
  "P5.5": { hands: 1 },
  "P8.5": { hands: 1, grams: SMALL_WEIGHT },
  "U2.2": { hands: 1 },
  "U2.3": { hands: 2 },
  "U2.5": { hands: 1 },
  "U3.2": { hands: 2 },
  "U3.3": { hands: 1 },
  "U3.4": { hands: 1 },
  "U3.5": { hands: 1 },
};

/** The weights that an exercise is done with; null when it is done with body weight or a band alone. EX */
export function takesLoad(exercise: ExerciseId): TakenLoad | null {
  return LOADS[exercise] ?? null;
}
