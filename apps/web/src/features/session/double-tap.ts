/** The second half of a double tap comes within this time after the first one's view. Our own number. */
const DOUBLE_TAP_MS = 350;

export interface Tap {
  /** How many clicks in a row the browser counted. */
  readonly detail: number;
  readonly timeStamp: number;
  /** "touch", "mouse" or "pen"; older browsers do not say. */
  readonly pointerType?: string | undefined;
}

/** Whether a tap on what appeared at `shownAt` was really meant for what stood there before. Fingers are not counted by all browsers. */
export function isSecondHalf({ detail, timeStamp, pointerType }: Tap, shownAt: number): boolean {
  return detail > 1 || (pointerType === "touch" && timeStamp - shownAt < DOUBLE_TAP_MS);
}
