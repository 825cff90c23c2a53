import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, WEEKDAYS } from "../calendar";
import { KITS } from "../exercise";
import type { PlanRecord, PlanWeek } from "../plan";
import { prescribe } from "../programme";
import type { ProgrammeFields } from "../record";
import { RACE_DISTANCES, SAMPLE_WEEKS } from "../run";
import {
  begunRunner,
  doAll,
  extraLog,
  livedWeeks,
  planOn,
  planRecord,
  runsOf,
  runsRun,
  sessionLog,
  setsDone,
} from "../testing";
import { findMistakes } from "./index";
import { extrasOf, mistakesOn, MONDAY, rulesOf, runner, told } from "./lived.fixture";

const CASES = Math.ceil(Number(process.env["LEGWORK_CASES"] ?? 1000) / 100);

const anyProgramme: fc.Arbitrary<Partial<ProgrammeFields>> = fc.record(
  {
    kit: fc.constantFrom(...KITS),
    maxMinutes: fc.integer({ min: 8, max: 60 }),
    twoADay: fc.boolean(),
    restDay: fc.constantFrom(...WEEKDAYS),
    startDate: fc.integer({ min: 0, max: 6 }).map((days) => addDays(MONDAY, days)),
    races: fc.record({
      goal: fc.record({
        date: fc.integer({ min: 7, max: 100 }).map((days) => addDays(MONDAY, days)),
        distance: fc.constantFrom(...RACE_DISTANCES),
        minutes: fc.constant(120),
      }),
    }),
    timeOff: fc.record({
      away: fc.tuple(fc.integer({ min: 0, max: 80 }), fc.integer({ min: 0, max: 20 })).chain(([from, length]) =>
        fc.record({
          from: fc.constant(addDays(MONDAY, from)),
          to: fc.constant(addDays(MONDAY, from + length)),
          reason: fc.constantFrom("illness", "injury", "travel", "holiday"),
          sessions: fc.constantFrom("none", "withoutKit"),
        }),
      ),
    }),
  },
  { requiredKeys: ["kit"] },
);

test("[MIS12] a runner who does what the plan asks, in whatever weeks, never gets any", () => {
  fc.assert(
    fc.property(
      anyProgramme,
      fc.constantFrom(...SAMPLE_WEEKS),
      fc.array(fc.integer({ min: 5, max: 18 }), { minLength: 12, maxLength: 12 }),
      (programme, { runs }, shares) => {
        const begun = begunRunner(runner, { programme, runs: runsOf(runs) });
        const live = (week: PlanWeek) => [...doAll(week), ...runsRun(runner, week, (shares[week.week - 1] ?? 10) / 10)];
        // A race may make the plan longer: what is looked at has been lived.
        const records = livedWeeks({ runner, begun, weeks: 14 }, live);
        for (let days = 13; days <= 97; days += 14) {
          const known = records.filter(
            ({ body }) => typeof body["date"] !== "string" || body["date"] <= addDays(MONDAY, days),
          );
          expect(mistakesOn(known, addDays(MONDAY, days))).toEqual([]);
        }
      },
    ),
    { numRuns: CASES },
  );
}, 60_000);

test("[MIS13] vanished strength is not told again as sessions left out, nor muscles while sessions are missing", () => {
  const live = (week: PlanWeek) => (week.week <= 5 ? doAll(week) : runsRun(runner, week, 1.2));
  expect(rulesOf(told({ weeks: 7, live }))).toEqual(["MIS8"]);
});

test("[MIS13] too much comes first, and there are never more than two", () => {
  const live = (week: PlanWeek) => doAll(week).slice(week.week === 1 || week.week === 4 ? 0 : 2);
  const extra = (days: number) =>
    extraLog(addDays(MONDAY, days), prescribe({ kind: "A", week: 4, kit: "dumbbells", maxMinutes: null }));
  const mistakes = told({ weeks: 4, live, beside: [extra(21), extra(23), extra(25), extra(27)] });
  expect(mistakes.map(({ mistake }) => mistake)).toEqual(["tooMuchTooSoon"]);
  const both = told({ weeks: 4, live: (week) => doAll(week).slice(0, 1), beside: [extra(27), extra(25)] });
  expect(both.length).toBeLessThanOrEqual(2);
});

describe("[MIS11] only the last eight weeks of the plan are read, up to today", () => {
  const missing = (week: PlanWeek) => doAll(week).slice(0, week.week === 1 ? 2 : 0);

  test("nothing is said before the first day", () => {
    const beside = [-1, -2, -3].map((days) =>
      extraLog(addDays(MONDAY, days), prescribe({ kind: "A", week: 1, kit: "dumbbells", maxMinutes: null })),
    );
    expect(told({ weeks: 1, beside })).toEqual([]);
    expect(told({ weeks: 0, beside, today: -1 })).toEqual([]);
    expect(rulesOf(told({ weeks: 12, live: missing, today: 83 }))).toEqual(["MIS9"]);
  });

  test("what lies ahead of today is not known yet", () => {
    const ahead = [4, 5, 6].map((days) =>
      extraLog(addDays(MONDAY, days), prescribe({ kind: "A", week: 1, kit: "dumbbells", maxMinutes: null })),
    );
    expect(told({ weeks: 1, beside: ahead, today: 2 })).toEqual([]);
  });

  test("the rows name none but those weeks", () => {
    const [found] = told({ weeks: 12, live: missing, today: 83 });
    const weeks = found?.rows.flatMap((row) => ("week" in row ? [row.week] : []));
    expect(Math.min(...(weeks ?? []))).toBe(5);
  });
});

describe("[MIS15] odd records are read, and never throw", () => {
  const plain = livedWeeks({ runner, begun: begunRunner(runner), weeks: 6 });
  const today = addDays(MONDAY, 42);

  test("a thousand reps, no reps and a load of a ton", () => {
    const live = (week: PlanWeek) =>
      week.sessions.map((session, index) => {
        const sets = Object.entries(setsDone(session)).map(([entry, set]) => [
          entry,
          { ...set, amount: index === 0 ? 1_000 : 0, loadGrams: index === 0 ? 1_000_000 : 0 },
        ]);
        return sessionLog(session, { monday: week.monday, sets: Object.fromEntries(sets) });
      });
    expect(() => told({ weeks: 6, live })).not.toThrow();
  });

  test("bodies of an older app, of a newer one, and broken ones", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            at: fc.nat({ max: plain.length - 1 }),
            key: fc.constantFrom(
              "sets/P3.1",
              "sets/x",
              "prescription",
              "date",
              "slot",
              "ending",
              "monday",
              "agreed/A",
              "new/key",
            ),
            value: fc.jsonValue(),
          }),
          { maxLength: 20 },
        ),
        (changes) => {
          const records: PlanRecord[] = [...plain];
          for (const { at, key, value } of changes) {
            const record = records[at];
            // What was parsed from JSON is JSON.
            if (record) records[at] = { ...record, body: { ...record.body, [key]: value as never } };
          }
          const programme = plain.find(({ kind }) => kind === "programme");
          const kept = [...records.filter(({ kind }) => kind !== "programme"), ...(programme ? [programme] : [])];
          for (const mistake of mistakesOn(kept, today)) expect(mistake.rows.length).toBeGreaterThan(0);
        },
      ),
      { numRuns: CASES },
    );
  });

  test("missing weeks, sessions long before the programme, and logs of nobody's slot", () => {
    const old = extraLog(addDays(MONDAY, -700), prescribe({ kind: "A", week: 1, kit: "gym", maxMinutes: null }));
    const gaps = plain.filter((_, index) => index % 3 !== 0 || index < 2);
    expect(() => mistakesOn([...gaps, old], today)).not.toThrow();
    expect(mistakesOn([...plain, old], today)).toEqual([]);
    const plan = planOn(runner, plain, today);
    expect(() => findMistakes({ plan: { ...plan, weeks: [] }, extras: extrasOf(plain) })).not.toThrow();
    expect(findMistakes({ plan: { ...plan, weeks: [] }, extras: [] })).toEqual([]);
  });
});

test("[MIS11] a thousand sessions of other years cost next to nothing", () => {
  const plan = planOn(runner, livedWeeks({ runner, begun: begunRunner(runner), weeks: 10 }), addDays(MONDAY, 65));
  const prescription = prescribe({ kind: "A", week: 9, kit: "gym", maxMinutes: null });
  const years = Array.from({ length: 1_000 }, (_, index) => extraLog(addDays(MONDAY, -2 * index - 1), prescription));
  let reads = 0;
  const extras = extrasOf(years).map((log) => ({
    ...log,
    get sets() {
      reads += 1;
      return log.sets;
    },
  }));
  expect(findMistakes({ plan, extras })).toEqual([]);
  expect(reads).toBe(0);
});

test("[MIS11] a plan is enough: no run plan, no logs, no runs", () => {
  const records = [
    planRecord(runner, "programme", { fields: { startDate: MONDAY, zone: "UTC", kit: "none", lockedDays: {} } }),
  ];
  expect(rulesOf(mistakesOn(records, addDays(MONDAY, 6)))).toEqual([]);
});
