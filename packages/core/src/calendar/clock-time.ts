import type { Brand } from "../brand";
import { daysBetween, type LocalDate } from "./local-date";

/** A clock time `HH:MM`, 00:00 to 23:59, without a zone. */
export type ClockTime = Brand<string, "ClockTime">;

/** A point on the runner's own clock. Daylight-saving changes do not shift it. */
export interface Moment {
  readonly date: LocalDate;
  readonly time: ClockTime;
}

const TIME_PATTERN = /^([01]\d|2[0-3]):([0-5]\d)$/;

/** Reads `HH:MM`; `null` for anything else, `25:00` included. */
export function parseClockTime(text: string): ClockTime | null {
  return TIME_PATTERN.test(text) ? (text as ClockTime) : null;
}

/** Minutes since midnight, 0–1439. */
export function minutesIntoDay(time: ClockTime): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

/** The clock time `minutes` after midnight; whole minutes, held within the day (0–1439). */
export function clockTimeFrom(minutes: number): ClockTime {
  const held = Math.min(1439, Math.max(0, Math.round(minutes)));
  const two = (value: number) => String(value).padStart(2, "0");
  return `${two(Math.floor(held / 60))}:${two(held % 60)}` as ClockTime;
}

/** Hours on the clock from `from` to `to`; negative when `to` is earlier. */
export function hoursBetween(from: Moment, to: Moment): number {
  return daysBetween(from.date, to.date) * 24 + (minutesIntoDay(to.time) - minutesIntoDay(from.time)) / 60;
}
