import { addDays, clockTimeFrom, minutesIntoDay, mondayOf, weekdayOf, type LocalDate, type Moment } from "../calendar";
import { exposureFamily, type SessionKind, type Slot } from "../programme";
import type { PlannedRun } from "../run";
import { placeWeek } from "./place-week";
import type { EarlierSession, Exposures, Habit, PlacedSession, WeekPlacement, WeeksInput } from "./types";
import { MINUTES_PER_DAY } from "./week-facts";

/**
 * Places weeks one after another, in order of their Mondays. Each week sees the sessions of the weeks before it and those
 * already fixed in later ones, keeps their days where that costs nothing, and counts what was done towards novelty.
 */
export function placeWeeks(input: WeeksInput): readonly WeekPlacement[] {
  const placements: WeekPlacement[] = [];
  let habit = input.habit;
  let exposures = input.exposures;
  let before: readonly EarlierSession[] = [];
  const runsAround = runsByWeek(input.runs);
  for (const { week, monday, fixed, skipped } of input.weeks) {
    const seen = exposures;
    const placement = placeWeek({
      week,
      monday,
      fixed,
      skipped,
      habit,
      earliest: input.earliest,
      runs: runsAround(monday),
      settings: input.settings,
      sessions: [...input.sessions, ...before, ...fixedLater(input, monday)],
      doseOf: (kind) => input.doseOf({ kind, week, exposures: exposuresOf(kind, seen) }),
    });
    placements.push(placement);
    habit = { ...habit, ...daysOf(placement.sessions) };
    exposures = addExposures(exposures, placement.sessions);
    before = placement.sessions.map(asEarlier);
  }
  return placements;
}

// Sorted into weeks once, so that the cost grows with the weeks and not with their square.
function runsByWeek(runs: readonly PlannedRun[]): (monday: LocalDate) => readonly PlannedRun[] {
  const weeks = new Map<LocalDate, PlannedRun[]>();
  for (const run of runs) {
    const monday = mondayOf(run.date);
    const week = weeks.get(monday);
    if (week) week.push(run);
    else weeks.set(monday, [run]);
  }
  return (monday) => [-7, 0, 7].flatMap((days) => weeks.get(addDays(monday, days)) ?? []);
}

// How often the content of `kind` was done: core teaches the legs nothing, so it is never new to them.
function exposuresOf(kind: SessionKind, exposures: Exposures): number {
  const family = exposureFamily(kind);
  return family === "C" ? 0 : exposures[family];
}

function addExposures(exposures: Exposures, sessions: readonly PlacedSession[]): Exposures {
  const count = (slot: Slot) => sessions.filter((session) => exposureFamily(session.kind) === slot).length;
  return { A: exposures.A + count("A"), B: exposures.B + count("B") };
}

function daysOf(sessions: readonly PlacedSession[]): Habit {
  return Object.fromEntries(sessions.map((session) => [session.slot, weekdayOf(session.date)]));
}

function asEarlier({ kind, date, startTime, minutes, legLoad }: PlacedSession): EarlierSession {
  const start = { date, time: startTime };
  return { kind, start, end: after(start, minutes.superset), legLoad };
}

// What is fixed in a later week, one that could stand within the hours of C11.
function fixedLater(input: WeeksInput, monday: LocalDate): readonly EarlierSession[] {
  return input.weeks
    .filter((week) => week.monday > monday)
    .flatMap(({ fixed, week }) =>
      fixed.map(({ kind, date, startTime, dose }) => {
        const { minutes, legLoad } =
          dose ?? input.doseOf({ kind, week, exposures: exposuresOf(kind, input.exposures) });
        const start = { date, time: startTime };
        return { kind, start, end: after(start, minutes.superset), legLoad };
      }),
    );
}

function after({ date, time }: Moment, minutes: number): Moment {
  const end = minutesIntoDay(time) + Math.round(minutes);
  return { date: addDays(date, Math.floor(end / MINUTES_PER_DAY)), time: clockTimeFrom(end % MINUTES_PER_DAY) };
}
