import { lessonOf } from "../adaptation";
import { addDays, daysBetween, weekdayOf, type LocalDate, type Moment } from "../calendar";
import type { EarlierSession, Exposures, Habit } from "../placement";
import type { SessionLogFields } from "../record";
import {
  afterOneSession,
  AS_NEW_DAYS,
  exposureFamily,
  loadDone,
  NO_RETURN,
  returnAfter,
  type LegLoad,
  type Return,
  type SessionKind,
  type Slot,
} from "../programme";
import { exposuresOf } from "./asked-session";
import type { ExtraSession } from "./extra-sessions";
import { sessionsInOrder, type RunnerFacts } from "./runner-facts";
import type { SlotFacts } from "./slot-facts";
import type { PlanSession, PlanWeek } from "./types";

/** What the weeks that are over hand on. */
export interface Carried {
  /** Sessions done, by family. */
  readonly exposures: Exposures;
  readonly habit: Habit;
  /** The last week's sessions, for the border between Sunday and Monday. */
  readonly sessions: readonly EarlierSession[];
  /** The last day with a session of class light or above. */
  readonly lastLegs: LocalDate | null;
  /** What is left of the return after a gap. */
  readonly returning: Return;
  /** Ms done. */
  readonly turns: number;
}

const NOTHING_CARRIED: Carried = {
  exposures: { A: 0, B: 0 },
  habit: {},
  sessions: [],
  lastLegs: null,
  returning: NO_RETURN,
  turns: 0,
};

/** What everything before `monday` hands on: nothing before the first session. */
export function carriedInto(facts: RunnerFacts, monday: LocalDate): Carried {
  const before = sessionsInOrder(facts).flatMap(([, log]) => (log.date < monday ? [log] : []));
  if (before.length === 0) return NOTHING_CARRIED;
  const lastMonday = addDays(monday, -7);
  const near = before
    .filter(({ date }) => date >= lastMonday)
    .map((log): Done => ({
      kind: log.kind,
      start: { date: log.date, time: facts.settings.strengthTime },
      legLoad: loadDone(log, { exposures: KNOWN_EXPOSURES }),
    }));
  const agreed = facts.weekPlan(lastMonday)?.agreed ?? {};
  const habit = Object.fromEntries(Object.entries(agreed).map(([slot, { date }]) => [slot, weekdayOf(date)]));
  return {
    ...near.reduce(withSession, longBefore(before.slice(0, before.length - near.length))),
    habit,
    sessions: near,
  };
}

/** After so many sessions the legs know what is asked. */
const KNOWN_EXPOSURES = 3;

// Years of sessions, as `withSession` has them one by one; of them only counts whether they loaded the legs.
function longBefore(logs: readonly SessionLogFields[]): Carried {
  const exposures = { A: 0, B: 0 };
  let lastLegs: LocalDate | null = null;
  let returning = NO_RETURN;
  let turns = 0;
  for (const log of logs) {
    if (lessonOf(log).isLegs) {
      const gap = lastLegs === null ? 0 : daysBetween(lastLegs, log.date);
      if (gap >= AS_NEW_DAYS) exposures.A = exposures.B = 0;
      returning = afterOneSession(returnAfter(gap) ?? returning);
      lastLegs = log.date;
    }
    const family = exposureFamily(log.kind);
    if (family !== "C") exposures[family] += 1;
    if (log.kind === "M") turns += 1;
  }
  return { ...NOTHING_CARRIED, exposures, lastLegs, returning, turns };
}

/** A session that was done. */
interface Done {
  readonly kind: SessionKind;
  readonly start: Moment;
  readonly legLoad: LegLoad;
}

/** What the weeks up to and including `week` hand on. Missed and left-out sessions leave habit, but no exposure. */
export function carryOn(
  carried: Carried,
  { sessions }: PlanWeek,
  { slots, extras }: { readonly slots: readonly SlotFacts[]; readonly extras: readonly ExtraSession[] },
): Carried {
  const done = sessions.filter(isTaken).map((session) => doneAs(session, slots, carried));
  // The agreed day is the habit: one session done on another day does not move the weeks ahead.
  const agreedOn = (slot: Slot) => slots.find((each) => each.slot === slot)?.agreed?.date;
  const habit = Object.fromEntries(sessions.map(({ slot, date }) => [slot, weekdayOf(agreedOn(slot) ?? date)]));
  const all = [...done, ...extras].sort((one, other) => (momentOf(one) < momentOf(other) ? -1 : 1));
  const after = all.reduce(withSession, carried);
  return { ...after, habit: { ...carried.habit, ...habit }, sessions: done };
}

/** What one more session that was done means for those after it. */
export function withSession(carried: Carried, { kind, start, legLoad }: Done): Carried {
  const family = exposureFamily(kind);
  const isLegs = legLoad.class !== "none";
  const gap = isLegs && carried.lastLegs !== null ? daysBetween(carried.lastLegs, start.date) : 0;
  const exposures = gap >= AS_NEW_DAYS ? { A: 0, B: 0 } : { ...carried.exposures };
  if (family !== "C") exposures[family] += 1;
  return {
    ...carried,
    exposures,
    lastLegs: isLegs ? start.date : carried.lastLegs,
    returning: isLegs ? afterOneSession(returnAfter(gap) ?? carried.returning) : carried.returning,
    turns: carried.turns + (kind === "M" ? 1 : 0),
  };
}

function doneAs(session: PlanSession, slots: readonly SlotFacts[], { exposures }: Carried): Done {
  const { kind, slot, state, startTime } = session;
  const date: LocalDate = "date" in state ? state.date : session.date;
  const log = "date" in state ? slots.find((each) => each.slot === slot)?.log : null;
  const legLoad = log ? loadDone(log, { exposures: exposuresOf(kind, exposures) }) : session.legLoad;
  return { kind, start: { date, time: startTime }, legLoad };
}

function isTaken({ state }: PlanSession): boolean {
  return state.status !== "missed" && state.status !== "skipped" && state.status !== "excused";
}

function momentOf({ start }: Done): string {
  return `${start.date} ${start.time}`;
}
