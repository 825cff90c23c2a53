import { AS_NEW_DAYS, firstWeekOfPhase } from "../programme";
import type { GapEase, WeekDecision } from "./types";

/** From so many days without a leg session on, everything starts again, the safety questions too. OURS */
const START_AGAIN_DAYS = 84;
/** Up to here a gap is none. */
export const GAP_DAYS = 11;

interface Band {
  readonly from: number;
  readonly rule: WeekDecision["rule"];
  /** Weeks back from the last one with a dose of 0.40 or more. */
  readonly back: 0 | 1 | 2 | 3;
  readonly ease: GapEase;
}

/** On the first rungs the curl is easy enough as it stands. OURS */
const AS_NEW: GapEase = { loadShare: 1, rirUp: 0, setsMax: null, spring: "thirty", curl: false, sessionsLeft: 2 };
const EASE: GapEase = { loadShare: 1, rirUp: 0, setsMax: null, spring: null, curl: true, sessionsLeft: 2 };

/** Direction from how soon strength and the protection against soreness fade; the numbers are OURS. */
const BANDS: readonly Band[] = [
  { from: 32, rule: "GAP4", back: 3, ease: { ...EASE, loadShare: 0.8, setsMax: 2, spring: "thirty" } },
  { from: 25, rule: "GAP4", back: 2, ease: { ...EASE, loadShare: 0.8, setsMax: 2, spring: "thirty" } },
  { from: 18, rule: "GAP3", back: 1, ease: { ...EASE, loadShare: 0.9, rirUp: 1, spring: "thirty" } },
  { from: GAP_DAYS, rule: "GAP2", back: 0, ease: { ...EASE, spring: "half" } },
];

/** What a return asks for. */
export interface Return {
  readonly rule: WeekDecision["rule"];
  /** Programme week of the return. */
  readonly week: number;
  readonly ease: GapEase;
  /** Ladders stand where the foundation begins: 42 days and more. */
  readonly asNew: boolean;
  /** The safety questions are asked again. */
  readonly startAgain: boolean;
}

/**
 * The return after `days` civil days without a session of class light or above; null up to ten days. `lastGood` is the last
 * programme week with a dose of 0.40 or more, `week` where the programme stood: the return never lies ahead of it.
 */
export function returnFrom(
  days: number,
  { week, lastGood }: { readonly week: number; readonly lastGood: number | null },
): Return | null {
  if (days < GAP_DAYS) return null;
  if (days >= START_AGAIN_DAYS) return { rule: "GAP6", week: 1, ease: AS_NEW, asNew: true, startAgain: true };
  if (days >= AS_NEW_DAYS) {
    return { rule: "GAP5", week: Math.min(2, week), ease: AS_NEW, asNew: true, startAgain: false };
  }
  const band = BANDS.find(({ from }) => days >= from);
  if (band === undefined) return null;
  const { rule, ease, back } = band;
  const target = Math.max(1, (lastGood ?? 1) - back);
  // Far back, but not before the phase in which the last good week lay: of one just entered nothing was trained yet.
  const first = back >= 2 ? firstWeekOfPhase(Math.min(week, lastGood ?? week)) : 1;
  return { rule, week: Math.min(week, Math.max(first, target)), ease, asNew: false, startAgain: false };
}
