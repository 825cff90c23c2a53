import type { Phase, Prescription, PrescribedExercise, SessionKind, SessionMode } from "./prescription";
import { plannedExercises, type PlannedExercise, type PlannedSet } from "./planned-sets";
import {
  drillRestSeconds,
  PAIR_CHANGE_SECONDS,
  pairRestSeconds,
  SET_UP_SECONDS,
  setSeconds,
  straightRestSeconds,
} from "./seconds";

/** One step of a session: a set, and the seconds around it as the session's minutes count them. */
export interface WalkStep extends PlannedSet {
  /** Index into `pairs`; null for a spring drill. */
  readonly pair: number | null;
  /** Before the set: setting up its block. 0 within a block, for the first one and for spring drills. */
  readonly setUpSeconds: number;
  /** The set itself, both sides included. */
  readonly workSeconds: number;
  /** After the set: the change to the partner of the superset; rest for an exercise that lost its partner. */
  readonly changeSeconds: number;
  /** After the set and the change: rest. */
  readonly restSecondsAfter: number;
}

/** The sets of a session in the order in which they are done: A1, B1, A2, B2 … of each pair, or exercise by exercise. */
export function walk(prescription: Prescription, mode: SessionMode): readonly WalkStep[] {
  const exercises = plannedExercises(prescription);
  const drills = exercises.filter(({ pair }) => pair === null);
  const lifts = exercises.filter(({ pair }) => pair !== null);
  const blocks =
    mode === "superset"
      ? prescription.pairs.map((_, pair) =>
          supersetBlock(
            lifts.filter((each) => each.pair === pair),
            prescription.phase,
          ),
        )
      : straightBlocks(lifts, prescription.phase);
  return [...drills.flatMap((drill) => drillSteps(drill, prescription.kind)), ...withSetUps(blocks)];
}

function supersetBlock(exercises: readonly PlannedExercise[], phase: Phase): readonly WalkStep[] {
  const alone = exercises.length === 1;
  const rest = pairRestSeconds(
    phase,
    exercises.map(({ exercise }) => exercise),
  );
  const rounds = Math.max(...exercises.map(({ sets }) => sets.length));
  return Array.from({ length: rounds }, (_, round) => {
    const sets = exercises.flatMap(({ pair, sets: all }) => all.slice(round, round + 1).map((set) => ({ set, pair })));
    const roundRest = round + 1 < rounds ? rest : 0;
    return sets.map(({ set, pair }, index) => {
      const isLast = index + 1 === sets.length;
      // An exercise without a partner keeps the change as rest; a set left over from a longer partner has none.
      return step(set, pair, { change: !isLast || alone ? PAIR_CHANGE_SECONDS : 0, rest: isLast ? roundRest : 0 });
    });
  }).flat();
}

function straightBlocks(exercises: readonly PlannedExercise[], phase: Phase): readonly (readonly WalkStep[])[] {
  return exercises.map(({ exercise, sets, pair }, block) =>
    sets.map((set, index) => {
      const isSessionsLast = block + 1 === exercises.length && index + 1 === sets.length;
      return step(set, pair, { change: 0, rest: isSessionsLast ? 0 : liftRest(exercise, phase) });
    }),
  );
}

function liftRest({ pattern }: PrescribedExercise, phase: Phase): number {
  return pattern === "PLYO" ? 0 : straightRestSeconds(pattern, phase);
}

function drillSteps({ exercise, sets }: PlannedExercise, kind: SessionKind): readonly WalkStep[] {
  return sets.map((set) => step(set, null, { change: 0, rest: drillRestSeconds(exercise, kind) }));
}

function step(
  set: PlannedSet,
  pair: number | null,
  after: { readonly change: number; readonly rest: number },
): WalkStep {
  // Field by field: a spread here made the minutes of a session five times slower to get.
  return {
    entry: set.entry,
    exercise: set.exercise,
    setNumber: set.setNumber,
    pair,
    setUpSeconds: 0,
    workSeconds: setSeconds(set.exercise),
    changeSeconds: after.change,
    restSecondsAfter: after.rest,
  };
}

function withSetUps(blocks: readonly (readonly WalkStep[])[]): readonly WalkStep[] {
  return blocks.flatMap((block, number) =>
    block.map((each, index) => (number > 0 && index === 0 ? { ...each, setUpSeconds: SET_UP_SECONDS } : each)),
  );
}
