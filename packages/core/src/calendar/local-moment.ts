import { parseClockTime, type Moment } from "./clock-time";
import { parseLocalDate } from "./local-date";

/** The civil day and clock time in the IANA zone `zone` at an ISO instant; null when the instant or the zone does not read. */
export function localMomentAt(instant: string, zone: string): Moment | null {
  const epochMs = Date.parse(instant);
  if (Number.isNaN(epochMs)) return null;
  try {
    const format = new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short", timeStyle: "short" });
    const [date = "", time = ""] = format.format(epochMs).split(" ");
    const [localDate, clockTime] = [parseLocalDate(date), parseClockTime(time)];
    return localDate && clockTime && { date: localDate, time: clockTime };
  } catch (error) {
    // A zone that this machine does not know: the caller's default time is good enough.
    if (error instanceof RangeError) return null;
    throw error;
  }
}
