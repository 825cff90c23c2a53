import { addDays, type LocalDate } from "@legwork/core/calendar";
import type { PlanWeek } from "@legwork/core/plan";

/** Programme weeks that begin with a start, before first hops, before hops on one leg, and at the end. Expert practice. */
const TEST_WEEKS: readonly number[] = [1, 4, 9, 12];
/** Tests this young still hold. Our own number. */
const FRESH_DAYS = 7;

/** True in a week of tests, unless some were done in it or in the week before. */
export function offersTests(week: Pick<PlanWeek, "monday" | "programmeWeek">, testedOn: readonly LocalDate[]): boolean {
  const fresh = addDays(week.monday, -FRESH_DAYS);
  return TEST_WEEKS.includes(week.programmeWeek) && !testedOn.some((date) => date >= fresh);
}
