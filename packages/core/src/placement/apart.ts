import type { LoadClass } from "../programme/prescription";
import type { SessionFact } from "./facts";
import { hard, legsOf, soft, type Finding } from "./finding";
import type { Place } from "./place";
import { loadsFrom, RULES } from "./rules";
import type { Reason } from "./types";

/** What the rules find between two sessions that are placed: one a day, C11. */
export function judgePair(place: Place, other: Place): Finding | null {
  const session = { kind: other.kind, date: other.date };
  if (place.day === other.day) return dayTaken(session);
  return apart(place, {
    session,
    start: other.start,
    legLoad: other.dose.legLoad.class,
    isCaughtUp: other.isCaughtUp,
  });
}

/** What `judgePair` finds, in points: `Infinity` when it is forbidden. */
export function pairPoints(place: Place, other: Place): number {
  if (place.day === other.day) return Infinity;
  return apartPoints(place, other.start, other.dose.legLoad.class, other.isCaughtUp);
}

/** What the rules find between a place and a session beside the weeks. */
export function judgeBeside(place: Place, { session, day, start }: SessionFact): Finding | null {
  const about = { kind: session.kind, date: session.start.date };
  if (day === place.day) return dayTaken(about);
  return apart(place, { session: about, start, legLoad: session.legLoad.class, isCaughtUp: false });
}

interface OtherSession {
  readonly session: NonNullable<Reason["session"]>;
  readonly start: number;
  readonly legLoad: LoadClass;
  readonly isCaughtUp: boolean;
}

function apart(place: Place, other: OtherSession): Finding | null {
  const points = apartPoints(place, other.start, other.legLoad, other.isCaughtUp);
  if (points === 0) return null;
  const { hardHours, softHours, penalty } = RULES.C11;
  const found = Math.abs(place.start - other.start) / 60;
  const { session } = other;
  return points === Infinity
    ? hard({ rule: "C11", code: "sessionsTooClose", session, found, needed: hardHours }, penalty)
    : soft({ rule: "C11", code: "sessionsClose", session, found, needed: softHours }, points);
}

function apartPoints(place: Place, start: number, legs: LoadClass, isCaughtUp: boolean): number {
  const { legsFrom, caughtUpFrom, hardHours, softHours, penalty } = RULES.C11;
  const hours = Math.abs(place.start - start) / 60;
  if (hours >= softHours) return 0;
  const own = legsOf(place);
  if (loadsFrom(own, legsFrom) && loadsFrom(legs, legsFrom)) return hours < hardHours ? Infinity : penalty;
  const isCatchUp = place.isCaughtUp || isCaughtUp;
  return isCatchUp && hours < hardHours && loadsFrom(own, caughtUpFrom) && loadsFrom(legs, caughtUpFrom) ? Infinity : 0;
}

function dayTaken(session: NonNullable<Reason["session"]>): Finding {
  return hard({ rule: "oneADay", code: "dayTaken", session });
}
