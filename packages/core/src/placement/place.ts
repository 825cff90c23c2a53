import { clockTimeFrom, type ClockTime, type LocalDate } from "../calendar";
import type { SessionKind, Slot } from "../programme/prescription";
import { MINUTES_PER_DAY, type DayFacts, type Facts, type RunFact } from "./facts";
import type { SessionDose } from "./types";

/** What a waiting new rung or spring drill does in a session: begins, waits for the next week; or none waits. */
export type StepHere = "none" | "taken" | "waits";

/** The session that a place is for. */
export interface SessionToPlace {
  readonly slot: Slot;
  readonly kind: SessionKind;
  readonly dose: SessionDose;
  /** The runner's first A, in the first programme weeks. */
  readonly isFirst: boolean;
  readonly step: StepHere;
  /** True when a missed session is caught up. */
  readonly isCaughtUp: boolean;
  /** `none` on days away from home. */
  readonly kit: "own" | "none";
}

/** A session on a day and time: what the rules judge. Minutes count from 00:00 of the first Monday. */
export interface Place extends SessionToPlace {
  readonly day: number;
  readonly date: LocalDate;
  readonly start: number;
  readonly end: number;
}

/** The session on a day at `time` minutes, or right after the run that takes that time. */
export function placeOn(day: DayFacts, time: number, session: SessionToPlace, facts: Facts): Place {
  const { superset } = session.dose.minutes;
  let start = day.day * MINUTES_PER_DAY + time;
  // The runs stand in order of their start, so one pass steps over every run in the way.
  for (const run of day.runsOfDayBefore) if (overlaps(run, start, start + superset)) start = run.end;
  for (let index = day.firstRun; index < facts.runs.length; index += 1) {
    const run = facts.runs[index];
    if (run === undefined || run.start >= start + superset) break;
    if (overlaps(run, start, start + superset)) start = run.end;
  }
  return placeAt(day, start, session);
}

/** The session on a day, starting `start` minutes after 00:00 of the first Monday. */
export function placeAt({ day, date }: Pick<DayFacts, "day" | "date">, start: number, session: SessionToPlace): Place {
  // Written out: a plan makes hundreds of places, and copying by spread takes longer than judging them.
  const { slot, kind, dose, isFirst, step, isCaughtUp, kit } = session;
  const end = start + dose.minutes.superset;
  return { slot, kind, dose, isFirst, step, isCaughtUp, kit, day, date, start, end };
}

/** The clock time at which a place starts. */
export function startTimeOf(place: Pick<Place, "start" | "day">): ClockTime {
  return clockTimeFrom(place.start - place.day * MINUTES_PER_DAY);
}

/** True when the run takes part of the time from `start` to `end`. */
export function overlaps(run: RunFact, start: number, end: number): boolean {
  return run.start < end && start < run.end;
}
