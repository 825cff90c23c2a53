import { placeWeek } from "./place-week";
import type { WeekPlacement, WeeksInput } from "./types";

/** Places weeks one after another; `weeks` stand in order of their Mondays. */
export function placeWeeks(input: WeeksInput): readonly WeekPlacement[] {
  return input.weeks.map((week) =>
    placeWeek({ ...input, ...week, doseOf: (kind) => input.doseOf({ kind, week: week.week, exposures: 0 }) }),
  );
}
