import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { addDays, clockTimeFrom, hoursBetween, WEEKDAYS, weekdayOf, type ClockTime, type Weekday } from "../calendar";
import { LOAD_CLASSES, type LoadClass } from "../programme";
import { RUN_KINDS, type PlannedRun } from "../run";
import { bruteForceWeek, pointsOf, sessionOn, WAYS } from "../testing/brute-force";
import { dose, MONDAY, weekInput } from "../testing/weeks";
import { checkMove, placeWeek, placeWeeks, type WeekInput } from "./index";

// A thousand weeks a property take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });
const RUNS = 1000;
const MONDAY_MIDNIGHT = { date: MONDAY, time: "00:00" as ClockTime };

const clock = fc.integer({ min: 5 * 4, max: 21 * 4 }).map((quarter) => clockTimeFrom(quarter * 15));
const plannedRun = fc.record({
  day: fc.integer({ min: -7, max: 13 }),
  startTime: fc.option(clock),
  kind: fc.constantFrom(...RUN_KINDS),
  minutes: fc.integer({ min: 20, max: 150 }),
});
const plannedRuns = fc
  .array(plannedRun, { maxLength: 24 })
  .map((runs): readonly PlannedRun[] =>
    runs.map(({ day, ...run }, index) => ({ ...run, id: `run${index}`, date: addDays(MONDAY, day), km: null })),
  );
const legs = fc.constantFrom(...LOAD_CLASSES);
const settings = fc.record({
  strengthTime: clock,
  lockedDays: fc.subarray([...WEEKDAYS], { maxLength: 3 }),
  restDay: fc.option(fc.constantFrom(...WEEKDAYS)),
  twoADay: fc.boolean(),
  maxMinutes: fc.constantFrom(null, null, 25),
});
const earlier = fc.option(
  fc.record({ day: fc.constantFrom(-1, -2, 7), legs, time: clock }).map(({ day, legs: load, time }) => {
    const date = addDays(MONDAY, day);
    return { kind: "A" as const, start: { date, time }, end: { date, time }, legLoad: dose(load).legLoad };
  }),
  { nil: undefined },
);
const anyWeek = fc
  .record({
    runs: plannedRuns,
    settings,
    A: legs,
    B: legs,
    minutes: fc.integer({ min: 12, max: 60 }),
    earlier,
    startsOn: fc.integer({ min: -3, max: 4 }),
    habit: fc.record({ A: fc.constantFrom(...WEEKDAYS), B: fc.constantFrom(...WEEKDAYS) }, { requiredKeys: [] }),
  })
  .map(({ runs, settings: chosen, A, B, minutes, earlier: session, startsOn, habit }): WeekInput => {
    const load: Readonly<Record<string, LoadClass>> = { A, B, V: "moderate", L: "light", C: "none" };
    return weekInput("", {
      runs,
      habit,
      settings: chosen,
      earliest: addDays(MONDAY, startsOn),
      sessions: session ? [session] : [],
      doseOf: (kind) => dose(load[kind] ?? "none", minutes),
    });
  });

test("[PLACE1][PLACE3] sum, days and ties are those of an independent search over all ways to place the week", () => {
  fc.assert(
    fc.property(anyWeek, (input) => {
      const { sum, sessions } = placeWeek(input);
      const bySlot = sessions.toSorted((one, other) => one.slot.localeCompare(other.slot));
      expect({
        sum,
        sessions: bySlot.map(({ kind, date }) => `${kind} ${WEEKDAYS.indexOf(weekdayOf(date))}`),
      }).toEqual(bruteForceWeek(input));
    }),
    { numRuns: RUNS },
  );
});

test("[PLACE1] the chosen week breaks no hard rule, and its sessions stand where its sum says", () => {
  fc.assert(
    fc.property(anyWeek, (input) => {
      const { sessions, sum } = placeWeek(input);
      const judged = sessions.map(({ kind, date }) => sessionOn(input, kind, WEEKDAYS.indexOf(weekdayOf(date))));
      const points = pointsOf(input, judged);
      expect(points).toBeLessThan(Infinity);
      expect(points).toBeLessThanOrEqual(sum);
    }),
    { numRuns: RUNS },
  );
});

test("[PLACE12] a verdict's points are those of the best week with the session on that day", () => {
  fc.assert(
    fc.property(anyWeek, fc.integer({ min: 0, max: 6 }), (input, day) => {
      const { sessions, sum } = placeWeek(input);
      for (const session of sessions) {
        const verdict = session.rejected.find((each) => each.date === addDays(MONDAY, day));
        const best = bestWith(input, session.slot, session.kind, day);
        if (!verdict) expect(best).toBe(sum);
        else if (verdict.status === "blocked") expect(best).toBe(Infinity);
        else expect(best - sum).toBe(verdict.reason.worseBy ?? 0);
      }
    }),
    { numRuns: RUNS },
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
  );
});

test("[PLACE13] a week gives something up exactly when it says so", () => {
  fc.assert(
    fc.property(anyWeek, (input) => {
      const { sessions, shortfall } = placeWeek(input);
      const kinds = sessions.map((session) => session.kind).toSorted();
      expect(shortfall.length === 0).toBe(kinds.join() === "A,B");
      for (const reason of shortfall) expect(reason.because).toBeDefined();
    }),
    { numRuns: RUNS },
  );
});

test("[PLACE18] a move is blocked exactly when the rules forbid it with the other session where it stands", () => {
  fc.assert(
    fc.property(anyWeek, fc.integer({ min: 0, max: 6 }), (input, day) => {
      const { sessions } = placeWeek(input);
      for (const { slot, kind, date } of sessions) {
        const target = addDays(MONDAY, day);
        if (target === date) continue;
        const check = checkMove({ week: input, placed: sessions, slot, to: { date: target } });
        const others = sessions.filter((each) => each.slot !== slot);
        const week = [
          ...others.map((each) => sessionOn(input, each.kind, WEEKDAYS.indexOf(weekdayOf(each.date)))),
          sessionOn(input, kind, day),
        ];
        expect(check?.status === "blocked").toBe(pointsOf(input, week) === Infinity);
      }
    }),
    { numRuns: RUNS },
  );
});

test("[PLACE18] what the week calls blocked is refused as a move", () => {
  fc.assert(
    fc.property(anyWeek, (input) => {
      const { sessions } = placeWeek(input);
      for (const { slot, rejected } of sessions)
        for (const { date, status } of rejected)
          if (status === "blocked")
            expect(checkMove({ week: input, placed: sessions, slot, to: { date } })?.status).toBe("blocked");
    }),
    { numRuns: RUNS },
  );
});

test("[PLACE19] the same input gives the same week", () => {
  fc.assert(
    fc.property(anyWeek, (input) => {
      expect(placeWeek(input)).toEqual(placeWeek({ ...input, runs: input.runs.toReversed() }));
    }),
    { numRuns: RUNS },
  );
});

test("[PLACE19] a locked day set free never raises the sum", () => {
  fc.assert(
    fc.property(anyWeek, fc.constantFrom(...WEEKDAYS), (input, weekday: Weekday) => {
      const locked = { ...input.settings, lockedDays: [...input.settings.lockedDays, weekday] };
      const free = { ...locked, lockedDays: locked.lockedDays.filter((each) => each !== weekday) };
      const sumOf = (chosen: WeekInput["settings"]) => placeWeek({ ...input, settings: chosen }).sum;
      expect(sumOf(free)).toBeLessThanOrEqual(sumOf(locked));
    }),
    { numRuns: RUNS },
  );
});

test("[PLACE19] all dates shifted by whole weeks shift the plan by as many", () => {
  fc.assert(
    fc.property(anyWeek, fc.integer({ min: -60, max: 60 }), (input, weeks) => {
      const shift = weeks * 7;
      const shifted = placeWeek({
        ...input,
        monday: addDays(input.monday, shift),
        earliest: addDays(input.earliest, shift),
        runs: input.runs.map((run) => ({ ...run, date: addDays(run.date, shift) })),
        sessions: input.sessions.map((session) => ({
          ...session,
          start: { ...session.start, date: addDays(session.start.date, shift) },
        })),
      });
      const here = placeWeek(input);
      expect(shifted.sum).toBe(here.sum);
      expect(shifted.sessions.map(({ kind, date, startTime }) => [kind, date, startTime])).toEqual(
        here.sessions.map(({ kind, date, startTime }) => [kind, addDays(date, shift), startTime]),
      );
    }),
  );
});

test("[PLACE15] weeks in a row never bring two leg sessions closer than 48 h", () => {
  fc.assert(
    fc.property(anyWeek, (input) => {
      const weeks = [0, 1, 2].map((index) => ({
        week: index + 1,
        monday: addDays(MONDAY, index * 7),
        fixed: [],
        skipped: [],
      }));
      const placed = placeWeeks({
        ...input,
        weeks,
        exposures: { A: 0, B: 0 },
        doseOf: ({ kind }) => input.doseOf(kind),
      });
      const loading = placed
        .flatMap((week) => week.sessions)
        .filter((session) => session.legLoad.class === "moderate" || session.legLoad.class === "heavy");
      const starts = loading
        .map((session) => hoursBetween(MONDAY_MIDNIGHT, { date: session.date, time: session.startTime }))
        .toSorted((a, b) => a - b);
      for (const [index, start] of starts.entries())
        if (index > 0) expect(start - (starts[index - 1] ?? 0)).toBeGreaterThanOrEqual(48);
    }),
  );
});

function bestWith(input: WeekInput, slot: "A" | "B", kind: string, day: number): number {
  let best = Infinity;
  for (const [A, B, cost] of WAYS) {
    if ((slot === "A" ? A : B) !== kind) continue;
    for (const other of WEEKDAYS.keys()) {
      const sessions = [
        ...(A === null ? [] : [sessionOn(input, A, slot === "A" ? day : other)]),
        ...(B === null ? [] : [sessionOn(input, B, slot === "B" ? day : other)]),
      ];
      best = Math.min(best, cost + pointsOf(input, sessions));
    }
  }
  return best;
}
