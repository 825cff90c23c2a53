export {
  addDays,
  datesFrom,
  daysBetween,
  localDateAt,
  mondayOf,
  parseLocalDate,
  weekDates,
  weekdayOf,
  WEEKDAYS,
} from "./local-date";
export type { LocalDate, Weekday } from "./local-date";
export { clockTimeFrom, hoursBetween, minutesIntoDay, parseClockTime } from "./clock-time";
export type { ClockTime, Moment } from "./clock-time";
export { localMomentAt } from "./local-moment";
