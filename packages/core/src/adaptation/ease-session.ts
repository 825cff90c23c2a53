import type { Pattern } from "../exercise";
import type { PrescribedExercise, Prescription, SessionKind } from "../programme";
import type { PreCheckVerdict } from "./pre-check";

export interface EaseSession {
  readonly prescription: Prescription;
  readonly verdict: Pick<PreCheckVerdict, "rule" | "action">;
  /** Light legs and core, as the runner's records make them. */
  readonly instead: Readonly<Record<"L" | "C", Prescription>>;
}

/** Lifts that lose a set on a harder day. EX */
const MAIN_LIFTS: readonly Pattern[] = ["P1", "P2", "P3", "P4", "P8"];
/** Light already: nothing to take from them but what `easier` takes. */
const LIGHT_KINDS: readonly SessionKind[] = ["L", "C", "T1"];
const RIR_MAX = 5;

/**
 * The session as the check before it makes it, marked with the check's rule; the same one where nothing is to change. Another day is no
 * other session: it stays as it is. Core is never made smaller by the legs.
 */
export function easeSession({ prescription, verdict, instead }: EaseSession): Prescription {
  const { action, rule } = verdict;
  switch (action) {
    case "asPlanned":
    case "replan":
      return prescription;
    case "easier":
      return prescription.kind === "C" ? prescription : { ...easier(prescription), eased: rule };
    case "lightLegs":
      return LIGHT_KINDS.includes(prescription.kind) ? prescription : { ...instead.L, eased: rule };
    case "noLegs":
      return prescription.kind === "C" ? prescription : { ...instead.C, eased: rule };
    default:
      return action satisfies never;
  }
}

// One set less of the main lifts, one rep in reserve more, no spring drills.
function easier(prescription: Prescription): Prescription {
  return {
    ...prescription,
    rir: oneMore(prescription.rir),
    plyo: [],
    pairs: prescription.pairs.map((pair) => pair.map(easierExercise)),
  };
}

function easierExercise(exercise: PrescribedExercise): PrescribedExercise {
  const sets = MAIN_LIFTS.includes(exercise.pattern) ? Math.max(1, exercise.sets - 1) : exercise.sets;
  return { ...exercise, sets, rir: oneMore(exercise.rir) };
}

function oneMore(rir: number): number {
  return Math.min(RIR_MAX, rir + 1);
}
