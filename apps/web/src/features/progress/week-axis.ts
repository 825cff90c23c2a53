/** Both charts stand on one axis: a column for labels, then twelve weeks. */
export const LABEL_WIDTH = 72;
export const WEEKS = 12;
export const DAYS_PER_WEEK = 7;

/** Width of one week in a chart of `width` pixels. */
export function weekWidth(width: number): number {
  return (width - LABEL_WIDTH) / WEEKS;
}

/** Left edge of a week, 1–12. */
export function weekLeft(width: number, week: number): number {
  return LABEL_WIDTH + (week - 1) * weekWidth(width);
}

/** The middle of a week, 1–12. */
export function weekMiddle(width: number, week: number): number {
  return weekLeft(width, week) + weekWidth(width) / 2;
}
