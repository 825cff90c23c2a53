import type { Pattern } from "@legwork/core/exercise";
import type { Prescription, WalkStep } from "@legwork/core/programme";
import type { RecordId, SessionLogFields } from "@legwork/core/record";

/** Programme week in which one set is taken to the end, so that reps in reserve mean something afterwards. EX */
const CALIBRATION_WEEK = 3;
/** Exercises that are safe to take that far; never a Nordic or a single-leg squat. EX */
const SAFE_PATTERNS: readonly Pattern[] = ["P5", "P4", "U2"];

interface CalibrationInput {
  readonly id: RecordId;
  readonly prescription: Prescription;
  readonly step: WalkStep;
  readonly logs: readonly { readonly id: RecordId; readonly fields: Pick<SessionLogFields, "sets"> }[];
}

/** Whether this set is the one to take to the end: the last of the first safe exercise, in week 3, once. */
export function suggestsCalibration({ id, prescription, step, logs }: CalibrationInput): boolean {
  if (prescription.week !== CALIBRATION_WEEK || prescription.eased !== undefined) return false;
  const asked = prescription.pairs.flat();
  const safe = SAFE_PATTERNS.find((pattern) => asked.some((each) => each.pattern === pattern));
  const { exercise, setNumber } = step;
  if (safe === undefined || exercise.pattern !== safe || setNumber !== exercise.sets) return false;
  return !logs.some((log) => log.id !== id && Object.values(log.fields.sets).some(({ calibration }) => calibration));
}
