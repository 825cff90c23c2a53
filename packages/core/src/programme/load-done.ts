import { exerciseId, type Pattern } from "../exercise";
import type { LoggedSet, SessionLogFields } from "../record/kinds";
import { legLoad, type LegHistory } from "./leg-load";
import { plannedSets } from "./planned-sets";
import type { LegLoad, PrescribedExercise, Prescription } from "./prescription";

type LoggedContent = Pick<SessionLogFields, "prescription" | "sets" | "rir" | "ending">;

/**
 * What a session really cost the legs: by the sets that were done and the reps that were left in reserve, whatever the session is
 * called. A session that was only ticked counts as it was asked.
 */
export function loadDone(log: LoggedContent, history: LegHistory): LegLoad {
  return legLoad(log.ending === "ticked" ? log.prescription : doneContent(log), history);
}

/** The prescription with the sets that were done in place of those asked. */
function doneContent({ prescription, sets, rir }: LoggedContent): Prescription {
  const exerciseOf = new Map(plannedSets(prescription).map(({ entry, exercise }) => [entry, exercise]));
  const done = new Map<PrescribedExercise, LoggedSet[]>();
  const added = new Map<Pattern, LoggedSet[]>();
  for (const [entry, set] of Object.entries(sets)) {
    if (set.state === "skipped") continue;
    const exercise = exerciseOf.get(entry) ?? exerciseWith(set.pattern, prescription);
    if (exercise === null) added.set(set.pattern, [...(added.get(set.pattern) ?? []), set]);
    else done.set(exercise, [...(done.get(exercise) ?? []), set]);
  }
  const asDone = (exercise: PrescribedExercise): readonly PrescribedExercise[] => {
    const setsDone = done.get(exercise) ?? [];
    return setsDone.length === 0 ? [] : [withSets(exercise, setsDone, rir[exercise.pattern])];
  };
  const beside = [...added].map(([pattern, setsDone]) =>
    withSets(addedExercise(pattern, prescription.rir), setsDone, rir[pattern]),
  );
  const isSpring = ({ pattern }: PrescribedExercise) => pattern === "PLYO";
  return {
    ...prescription,
    plyo: [...prescription.plyo.flatMap(asDone), ...beside.filter(isSpring)],
    pairs: [...prescription.pairs.map((pair) => pair.flatMap(asDone)), beside.filter((each) => !isSpring(each))],
  };
}

function exerciseWith(pattern: Pattern, { plyo, pairs }: Prescription): PrescribedExercise | null {
  return [...plyo, ...pairs.flat()].find((exercise) => exercise.pattern === pattern) ?? null;
}

function withSets(
  exercise: PrescribedExercise,
  sets: readonly LoggedSet[],
  rir: number | undefined,
): PrescribedExercise {
  const amount = sets.reduce((sum, set) => sum + set.amount, 0) / sets.length;
  return { ...exercise, sets: sets.length, amount, rir: rir ?? exercise.rir };
}

// A set of a pattern that was not asked for: the pattern's weight counts, whatever the rung.
function addedExercise(pattern: Pattern, rir: number): PrescribedExercise {
  const exercise = pattern === "PLYO" ? "PLYO.Y1" : pattern === "MOB" ? "MOB.catCow" : exerciseId(pattern, 1);
  const unit = pattern === "PLYO" ? "contacts" : "reps";
  return { pattern, exercise, sets: 1, amount: 1, unit, perSide: false, tempo: null, rir };
}
