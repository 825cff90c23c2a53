import { isKeptWeek, isRequiredWeek } from "./block-adherence";
import type { WeekAdherence } from "./week-adherence";

export interface Streak {
  /** Kept weeks in a row up to now; a spare week does not break the row and does not count. */
  readonly weeks: number;
  /** Kept weeks and required weeks of the block: what is shown when the row breaks ("10 of 12 weeks"). */
  readonly kept: number;
  readonly required: number;
  /** True when a missed week now would be spared. */
  readonly spareLeft: boolean;
}

/** One missed week in any four required ones is spared. Our own choice. */
const WEEKS_PER_SPARE = 4;

/** The row of kept weeks, oldest first. Weeks in which nothing was required, and a running week, freeze it. */
export function streakOf(weeks: readonly WeekAdherence[]): Streak {
  const required = weeks.filter(isRequiredWeek);
  let row = 0;
  let sinceSpare = Infinity;
  for (const week of required) {
    sinceSpare += 1;
    if (isKeptWeek(week)) row += 1;
    else if (sinceSpare >= WEEKS_PER_SPARE) sinceSpare = 0;
    else row = 0;
  }
  return {
    weeks: row,
    kept: required.filter(isKeptWeek).length,
    required: required.length,
    spareLeft: sinceSpare + 1 >= WEEKS_PER_SPARE,
  };
}
