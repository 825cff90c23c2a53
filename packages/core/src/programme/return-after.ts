/** By how much a gap makes a session new again. */
export type ReturnFactor = 1 | 1.25 | 1.5;

/** What is left of a return: the next `sessions` leg sessions count `factor` times. */
export interface Return {
  readonly factor: ReturnFactor;
  readonly sessions: 0 | 1 | 2;
}

export const NO_RETURN: Return = { factor: 1, sessions: 0 };
const AFTER_11_DAYS: Return = { factor: 1.25, sessions: 1 };
const AFTER_18_DAYS: Return = { factor: 1.5, sessions: 2 };

/** From so many days without a leg session on, the legs know neither A nor B any more. OURS */
export const AS_NEW_DAYS = 42;

/**
 * How a gap of `days` civil days between two sessions that load the legs (light or more) makes the later ones new: 1.25 times for
 * one session after 11–17 days, 1.5 times for two from 18 days on. Null = no gap. Direction from detraining and from how soon
 * the protection against soreness fades; the numbers are OURS.
 */
export function returnAfter(days: number): Return | null {
  if (days >= 18) return AFTER_18_DAYS;
  return days >= 11 ? AFTER_11_DAYS : null;
}

/** What is left of a return after one more leg session. */
export function afterOneSession({ factor, sessions }: Return): Return {
  return sessions === 2 ? { factor, sessions: 1 } : NO_RETURN;
}
