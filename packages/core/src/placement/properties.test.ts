import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { addDays, clockTimeFrom, hoursBetween, WEEKDAYS, type ClockTime, type LocalDate } from "../calendar";
import { SLOTS } from "../programme";
import { RUN_KINDS, type PlannedRun } from "../run";
import { anyShortHorizon, anyTightHorizon, anyWeek, anyWeeks } from "../testing/any-weeks";
import { pointsOf, sessionsOn, standingSession, sumOfPlan, type Named } from "../testing/book-plan";
import { waysOf } from "../testing/book-weeks";
import { bruteForceWeek, bruteForceWeeks, nameOf } from "../testing/brute-force";
import { doses, MONDAY } from "../testing/weeks";
import { SMALLEST_SUM } from "./configurations";
import {
  checkMove,
  DEFAULT_SETTINGS,
  placeWeek,
  placeWeeks,
  type PlacedSession,
  type WeekInput,
  type WeekPlacement,
  type WeeksInput,
} from "./index";
import { startTimeOf } from "./place";
import { layOut } from "./place-weeks";
import { searchWeeks } from "./search";

// A thousand plans a property take their time on a busy machine.
vi.setConfig({ testTimeout: 120_000 });
/** A thousand cases each; fewer where only a quick look is wanted. */
const RUNS = { numRuns: Number(process.env["LEGWORK_CASES"] ?? 1000) };
const MONDAY_MIDNIGHT = { date: MONDAY, time: "00:00" as ClockTime };
const anyDay = fc.integer({ min: 0, max: 6 });

test("[PLACE1][PLACE3] sum, places and ties are those of an independent search over all ways to place the week", () => {
  fc.assert(
    fc.property(anyWeek, (input) => {
      const { sum, sessions } = placeWeek(input);
      const best = bruteForceWeek(input);
      expect(sum).toBe(best.sum);
      expect(best.plans).toContainEqual(sessions.map(nameOf));
    }),
    RUNS,
  );
});

test("[PLACE1][PLACE3][PLACE15] sum, places and ties are those of an independent search over all ways to place weeks together", () => {
  fc.assert(
    fc.property(anyShortHorizon, (input) => {
      const weeks = placeWeeks(input);
      const best = bruteForceWeeks(input);
      expect(sumOf(weeks)).toBe(best.sum);
      expect(best.plans).toContainEqual(weeks.flatMap(({ sessions }) => sessions.map(nameOf)));
    }),
    RUNS,
  );
});

test("[PLACE1][PLACE3][PLACE15] the same holds for weeks in which little but their borders is free", () => {
  fc.assert(
    fc.property(anyTightHorizon, (input) => {
      const { sum, weeks } = search(input);
      const best = bruteForceWeeks(input);
      expect(sum).toBe(best.sum);
      expect(best.plans).toContainEqual(weeks.flat().map(nameOf));
    }),
    RUNS,
  );
});

test("[PLACE1] a plan of many weeks breaks no hard rule and costs what it says", () => {
  fc.assert(
    fc.property(fc.integer({ min: 3, max: 12 }).chain(anyWeeks), (input) => {
      const { sum, weeks } = search(input);
      expect(sumOfPlan(input, weeks)).toBe(sum);
    }),
    RUNS,
  );
});

test("[PLACE1] no change of a few days in a plan of many weeks makes it cheaper", () => {
  fc.assert(
    fc.property(fc.integer({ min: 3, max: 8 }).chain(anyWeeks), fc.infiniteStream(fc.nat(1000)), (input, chance) => {
      const { sum, weeks } = search(input);
      const other = weeks.map((sessions) => sessions.map((session) => moveAtRandom(session, chance)));
      expect(sumOfPlan(input, other)).toBeGreaterThanOrEqual(sum);
    }),
    RUNS,
  );
});

test("[PLACE12] a verdict's points are those of the move, the other session staying where it stands", () => {
  fc.assert(
    fc.property(anyWeek, (input) => {
      const { sessions } = placeWeek(withoutLeftOut(input));
      for (const session of sessions)
        for (const { date, status, reason } of session.rejected) {
          const points = pointsAfterMove(input, sessions, { session, date });
          const worseBy = points - pointsAsPlaced(input, sessions, session);
          if (status === "blocked") expect(points).toBe(Infinity);
          else expect(worseBy).toBe(reason.worseBy);
          if (status === "worse") expect(worseBy).toBeGreaterThan(0);
        }
    }),
    RUNS,
  );
});

test("[PLACE12] every other day of the week has exactly one verdict", () => {
  fc.assert(
    fc.property(anyWeek, (input) => {
      for (const session of placeWeek(input).sessions) {
        const days = [...session.rejected.map((each) => each.date), session.date].toSorted();
        expect(days).toEqual(WEEKDAYS.map((_, day) => addDays(MONDAY, day)));
      }
    }),
    RUNS,
  );
});

test("[PLACE13] a week says what it gave up, and nothing else", () => {
  fc.assert(
    fc.property(anyWeek, (input) => {
      const { sessions, shortfall } = placeWeek(input);
      const [asked = [null, null]] = waysOf({ ...input, fixed: [], skipped: [] });
      const givenUp = SLOTS.flatMap((slot, index) => {
        const wanted = asked[index];
        const instead = sessions.find((each) => each.slot === slot)?.kind ?? null;
        const isOpen = !input.fixed.some((each) => each.slot === slot) && !input.skipped.includes(slot);
        return isOpen && wanted !== null && wanted !== instead ? [{ slot, asked: wanted, instead }] : [];
      });
      expect(shortfall.map(({ slot, asked: kind, instead }) => ({ slot, asked: kind, instead }))).toEqual(givenUp);
      for (const { reason } of shortfall) expect(reason.rule).toBeDefined();
    }),
    RUNS,
  );
});

test("[PLACE18] a move is blocked exactly when the rules forbid it with the other session where it stands", () => {
  fc.assert(
    fc.property(anyWeek, anyDay, (input, weekday) => {
      const week = withoutLeftOut(input);
      const { sessions } = placeWeek(week);
      const date = addDays(MONDAY, weekday);
      for (const session of sessions) {
        if (session.date === date) continue;
        const check = checkMove({ week, placed: sessions.map(withDose), slot: session.slot, to: { date } });
        const points = pointsAfterMove(week, sessions, { session, date });
        expect(check?.status === "blocked").toBe(points === Infinity);
        if (points < Infinity) expect(check?.worseBy).toBe(points - pointsAsPlaced(week, sessions, session));
      }
    }),
    RUNS,
  );
});

test("[PLACE18] what a plan calls blocked is refused as a move, and nothing else is", () => {
  fc.assert(
    fc.property(anyShortHorizon, (horizon) => {
      const input = withoutWhatMovesForget(horizon);
      const weeks = placeWeeks(input);
      for (const [index, { sessions }] of weeks.entries())
        for (const { slot, rejected } of sessions)
          for (const { date, status } of rejected) {
            const move = { week: weekOf(input, weeks, index), placed: sessions.map(withDose), slot, to: { date } };
            expect(checkMove(move)?.status === "blocked").toBe(status === "blocked");
          }
    }),
    RUNS,
  );
});

test("[PLACE19] the same input gives the same plan with the same reasons, in whatever order its runs come", () => {
  fc.assert(
    fc.property(anyShortHorizon, (input) => {
      const runs = input.runs.filter(({ goal }) => goal === undefined);
      const lockedDays = input.settings.lockedDays.toReversed();
      const reversed = { ...input, runs: runs.toReversed(), settings: { ...input.settings, lockedDays } };
      expect(placeWeeks(reversed)).toEqual(placeWeeks({ ...input, runs }));
    }),
    RUNS,
  );
});

test("[PLACE19] the same input gives the same plan, in whatever order its races, sessions and times off come", () => {
  fc.assert(
    fc.property(anyShortHorizon, (input) => {
      const { runs, sessions, timeOff = [] } = input;
      const reversed = {
        ...input,
        runs: runs.toReversed(),
        sessions: sessions.toReversed(),
        timeOff: timeOff.toReversed(),
      };
      expect(search(reversed)).toEqual(search(input));
    }),
    RUNS,
  );
});

test("[PLACE19] a locked day set free never raises the sum", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5 }).chain(anyWeeks), fc.constantFrom(...WEEKDAYS), (input, weekday) => {
      const { lockedDays } = input.settings;
      const without = lockedDays.filter((each) => each !== weekday);
      const sumWith = (days: typeof lockedDays) =>
        search({ ...input, settings: { ...input.settings, lockedDays: days } }).sum;
      expect(sumWith(without)).toBeLessThanOrEqual(sumWith([...without, weekday]));
    }),
    RUNS,
  );
});

test("[PLACE19] all dates shifted by whole weeks shift the plan by as many", () => {
  fc.assert(
    fc.property(anyWeeks(3), fc.integer({ min: -60, max: 60 }), (input, weeks) => {
      const here = search(input);
      const later = here.weeks.map((week) => week.map((each) => ({ ...each, date: addDays(each.date, weeks * 7) })));
      expect(search(shifted(input, weeks * 7))).toEqual({ ...here, weeks: later });
    }),
    RUNS,
  );
});

test("[PLACE15] weeks in a row never bring two leg sessions closer than 48 h", () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 3 }).chain(anyWeeks), (horizon) => {
      const input = { ...horizon, weeks: horizon.weeks.map((week) => ({ ...week, fixed: [] })) };
      const starts = placeWeeks(input)
        .flatMap(({ sessions }) => sessions)
        .filter(({ legLoad }) => legLoad.class === "moderate" || legLoad.class === "heavy")
        .map(({ date, startTime }) => hoursBetween(MONDAY_MIDNIGHT, { date, time: startTime }));
      for (const [index, start] of starts.entries())
        if (index > 0) expect(start - (starts[index - 1] ?? 0)).toBeGreaterThanOrEqual(48);
    }),
    RUNS,
  );
});

const oddMinutes = fc.constantFrom(0, 1, 1440, -30, 100_000);
const oddDate = fc.integer({ min: -1000, max: 1000 }).map((days) => addDays(MONDAY, days));
const oddNumber = fc.constantFrom(0, -1, -100, 1000, 1e9);

const anyOddInput: fc.Arbitrary<WeeksInput> = fc
  .record({
    horizon: anyWeeks(2),
    runs: fc.array(
      fc.record({
        id: fc.constantFrom("", "a", "b"),
        date: oddDate,
        startTime: fc.constantFrom(null, "00:00" as ClockTime, "23:59" as ClockTime),
        kind: fc.constantFrom(...RUN_KINDS),
        minutes: oddMinutes,
        km: fc.constantFrom(null, 0, -1),
      }),
      { maxLength: 8 },
    ),
    earliest: oddDate,
    now: fc.record({ date: oddDate, time: fc.constantFrom("00:00" as ClockTime, "23:59" as ClockTime) }),
    lastLegs: oddDate,
    turns: oddNumber,
    exposures: fc.record({ A: oddNumber, B: oddNumber }),
    odd: fc.record({
      strengthTime: fc.constantFrom("00:00" as ClockTime, "23:59" as ClockTime),
      maxMinutes: oddNumber,
      keyRunHours: oddNumber,
      restDayPenalty: fc.constantFrom(0, 1e6),
    }),
    timeOff: fc.array(
      fc.record({
        from: oddDate,
        to: oddDate,
        reason: fc.constant("travel" as const),
        sessions: fc.constantFrom("none" as const, "withoutKit" as const),
      }),
      { maxLength: 2 },
    ),
    weeks: fc.integer({ min: 0, max: 2 }),
  })
  .map(({ horizon, runs, odd, weeks, exposures, ...rest }) => ({
    ...horizon,
    ...rest,
    exposures: { A: Math.max(0, exposures.A), B: Math.max(0, exposures.B) },
    runs: [...horizon.runs, ...runs],
    settings: { ...horizon.settings, ...odd },
    weeks: horizon.weeks.slice(0, weeks),
  }));

test("[PLACE31] no input, however odd, is too much: every week that is asked for is placed", () => {
  fc.assert(
    fc.property(anyOddInput, oddDate, (input, date) => {
      const weeks = placeWeeks(input);
      expect(weeks.map(({ monday }) => monday)).toEqual(input.weeks.map(({ monday }) => monday));
      for (const [index, { sessions }] of weeks.entries())
        for (const slot of SLOTS) {
          const check = checkMove({ week: weekOf(input, weeks, index), placed: sessions, slot, to: { date } });
          expect(check === null).toBe(!sessions.some((session) => session.slot === slot));
        }
    }),
    RUNS,
  );
});

interface Work {
  readonly weeks: number;
  readonly runsAWeek: number;
  readonly changes?: Partial<WeeksInput>;
}

/** Weeks that are weighed after one another, for each week of a plan: a thousand paths, and what may follow each. */
const WORK_A_WEEK = 500_000;

test("[PLACE31] the work stays within bounds, however many runs and weeks there are, and where nothing is free", () => {
  const twoTimes = { settings: { ...DEFAULT_SETTINGS, otherTime: "12:00" as ClockTime } };
  const locked = { settings: { ...DEFAULT_SETTINGS, lockedDays: WEEKDAYS } };
  for (const work of [
    { weeks: 1, runsAWeek: 400 },
    { weeks: 12, runsAWeek: 400, changes: twoTimes },
    { weeks: 52, runsAWeek: 0 },
    { weeks: 52, runsAWeek: 0, changes: twoTimes },
    { weeks: 52, runsAWeek: 6 },
    { weeks: 52, runsAWeek: 6, changes: twoTimes },
    { weeks: 52, runsAWeek: 6, changes: locked },
    { weeks: 52, runsAWeek: 0, changes: locked },
  ])
    expect(search(workFor(work)).weighed).toBeLessThan(work.weeks * WORK_A_WEEK);
});

test("[PLACE31] twelve weeks are proven best within those bounds, however little binds", () => {
  for (const runs of [0, 2, 4, 6, 10]) {
    const plain = workFor({ weeks: 12, runsAWeek: runs });
    expect(search({ ...plain, weeks: plain.weeks.map((week) => ({ ...week, steps: [] })) }).isProven).toBe(true);
  }
});

test("[PLACE31] the work stays within bounds for any plan of up to a year", () => {
  const horizon = fc.oneof(
    { weight: 50, arbitrary: fc.integer({ min: 1, max: 8 }) },
    { weight: 1, arbitrary: fc.integer({ min: 9, max: 52 }) },
  );
  fc.assert(
    fc.property(horizon.chain(anyWeeks), (input) => {
      expect(search(input).weighed).toBeLessThan(input.weeks.length * WORK_A_WEEK);
    }),
    RUNS,
  );
});

/** The plan without its reasons, and how much work it was. */
function search(input: WeeksInput) {
  const board = layOut(input);
  if (board === null) return { sum: 0, weeks: [], weighed: 0, isProven: true };
  const { score, weeks, weighed, isProven } = searchWeeks(board, SMALLEST_SUM);
  const named = weeks.map(({ filled: { A, B } }) =>
    [A, B]
      .flatMap((candidate) => (candidate === null ? [] : [candidate.place]))
      .toSorted((one, other) => one.start - other.start)
      .map((place): Named => {
        const { slot, kind, date, step } = place;
        return { slot, kind, date, startTime: startTimeOf(place), ...(step === "none" ? {} : { step }) };
      }),
  );
  return { sum: score, weeks: named, weighed, isProven };
}

// Doses get lighter with time, steps wait every third week; many runs are short and early, so that places stay free.
function workFor({ weeks, runsAWeek, changes = {} }: Work): WeeksInput {
  const isMany = runsAWeek > 50;
  return {
    weeks: Array.from({ length: weeks }, (_, index) => ({
      week: (index % 12) + 1,
      monday: addDays(MONDAY, 7 * index),
      fixed: [],
      skipped: [],
      steps: index % 3 === 0 ? SLOTS : [],
    })),
    earliest: MONDAY,
    runs: Array.from({ length: (weeks + 2) * runsAWeek }, (_, index): PlannedRun => {
      const day = Math.floor((index * 7) / runsAWeek) - 7;
      const kind = isMany ? "easy" : (RUN_KINDS[(index * 5) % RUN_KINDS.length] ?? "easy");
      return {
        id: `run${index}`,
        date: addDays(MONDAY, day),
        startTime: clockTimeFrom(isMany ? 300 + (index % 60) : (index * 37) % 1440),
        kind,
        minutes: isMany ? 1 + (index % 5) : 20 + ((index * 13) % 100),
        km: null,
      };
    }),
    sessions: [],
    settings: DEFAULT_SETTINGS,
    habit: {},
    exposures: { A: 0, B: 0 },
    doseOf: ({ kind, exposures, newRung }) =>
      (exposures < 3 || newRung ? doses("heavy", "heavy") : doses("heavy", "moderate"))(kind),
    ...changes,
  };
}

function sumOf(weeks: readonly WeekPlacement[]): number {
  return weeks.reduce((total, { sum }) => total + sum, 0);
}

// About a third of the sessions go to another day, at the same time.
function moveAtRandom(session: Named, chance: Iterator<number>): Named {
  const number: number = chance.next().value ?? 0;
  if (number % 3 > 0) return session;
  const monday = addDays(session.date, -daysIntoWeek(session.date));
  return { ...session, date: addDays(monday, number % WEEKDAYS.length) };
}

function daysIntoWeek(date: LocalDate): number {
  return Math.floor((((hoursBetween(MONDAY_MIDNIGHT, { date, time: "00:00" as ClockTime }) / 24) % 7) + 7) % 7);
}

interface Move {
  readonly session: PlacedSession;
  readonly date: LocalDate;
}

/** Points of the week by the book after the move, at the better time of day; the other session stays. */
function pointsAfterMove(input: WeekInput, sessions: readonly PlacedSession[], { session, date }: Move): number {
  const { slot, kind } = session;
  const others = sessions.filter((each) => each !== session).map((each) => asItStands(input, each));
  const week = { ...input, doseOf: () => withDose(session).dose };
  const day = daysIntoWeek(date);
  return Math.min(...sessionsOn(week, { slot, kind, day }).map((there) => pointsOf(input, [...others, there])));
}

function pointsAsPlaced(input: WeekInput, sessions: readonly PlacedSession[], session: PlacedSession): number {
  const others = sessions.filter((each) => each !== session);
  return pointsOf(
    input,
    [...others, session].map((each) => asItStands(input, each)),
  );
}

function asItStands(input: WeekInput, session: PlacedSession) {
  const isCaughtUp = input.caughtUp?.includes(session.slot) ?? false;
  return { ...standingSession(input, { ...withDose(session), movedByHand: false }), isCaughtUp };
}

function withDose({ slot, kind, date, startTime, minutes, legLoad }: PlacedSession) {
  return { slot, kind, date, startTime, dose: { minutes, legLoad } };
}

function withoutLeftOut(input: WeekInput): WeekInput {
  return { ...input, fixed: input.fixed.map((session) => ({ ...session, leftOut: false })) };
}

// A move is judged without what holds for a plan only: new rungs, the first A, kit left at home, sessions left out or caught up.
function withoutWhatMovesForget(input: WeeksInput): WeeksInput {
  return {
    ...input,
    timeOff: (input.timeOff ?? []).filter(({ sessions }) => sessions === "none"),
    weeks: input.weeks.map(({ steps: _steps, week, ...rest }) => ({
      ...rest,
      week: Math.max(week, 3),
      caughtUp: [],
      fixed: rest.fixed.map((session) => ({ ...session, leftOut: false })),
    })),
  };
}

/** One week of a plan by itself: its neighbours' sessions stand beside it. */
function weekOf(input: WeeksInput, weeks: readonly WeekPlacement[], index: number): WeekInput {
  const toPlace = input.weeks[index];
  if (toPlace === undefined) throw new Error(`there is no week ${index}`);
  const neighbours = [weeks[index - 1], weeks[index + 1]].flatMap((week) =>
    (week?.sessions ?? []).map(({ kind, date, startTime, legLoad }) => ({
      kind,
      start: { date, time: startTime },
      legLoad,
    })),
  );
  return {
    ...input,
    ...toPlace,
    sessions: [...input.sessions, ...neighbours],
    doseOf: (kind) =>
      input.doseOf({
        kind,
        week: toPlace.week,
        exposures: 3,
        returning: 1,
        newRung: false,
        turn: 1,
        kit: "own",
      }),
  };
}

function shifted(input: WeeksInput, days: number): WeeksInput {
  const later = (date: LocalDate) => addDays(date, days);
  const { earliest, now, runs, sessions, weeks, timeOff = [], lastLegs } = input;
  return {
    ...input,
    earliest: later(earliest),
    ...(now ? { now: { ...now, date: later(now.date) } } : {}),
    runs: runs.map((run) => ({ ...run, date: later(run.date) })),
    sessions: sessions.map((each) => ({ ...each, start: { ...each.start, date: later(each.start.date) } })),
    timeOff: timeOff.map((each) => ({ ...each, from: later(each.from), to: later(each.to) })),
    ...(lastLegs ? { lastLegs: later(lastLegs) } : {}),
    weeks: weeks.map((week) => ({
      ...week,
      monday: later(week.monday),
      fixed: week.fixed.map((each) => ({ ...each, date: later(each.date) })),
    })),
  };
}
