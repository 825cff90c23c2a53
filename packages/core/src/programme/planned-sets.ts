import type { PrescribedExercise, Prescription } from "./prescription";

/** One set of a session, before it is done. */
export interface PlannedSet {
  /** Id of its entry in the log: `P3.1` is the session's first set of P3, `PLYO-Y1.2` the second of that drill. */
  readonly entry: string;
  readonly exercise: PrescribedExercise;
  /** From 1, within the exercise. */
  readonly setNumber: number;
}

/** The sets of one exercise and where it stands. */
export interface PlannedExercise {
  readonly exercise: PrescribedExercise;
  /** Index into `pairs`; null for a spring drill. */
  readonly pair: number | null;
  readonly sets: readonly PlannedSet[];
}

/** Every set of a session, exercise by exercise in the order of the prescription. */
export function plannedSets(prescription: Prescription): readonly PlannedSet[] {
  return plannedExercises(prescription).flatMap((each) => each.sets);
}

const planned = new WeakMap<Prescription, readonly PlannedExercise[]>();

/** The exercises of a session with their sets; a pattern that comes twice counts its sets on, so no id comes twice. */
export function plannedExercises(prescription: Prescription): readonly PlannedExercise[] {
  // Minutes, dose and screens all ask this of the same prescription.
  const exercises = planned.get(prescription) ?? planExercises(prescription);
  planned.set(prescription, exercises);
  return exercises;
}

function planExercises({ plyo, pairs }: Prescription): readonly PlannedExercise[] {
  const counted = new Map<string, number>();
  const plan = (exercise: PrescribedExercise, pair: number | null): PlannedExercise => {
    const name = entryName(exercise);
    const before = counted.get(name) ?? 0;
    counted.set(name, before + exercise.sets);
    const sets = Array.from({ length: exercise.sets }, (_, index) => ({
      entry: `${name}.${before + index + 1}`,
      exercise,
      setNumber: index + 1,
    }));
    return { exercise, pair, sets };
  };
  return [
    ...plyo.map((exercise) => plan(exercise, null)),
    ...pairs.flatMap((pair, index) => pair.map((exercise) => plan(exercise, index))),
  ];
}

function entryName({ pattern, exercise }: PrescribedExercise): string {
  return pattern === "PLYO" ? exercise.replace(".", "-") : pattern;
}
