import fc from "fast-check";
import { addDays, clockTimeFrom, WEEKDAYS } from "../calendar";
import {
  WEEK_ASKS,
  type DoseAsk,
  type EarlierSession,
  type FixedSession,
  type PlacementSettings,
  type SessionDose,
  type TimeOff,
  type WeekInput,
  type WeeksInput,
  type WeekToPlace,
} from "../placement";
import { SESSION_KINDS, SLOTS, type LoadClass, type SessionKind } from "../programme";
import { RACE_DISTANCES, RUN_KINDS, type PlannedRun } from "../run";
import { dose, MONDAY } from "./weeks";

// Half of the times lie whole days, half days and hours apart: that is where the limits of the rules lie.
const clock = fc.oneof(
  fc.integer({ min: 5 * 4, max: 21 * 4 }).map((quarter) => clockTimeFrom(quarter * 15)),
  fc.constantFrom(6, 7, 18, 19).map((hour) => clockTimeFrom(hour * 60)),
);
const weekday = fc.constantFrom(...WEEKDAYS);

const anyRun = (weeks: number) =>
  fc.record({
    day: fc.integer({ min: -7, max: 7 * weeks + 6 }),
    startTime: fc.option(clock),
    kind: fc.constantFrom(...RUN_KINDS),
    minutes: fc.integer({ min: 20, max: 150 }),
  });

const anyRace = (weeks: number) =>
  fc.record({
    day: fc.integer({ min: -21, max: 7 * weeks + 20 }),
    startTime: fc.option(clock),
    kind: fc.constant("race" as const),
    minutes: fc.integer({ min: 20, max: 300 }),
    goal: fc.constantFrom(...RACE_DISTANCES),
  });

/** Runs from a week before the weeks to a week after them; now and then a goal race, which may be further away. */
const anyRuns = (weeks: number): fc.Arbitrary<readonly PlannedRun[]> =>
  fc
    .tuple(
      fc.array(anyRun(weeks), { maxLength: 8 * (weeks + 2) }),
      fc.oneof(
        { weight: 3, arbitrary: fc.constant([]) },
        { weight: 1, arbitrary: fc.array(anyRace(weeks), { maxLength: 2 }) },
      ),
    )
    .map(([runs, races]) =>
      [...runs, ...races].map(({ day, ...run }, index) => ({
        ...run,
        id: `run${index}`,
        date: addDays(MONDAY, day),
        km: null,
      })),
    );

const minutes = fc.oneof(fc.integer({ min: 12, max: 60 }), fc.constant(60));

const anySettings: fc.Arbitrary<PlacementSettings> = fc.record({
  strengthTime: clock,
  otherTime: fc.oneof({ weight: 2, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: clock }),
  lockedDays: fc.subarray([...WEEKDAYS], { maxLength: 3 }),
  restDay: fc.option(weekday),
  twoADay: fc.boolean(),
  maxMinutes: fc.constantFrom(null, null, null, 25),
  minutesOn: fc.oneof(
    { weight: 3, arbitrary: fc.constant({}) },
    { weight: 1, arbitrary: fc.dictionary(weekday, fc.constantFrom(0, 20, 40), { maxKeys: 3 }) },
  ),
  keyRunHours: fc.constantFrom(36, 36, 24, 48, 72),
  longRunIsKey: fc.boolean(),
  restDayPenalty: fc.constantFrom(25, 25, 0, 7, 100),
});

const anyTimeOff = (weeks: number): fc.Arbitrary<readonly TimeOff[]> =>
  fc.array(
    fc
      .record({
        first: fc.integer({ min: -3, max: 7 * weeks - 1 }),
        days: fc.integer({ min: 0, max: 9 }),
        reason: fc.constantFrom("illness" as const, "injury" as const, "travel" as const, "holiday" as const),
        sessions: fc.constantFrom("none" as const, "withoutKit" as const),
      })
      .map(({ first, days, ...rest }) => ({
        ...rest,
        from: addDays(MONDAY, first),
        to: addDays(MONDAY, first + days),
      })),
    { maxLength: 2 },
  );

const legs = fc.constantFrom<LoadClass>("none", "light", "moderate", "heavy");

/** Sessions of the week before, of the week after, and beside the plan. */
const anySessions = (weeks: number): fc.Arbitrary<readonly EarlierSession[]> =>
  fc.array(
    fc
      .record({
        day: fc.oneof(fc.constantFrom(-1, -2, 7 * weeks), fc.integer({ min: -3, max: 7 * weeks + 2 })),
        legs,
        time: clock,
      })
      .map(({ day, legs: load, time }) => ({
        kind: "A" as const,
        start: { date: addDays(MONDAY, day), time },
        legLoad: dose(load).legLoad,
      })),
    { maxLength: 2 },
  );

const seldom = <Value>(arbitrary: fc.Arbitrary<readonly Value[]>): fc.Arbitrary<readonly Value[]> =>
  fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, { weight: 1, arbitrary });

const seldomOne = <Value>(arbitrary: fc.Arbitrary<Value>): fc.Arbitrary<Value | null> =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 1, arbitrary });

const anyHabit = fc.record({ A: weekday, B: weekday }, { requiredKeys: [] });

const anyNow = (weeks: number) =>
  seldomOne(
    fc
      .record({ day: fc.integer({ min: -1, max: 7 * weeks - 1 }), time: clock })
      .map(({ day, time }) => ({ date: addDays(MONDAY, day), time })),
  );

const FIXED_KINDS = { A: ["A", "V", "M", "C", "T1"], B: ["B", "L", "C"] } as const;

const anyFixed = (week: number): fc.Arbitrary<readonly FixedSession[]> =>
  fc
    .tuple(
      ...SLOTS.map((slot) =>
        fc.option(
          fc.record(
            {
              slot: fc.constant(slot),
              kind: fc.constantFrom(...FIXED_KINDS[slot]),
              date: fc.integer({ min: 0, max: 6 }).map((day) => addDays(MONDAY, 7 * week + day)),
              startTime: clock,
              movedByHand: fc.boolean(),
              leftOut: fc.constantFrom(false, false, true),
              dose: fc.tuple(legs, minutes).map(([load, long]) => dose(load, long)),
            },
            { requiredKeys: ["slot", "kind", "date", "startTime", "movedByHand"] },
          ),
          { freq: 2 },
        ),
      ),
    )
    .map((sessions) => sessions.filter((each) => each !== null));

const anyWeekToPlace = (week: number): fc.Arbitrary<Omit<WeekToPlace, "week" | "monday">> =>
  fc
    .record(
      {
        ask: fc.oneof(
          { weight: 4, arbitrary: fc.constant("AB" as const) },
          { weight: 1, arbitrary: fc.constant("M" as const) },
          { weight: 2, arbitrary: fc.constantFrom(...WEEK_ASKS) },
        ),
        fixed: fc.oneof({ weight: 4, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: anyFixed(week) }),
        skipped: seldom(fc.subarray([...SLOTS])),
        steps: fc.subarray([...SLOTS]),
        holdSteps: fc.boolean(),
        caughtUp: fc.subarray([...SLOTS]),
        first: fc.constantFrom("A" as const, "B" as const, "either" as const),
      },
      { requiredKeys: ["fixed", "skipped", "caughtUp"] },
    )
    // What stands already is not caught up.
    .map((each) => ({
      ...each,
      caughtUp: each.caughtUp.filter((slot) => !each.fixed.some((session) => session.slot === slot)),
    }));

/** Points of each kind when nothing is new: C never loads the legs, the others always do, as in the programme; more in any class. */
const anyPoints = fc
  .record({
    A: fc.constantFrom(4, 5.6, 6.6, 8.4, 11),
    B: fc.constantFrom(1.9, 2.8, 3.5, 5.6, 7.3, 9),
    V: fc.constantFrom(1.9, 2.2, 5.2, 7),
    M: fc.constantFrom(3.5, 6, 9, 10.9),
    L: fc.constantFrom(0.9, 1.8, 2.2),
    T1: fc.constantFrom(0.9, 1.5),
    T2: fc.constantFrom(2.8, 5.6),
  })
  .map((points): Readonly<Record<SessionKind, number>> => ({ ...points, C: 0 }));

interface DoseFacts {
  readonly points: Readonly<Record<SessionKind, number>>;
  readonly minutes: number;
  readonly shrink: number;
}

const anyDoseFacts: fc.Arbitrary<DoseFacts> = fc.record({
  points: anyPoints,
  minutes,
  shrink: fc.constantFrom(1, 1, 0.6),
});

/** New work counts more, without the runner's kit there is less of it; the second M is another one than the first. */
function doseFrom({ points, minutes: long, shrink }: DoseFacts, ask: DoseAsk): SessionDose {
  const { kind, exposures, returning, newRung, turn, kit } = ask;
  const novelty = exposures <= 1 ? 1.5 : exposures === 2 ? 1.25 : 1;
  const isSecondM = kind === "M" && turn === 2;
  const own = points[kind] * (newRung ? 1.25 : 1) * (kit === "none" ? shrink : 1) * (isSecondM ? 0.8 : 1);
  const loaded = own * Math.max(novelty, returning);
  const legLoad = { points: loaded, class: classOf(loaded) };
  const superset = long + SESSION_KINDS.indexOf(kind) + (isSecondM ? 5 : 0) + (kit === "none" ? -2 : 0);
  return { minutes: { superset, straight: superset * 1.25 }, legLoad };
}

function classOf(points: number): LoadClass {
  if (points < 0.5) return "none";
  if (points < 3) return "light";
  return points < 8 ? "moderate" : "heavy";
}

/** One week by itself, with everything that may stand around it. */
export const anyWeek: fc.Arbitrary<WeekInput> = fc
  .record({
    runs: anyRuns(1),
    settings: anySettings,
    classes: fc.record({ A: legs, B: legs, M: legs, T2: legs }),
    minutes,
    sessions: anySessions(1),
    startsOn: fc.integer({ min: -3, max: 4 }),
    now: anyNow(1),
    timeOff: seldom(anyTimeOff(1)),
    habit: anyHabit,
    week: fc.integer({ min: 1, max: 12 }),
    toPlace: anyWeekToPlace(0),
  })
  .map(({ classes, minutes: long, startsOn, toPlace, ...rest }): WeekInput => {
    const { steps: _steps, holdSteps: _holdSteps, first: _first, ...week } = toPlace;
    const load: Readonly<Record<string, LoadClass>> = { ...classes, V: "moderate", L: "light", T1: "light", C: "none" };
    return {
      ...rest,
      ...week,
      monday: MONDAY,
      earliest: addDays(MONDAY, startsOn),
      doseOf: (kind) => dose(load[kind] ?? "none", long),
    };
  });

/** Weeks in a row, with everything that one of them means for the next. */
export const anyWeeks = (weeks: number): fc.Arbitrary<WeeksInput> =>
  fc
    .record({
      runs: anyRuns(weeks),
      settings: anySettings,
      sessions: seldom(anySessions(weeks)),
      startsOn: fc.integer({ min: -3, max: 4 }),
      now: anyNow(weeks),
      timeOff: seldom(anyTimeOff(weeks)),
      habit: anyHabit,
      exposures: fc.record({ A: fc.integer({ min: 0, max: 4 }), B: fc.integer({ min: 0, max: 4 }) }),
      lastLegs: fc.option(
        fc.constantFrom(-1, -3, -5, -9, -12, -16, -30, -40).map((days) => addDays(MONDAY, days)),
        { freq: 2 },
      ),
      returning: fc.constantFrom(
        { factor: 1, sessions: 0 } as const,
        { factor: 1, sessions: 0 } as const,
        { factor: 1.25, sessions: 1 } as const,
        { factor: 1.5, sessions: 1 } as const,
        { factor: 1.5, sessions: 2 } as const,
      ),
      turns: fc.integer({ min: 0, max: 3 }),
      firstWeek: fc.constantFrom(1, 1, 2, 5, 9),
      toPlace: fc.tuple(...Array.from({ length: weeks }, (_, index) => anyWeekToPlace(index))),
      doses: anyDoseFacts,
    })
    .map(({ startsOn, firstWeek, toPlace, doses, ...rest }): WeeksInput => ({
      ...rest,
      earliest: addDays(MONDAY, startsOn),
      weeks: toPlace.map((week, index) => ({
        ...week,
        week: Math.min(12, firstWeek + index),
        monday: addDays(MONDAY, 7 * index),
      })),
      doseOf: (ask) => doseFrom(doses, ask),
    }));

/** Horizons short enough to try every way to place them: two weeks, seldom three with fewer days. */
export const anyShortHorizon: fc.Arbitrary<WeeksInput> = fc.oneof(
  { weight: 30, arbitrary: anyWeeks(2) },
  { weight: 1, arbitrary: withDaysLocked(anyWeeks(3), 3) },
);

/** Three weeks with two days each, at the border between them more often than not: what one week means for the next decides most. */
export const anyTightHorizon: fc.Arbitrary<WeeksInput> = fc.oneof(
  { weight: 1, arbitrary: withDaysLocked(anyWeeks(3), 5) },
  { weight: 2, arbitrary: anyWeeks(3).map((input) => withLocked(input, ["tue", "wed", "thu", "fri", "sat"])) },
);

function withDaysLocked(weeks: fc.Arbitrary<WeeksInput>, days: number): fc.Arbitrary<WeeksInput> {
  const locked = fc.subarray([...WEEKDAYS], { minLength: days, maxLength: days });
  return fc.tuple(weeks, locked).map(([input, lockedDays]) => withLocked(input, lockedDays));
}

function withLocked(input: WeeksInput, lockedDays: PlacementSettings["lockedDays"]): WeeksInput {
  return { ...input, settings: { ...input.settings, otherTime: null, lockedDays } };
}
