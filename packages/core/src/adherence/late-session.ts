import { addDays, daysBetween, hoursBetween, type LocalDate, type Moment } from "../calendar";
import type { LoadClass } from "../programme/prescription";

/** A session that was done. */
export interface DoneSession {
  readonly id: string;
  /** The Monday of the week that asked for it. */
  readonly monday: LocalDate;
  readonly start: Moment;
  readonly legLoad: LoadClass;
}

/** A session may be made up on the first three days of the next week. Our own choice. */
const LATE_DAYS_MAX = 3;
/** Two sessions of moderate or heavy legs stand at least so far apart, start to start (C11). */
const HOURS_APART = 48;

/**
 * The sessions that count for the week that asked for them. One done after its week counts back when it was done by
 * Wednesday of the next week, 48 h from other leg sessions and before that week's own first one; one session a week.
 * All others are extra in the week in which they were done.
 */
export function countedForTheirWeek(done: readonly DoneSession[]): ReadonlySet<string> {
  const inOrder = done.toSorted((one, other) => hoursBetween(other.start, one.start));
  const counted = new Set<string>();
  const madeUp = new Set<LocalDate>();
  for (const session of inOrder) {
    if (!isLate(session)) counted.add(session.id);
    else if (!madeUp.has(session.monday) && mayCountBack(session, inOrder)) {
      madeUp.add(session.monday);
      counted.add(session.id);
    }
  }
  return counted;
}

function isLate({ monday, start }: DoneSession): boolean {
  return daysBetween(monday, start.date) >= 7;
}

function mayCountBack(late: DoneSession, all: readonly DoneSession[]): boolean {
  const nextMonday = addDays(late.monday, 7);
  if (daysBetween(nextMonday, late.start.date) >= LATE_DAYS_MAX) return false;
  return all.every((other) => {
    if (other.id === late.id) return true;
    const hoursAfter = hoursBetween(late.start, other.start);
    const isFirstOfNextWeek = other.monday === nextMonday && hoursAfter < 0;
    return !isFirstOfNextWeek && !(isDemanding(late) && isDemanding(other) && Math.abs(hoursAfter) < HOURS_APART);
  });
}

function isDemanding({ legLoad }: DoneSession): boolean {
  return legLoad === "moderate" || legLoad === "heavy";
}
