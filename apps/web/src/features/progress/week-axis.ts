/** Both charts stand on one axis: a column for labels, then the weeks of the block. */
export interface WeekAxis {
  /** Pixels of the whole chart. */
  readonly width: number;
  /** Twelve, more when something held the block up, fewer in a second one. */
  readonly weeks: number;
}

export const LABEL_WIDTH = 72;
export const DAYS_PER_WEEK = 7;

/** Width of one week in pixels. */
export function weekWidth({ width, weeks }: WeekAxis): number {
  return (width - LABEL_WIDTH) / Math.max(1, weeks);
}

/** Below this many pixels only every second week has its number. */
const ROOM_FOR_NUMBER = 16;

/** Whether the number of a week, from 1, is written below it. */
export function hasNumber(axis: WeekAxis, week: number): boolean {
  return weekWidth(axis) >= ROOM_FOR_NUMBER || week % 2 === 1;
}

/** Left edge of a week, from 1. */
export function weekLeft(axis: WeekAxis, week: number): number {
  return LABEL_WIDTH + (week - 1) * weekWidth(axis);
}

/** The middle of a week, from 1. */
export function weekMiddle(axis: WeekAxis, week: number): number {
  return weekLeft(axis, week) + weekWidth(axis) / 2;
}
