import { amountRange } from "./amount-range";
import type { ExerciseAdaptation, Phase, PrescribedExercise, SessionAdaptation, Tempo } from "./prescription";

/** What a set-back or an ease never goes below. OURS */
const FEWEST_REPS = 3;
const FEWEST_SECONDS = 10;
const RIR_MAX = 5;
/** A pause at the bottom, once slower lowering is not enough. EX */
const PAUSE_SECONDS = 2;

interface Adapting {
  readonly session: SessionAdaptation;
  readonly own: ExerciseAdaptation;
  readonly phase: Phase;
  /** Whether reps that were raised, or begin low on a new rung, are asked. */
  readonly isRaised: boolean;
  /** Whether lowering may take longer. */
  readonly isSlower: boolean;
}

/** One exercise as the runner's records make it; empty when it is left out. */
export function adaptExercise(
  exercise: PrescribedExercise,
  { session, own, phase, isRaised, isSlower }: Adapting,
): PrescribedExercise[] {
  if (own.out) return [];
  const rir = Math.min(
    RIR_MAX,
    Math.max(exercise.rir + (own.rirUp ?? 0), exercise.rir + (session.rirUp ?? 0), session.rirMin ?? 0),
  );
  return [
    {
      ...exercise,
      sets: setsOf(exercise, session, own),
      ...amountOf(exercise, own, { phase, isRaised }),
      tempo: exercise.tempo === null ? null : slowerTempo(exercise.tempo, isSlower ? (own.slower ?? 0) : 0),
      rir,
      ...(own.loadGrams === undefined
        ? {}
        : { loadGrams: own.loadGrams, hands: own.hands ?? 1, ...(own.loadWhy ? { loadWhy: own.loadWhy } : {}) }),
    },
  ];
}

// Of several cuts the larger one holds, and one set always stays.
function setsOf({ sets }: PrescribedExercise, session: SessionAdaptation, own: ExerciseAdaptation): number {
  const byShare = Math.ceil(sets * (session.setsShare ?? 1));
  return Math.max(1, Math.min(byShare, session.setsMax ?? sets, sets - (own.fewerSets ?? 0)));
}

function amountOf(
  exercise: PrescribedExercise,
  { less = 0, atLeast = 0, share = 1, bottom }: ExerciseAdaptation,
  { phase, isRaised }: Pick<Adapting, "phase" | "isRaised">,
): Pick<PrescribedExercise, "amount" | "range"> {
  const [lowest, highest] = amountRange(exercise, phase);
  const base = bottom && isRaised ? Math.min(exercise.amount, lowest) : exercise.amount;
  const fewest = Math.min(exercise.amount, exercise.unit === "seconds" ? FEWEST_SECONDS : FEWEST_REPS);
  const own = Math.max(fewest, base - less, isRaised ? atLeast : 0);
  const amount = Math.max(fewest, share === 1 ? own : Math.floor(own * share));
  if (amount === exercise.amount) return { amount };
  // Asked above the range, the range grows; asked less, its ends come down with it.
  const down = Math.min(0, amount - base);
  return { amount, range: [Math.max(1, Math.min(amount, lowest + down)), Math.max(amount, highest + down)] };
}

function slowerTempo(tempo: Tempo, slower: 0 | 1 | 2): Tempo {
  if (slower === 0) return tempo;
  const [lower = "0", pause = "0", ...rest] = tempo.split("-");
  const held = slower === 2 ? Math.max(Number(pause), PAUSE_SECONDS) : pause;
  return `${Number(lower) + 1}-${held}-${rest.join("-")}` as Tempo;
}
