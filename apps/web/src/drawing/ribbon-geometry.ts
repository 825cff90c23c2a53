/** The hours a day's lane shows. Earlier and later stand at its rim. Our own choice: nobody trains at three. */
const FIRST_HOUR = 4;
const SHOWN_HOURS = 18;
const HOURS_A_DAY = 24;
const DAYS = 7;

/** Where hour `hour` stands within its day, 0–1. One rule for every size of the ribbon. */
export function hourPosition(hour: number): number {
  return Math.min(1, Math.max(0, (hour - FIRST_HOUR) / SHOWN_HOURS));
}

/** Where a moment stands in the week, 0–7 days. */
export function weekPosition(day: number, hour: number): number {
  return day + hourPosition(hour);
}

/** A protected stretch in days from the week's Monday, cut to the week. */
export interface StretchPosition {
  readonly from: number;
  readonly to: number;
  /** False when it began in the week before: no dashed beginning then. */
  readonly beginsHere: boolean;
}

/** The stretch of `hours` that ends at the run's start; null when none of it lies in this week. */
export function stretchPosition(run: { day: number; hour: number }, hours: number): StretchPosition | null {
  const start = run.day * HOURS_A_DAY + run.hour - hours;
  const startDay = Math.floor(start / HOURS_A_DAY);
  const from = weekPosition(startDay, start - startDay * HOURS_A_DAY);
  const to = weekPosition(run.day, run.hour);
  const cut = { from: Math.max(0, from), to: Math.min(DAYS, to) };
  return cut.to > cut.from ? { ...cut, beginsHere: from >= 0 } : null;
}

/** The stretch in the lanes it crosses, for a word in its widest lane: `lane` 0–6 and how much of it is covered. */
export function widestLane(stretch: Pick<StretchPosition, "from" | "to">): number {
  let widest = Math.min(DAYS - 1, Math.floor(stretch.from));
  let covered = 0;
  for (let lane = 0; lane < DAYS; lane += 1) {
    const share = Math.min(lane + 1, stretch.to) - Math.max(lane, stretch.from);
    if (share > covered + 1e-9) {
      widest = lane;
      covered = share;
    }
  }
  return widest;
}
