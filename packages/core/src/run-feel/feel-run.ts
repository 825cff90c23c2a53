import { daysBetween, minutesIntoDay, type ClockTime, type LocalDate } from "../calendar";
import type { RunKind } from "../run";
import type { Feel } from "./scale";

/** A run with an answer to the question. */
export interface FeelRun {
  readonly date: LocalDate;
  /** Null is read as 07:00. */
  readonly startTime: ClockTime | null;
  readonly kind: RunKind;
  readonly feel: Feel;
  /** Answered more than 24 h after the run. */
  readonly late: boolean;
  readonly ill: boolean;
}

const UNKNOWN_START_MINUTES = 7 * 60;
const MINUTES_PER_DAY = 24 * 60;

/** A late answer, a run while ill and a race are drawn hollow and not computed with. */
export function isHollow({ late, ill, kind }: Pick<FeelRun, "late" | "ill" | "kind">): boolean {
  return late || ill || kind === "race";
}

/** Days from `origin` 00:00 to the run's start; fractions are hours. */
export function dayOf(run: Pick<FeelRun, "date" | "startTime">, origin: LocalDate): number {
  const minutes = run.startTime === null ? UNKNOWN_START_MINUTES : minutesIntoDay(run.startTime);
  return daysBetween(origin, run.date) + minutes / MINUTES_PER_DAY;
}
