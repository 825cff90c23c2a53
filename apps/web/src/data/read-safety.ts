import type { LocalDate } from "@legwork/core/calendar";
import {
  openBoneWarning,
  questionsDue,
  readScreening,
  safetyLimits,
  type SafetyLimits,
  type Screening,
  type ScreeningQuestion,
} from "@legwork/core/safety";
import type { LocalDb } from "@/local-db";
import { readRecords, type ReadRecord } from "./records";

/** What the answers to the safety questions and what was said about health mean today. */
export interface SafetyRead {
  readonly screening: Screening;
  readonly limits: SafetyLimits;
  /** The day of a bone warning that nobody has looked at yet. */
  readonly boneWarning: LocalDate | null;
  /** What was said about health beside sessions and runs. */
  readonly health: readonly ReadRecord<"health">[];
  /** The questions that want a new answer, by the last day with a session that loaded the legs. */
  readonly due: (lastLegs: LocalDate | null) => readonly ScreeningQuestion[];
}

export async function readSafety(db: LocalDb, today: LocalDate): Promise<SafetyRead> {
  const health = await readRecords(db, "health", "");
  const screening = readScreening(health.find(({ fields }) => fields.screening !== undefined)?.fields.screening);
  return {
    screening,
    limits: safetyLimits(screening, today),
    boneWarning: openBoneWarning(
      health.map(({ fields }) => fields),
      screening.clearedOn,
    ),
    health,
    due: (lastLegs) => questionsDue(screening, { today, lastLegs }),
  };
}
