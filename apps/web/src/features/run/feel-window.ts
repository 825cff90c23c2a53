import { hoursBetween, type ClockTime, type LocalDate, type Moment } from "@legwork/core/calendar";

/** OURS: after a day a feel is marked late, after two it is no longer asked. */
const LATE_AFTER_HOURS = 24;
const CLOSED_AFTER_HOURS = 48;

export type FeelWindow = "ahead" | "open" | "late" | "closed";

/** Whether the legs can still be asked about a run, seen from the runner's own clock. */
export function feelWindow(
  run: { readonly date: LocalDate; readonly startTime: ClockTime | null; readonly minutes: number },
  now: Moment,
): FeelWindow {
  if (run.date > now.date) return "ahead";
  // Without a known time the day itself counts: nobody is called late for a run in the evening.
  const start = { date: run.date, time: run.startTime ?? LAST_MINUTE };
  const hours = hoursBetween(start, now) - run.minutes / 60;
  if (hours > CLOSED_AFTER_HOURS) return "closed";
  return hours > LATE_AFTER_HOURS ? "late" : "open";
}

const LAST_MINUTE = "23:59" as ClockTime;
