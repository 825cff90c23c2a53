const FIRST_MS = 1_000;
const LONGEST_MS = 5 * 60_000;

/** Full jitter: anything from nothing to a limit that doubles with each failure, so that phones do not return together. */
export function backoffMs(failures: number, random: () => number): number {
  return Math.round(random() * Math.min(LONGEST_MS, FIRST_MS * 2 ** failures));
}
