import { clockTimeFrom, type ClockTime, type LocalDate } from "../calendar";
import type { SessionKind, Slot } from "../programme/prescription";
import type { SessionDose } from "./types";
import { MINUTES_PER_DAY, type RunFact, type WeekFacts } from "./week-facts";

/** A session on a day and time: what the rules judge. Minutes count from Monday 00:00. */
export interface Place {
  readonly slot: Slot;
  readonly kind: SessionKind;
  readonly day: number;
  readonly date: LocalDate;
  readonly start: number;
  readonly end: number;
  readonly dose: SessionDose;
}

/** The session on `day` at the runner's strength time, or right after the run that takes that time. */
export function placeOn(
  day: number,
  session: { readonly slot: Slot; readonly kind: SessionKind; readonly dose: SessionDose },
  facts: WeekFacts,
): Place {
  const { superset } = session.dose.minutes;
  let start = day * MINUTES_PER_DAY + facts.strengthStart;
  // The runs stand in order of their start, so one pass steps over every run in the way.
  for (const run of facts.runs) if (overlaps(run, start, start + superset)) start = run.end;
  return placeAt(start, day, session, facts);
}

/** The session on `day`, starting `start` minutes after Monday 00:00. */
export function placeAt(
  start: number,
  day: number,
  { slot, kind, dose }: { readonly slot: Slot; readonly kind: SessionKind; readonly dose: SessionDose },
  facts: WeekFacts,
): Place {
  const date = facts.dates[day] ?? facts.monday;
  return { slot, kind, day, date, start, end: start + dose.minutes.superset, dose };
}

/** The clock time at which a place starts. */
export function startTimeOf(place: Place): ClockTime {
  return clockTimeFrom(place.start - place.day * MINUTES_PER_DAY);
}

/** True when the run takes part of the time from `start` to `end`. */
export function overlaps(run: RunFact, start: number, end: number): boolean {
  return run.start < end && start < run.end;
}
