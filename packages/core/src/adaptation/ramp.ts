import { daysBetween } from "../calendar";
import type { TimeOffEntry } from "../record/kinds";
import type { Ramp } from "./types";

/** From so many days of illness on a third session is eased. EX */
const LONG_ILLNESS_DAYS = 7;

/**
 * The return after an illness: half the sets, then three quarters, after a week and more three quarters once again; reps in reserve
 * two more at first. A cold without fever has none. EX
 */
export function rampAfter({ from, to, illness }: Pick<TimeOffEntry, "from" | "to" | "illness">): Ramp {
  if (illness === "mild") return [];
  return daysBetween(from, to) + 1 >= LONG_ILLNESS_DAYS ? [0.5, 0.75, 0.75] : [0.5, 0.75];
}

/** Days without symptoms, and without medicine for them, before training: one, after fever or chest symptoms two. EX; where nothing is said, the runner's own last day holds. */
export function daysToWait({ illness }: Pick<TimeOffEntry, "illness">): 0 | 1 | 2 {
  if (illness === undefined || illness === "mild") return 0;
  return illness === "feverOrChest" ? 2 : 1;
}
