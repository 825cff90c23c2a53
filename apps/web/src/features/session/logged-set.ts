import type { WalkStep } from "@legwork/core/programme";
import type { LoggedSet } from "@legwork/core/record";

interface SetValues {
  readonly state: LoggedSet["state"];
  readonly amount: number;
  readonly loadGrams: number | null;
  /** Taken on purpose to the last rep or nearly. */
  readonly calibration?: boolean;
}

/** A set as it goes into the log; a skipped one carries no weight. */
export function loggedSet(step: WalkStep, { state, amount, loadGrams, calibration }: SetValues): LoggedSet {
  const { pattern } = step.exercise;
  return {
    pattern,
    state,
    amount,
    ...(loadGrams === null || state === "skipped" ? {} : { loadGrams }),
    ...(calibration === true && state !== "skipped" ? { calibration } : {}),
  };
}
