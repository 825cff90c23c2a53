import type { PainEntry } from "../record/kinds";

/**
 * Thresholds of pain, 0–10: the pain-monitoring model of Thomeé and Silbernagel, stricter than in supervised rehabilitation
 * because nobody is watching. EX
 */
export const PAIN = {
  /** From here no increase. */
  noIncrease: 3,
  /** From here the exercise ends for today. */
  stopExercise: 4,
  /** From here the session ends. */
  stopSession: 6,
} as const;

/** From the mildest to the strictest. */
export const PAIN_ACTIONS = ["goOn", "finishNoIncrease", "stopExercise", "stopSession"] as const;
export type PainAction = (typeof PAIN_ACTIONS)[number];

/** The four signs that end a session however mild the pain is. EX */
export const PAIN_SIGNS = ["sharp", "changesMovement", "limping", "givesWay"] as const;
export type PainSign = (typeof PAIN_SIGNS)[number];

/** What was said of a pain; the entries of `pains` in a health record are such. */
export type PainReport = PainEntry;

/** What to do now, during the session. A level that is no number is read as the worst. */
export function painAction(report: PainReport): PainAction {
  const level = levelOf(report.level);
  if (level >= PAIN.stopSession || PAIN_SIGNS.some((sign) => report[sign] === true)) return "stopSession";
  if (level >= PAIN.stopExercise) return "stopExercise";
  return level >= PAIN.noIncrease ? "finishNoIncrease" : "goOn";
}

/** The answer on the next morning; what was left out is no worse. */
export interface Morning {
  /** 0–10. */
  readonly pain?: number;
  /** Worse than usual. */
  readonly worse?: boolean;
}

/** From the mildest to the strictest: `ease` = a fifth less load or one rung down, `regress` = that and fewer reps. */
export const NEXT_TIMES = ["goOn", "noIncrease", "ease", "regress", "restUntilPainFree"] as const;
export type NextTime = (typeof NEXT_TIMES)[number];

/** What a pain and the morning after it mean for the next time. Of both the worse counts. EX */
export function nextTimeAfter(report: PainReport, morning: Morning = {}): NextTime {
  const level = Math.max(levelOf(report.level), morning.pain === undefined ? 0 : levelOf(morning.pain));
  const action = painAction({ ...report, level });
  if (action === "stopSession") return "restUntilPainFree";
  if (action === "stopExercise") return "regress";
  if (morning.worse === true) return "ease";
  return action === "finishNoIncrease" ? "noIncrease" : "goOn";
}

/** A fifth less, next time, after a worse morning. EX */
export const EASE_LOAD_PERCENT = 20;

function levelOf(level: number): number {
  return Number.isNaN(level) ? Number.POSITIVE_INFINITY : level;
}
