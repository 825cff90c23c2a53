import { addDays, daysBetween, mondayOf, type LocalDate } from "../calendar";

/** Days that the start week must still have to count as week 1. Our own choice: two sessions need room. */
const FIRST_WEEK_DAYS_MIN = 4;

/** The Monday of week 1: that of the start date's week, or the next one when fewer than four days of it are left. */
export function firstMonday(startDate: LocalDate): LocalDate {
  const monday = mondayOf(startDate);
  const daysLeft = 7 - daysBetween(monday, startDate);
  return daysLeft < FIRST_WEEK_DAYS_MIN ? addDays(monday, 7) : monday;
}
