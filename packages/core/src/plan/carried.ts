import { addDays, clockTimeFrom, minutesIntoDay, weekdayOf, type LocalDate, type Moment } from "../calendar";
import type { EarlierSession, Exposures, Habit, SessionDose } from "../placement";
import { exposureFamily, type SessionKind, type Slot } from "../programme";
import type { SlotFacts } from "./slot-facts";
import type { PlanSession, PlanWeek } from "./types";

/** What one week hands on to the next. */
export interface Carried {
  /** Sessions done before, and from today on those still planned. */
  readonly exposures: Exposures;
  readonly habit: Habit;
  /** The week's sessions, for the border between Sunday and Monday. */
  readonly sessions: readonly EarlierSession[];
}

export const NOTHING_CARRIED: Carried = { exposures: { A: 0, B: 0 }, habit: {}, sessions: [] };

/** What the weeks up to and including `week` hand on. Missed and left-out sessions leave habit, but no exposure. */
export function carryOn(carried: Carried, { sessions }: PlanWeek, slots: readonly SlotFacts[]): Carried {
  const taken = sessions.filter(isTaken);
  const exposures = { ...carried.exposures };
  for (const { kind } of taken) {
    const family = exposureFamily(kind);
    if (family !== "C") exposures[family] += 1;
  }
  // The agreed day is the habit: one session done on another day does not move the weeks ahead.
  const agreedOn = (slot: Slot) => slots.find((each) => each.slot === slot)?.agreed?.date;
  const habit = Object.fromEntries(sessions.map(({ slot, date }) => [slot, weekdayOf(agreedOn(slot) ?? date)]));
  return { exposures, habit: { ...carried.habit, ...habit }, sessions: taken.map(toEarlierSession) };
}

const MINUTES_PER_DAY = 24 * 60;

/** A session as its neighbours see it. */
export function earlierSession(
  { kind, start }: { readonly kind: SessionKind; readonly start: Moment },
  { minutes, legLoad }: SessionDose,
): EarlierSession {
  const end = minutesIntoDay(start.time) + Math.round(minutes.superset);
  const date = addDays(start.date, Math.floor(end / MINUTES_PER_DAY));
  return { kind, start, end: { date, time: clockTimeFrom(end % MINUTES_PER_DAY) }, legLoad };
}

function toEarlierSession(session: PlanSession): EarlierSession {
  const date: LocalDate = "date" in session.state ? session.state.date : session.date;
  return earlierSession({ kind: session.kind, start: { date, time: session.startTime } }, session);
}

function isTaken({ state }: PlanSession): boolean {
  return state.status !== "missed" && state.status !== "skipped" && state.status !== "excused";
}
