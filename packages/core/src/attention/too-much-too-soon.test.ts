import { expect, test } from "vitest";
import { addDays } from "../calendar";
import type { Rung } from "../exercise";
import type { PlanRecord, PlanWeek } from "../plan";
import { prescribe, type SessionKind } from "../programme";
import { begunRunner, doAll, extraLog, runsRun, sessionLog, setsDone } from "../testing";
import { MONDAY, rulesOf, runner, told, withSetsOf } from "./lived.fixture";

const session = (kind: SessionKind, week = 1) => prescribe({ kind, week, kit: "dumbbells", maxMinutes: null });
const on = (dayOfPlan: number) => addDays(MONDAY, dayOfPlan);

/** Everything as planned, and so many more sets of press-ups in one week; each weighs a half. */
const pressUps =
  (inWeek: number, count: number) =>
  (week: PlanWeek): readonly PlanRecord[] =>
    week.sessions.map((each, index) =>
      week.week === inWeek && index === 0
        ? withSetsOf(each, week, { pattern: "U1", count })
        : sessionLog(each, { monday: week.monday }),
    );

test("[MIS1] a third session in a week of the first four is named, the two of the plan are not", () => {
  const beside = [extraLog(on(13), session("A"))];
  expect(told({ weeks: 2, beside })).toMatchObject([
    {
      mistake: "tooMuchTooSoon",
      rule: "MIS1",
      found: 3,
      threshold: 2,
      rows: [{ kind: "sessions", week: 2, found: 3, asked: 2 }],
    },
  ]);
  expect(told({ weeks: 2 })).toEqual([]);
});

test("[MIS1] core, upper body and mobility beside the plan are no third session, and from week 5 on none is counted", () => {
  expect(told({ weeks: 2, beside: [extraLog(on(13), session("C"))] })).toEqual([]);
  const moves = { ...session("C"), plyo: [], pairs: [] };
  const mobility = extraLog(on(12), moves, { sets: { one: { pattern: "MOB", state: "done", amount: 30 } } });
  expect(told({ weeks: 2, beside: [mobility] })).toEqual([]);
  expect(rulesOf(told({ weeks: 6, beside: [extraLog(on(41), session("L", 6))] }))).toEqual([]);
});

test("[MIS1] an extra session in place of one that was left out is no third one", () => {
  const firstOnly = (week: PlanWeek) => doAll(week).slice(0, 1);
  expect(told({ weeks: 2, live: firstOnly, beside: [extraLog(on(13), session("A"))] })).toEqual([]);
});

test("[MIS1] a week is spoken of until the end of the next, and then no more", () => {
  const beside = [extraLog(on(6), session("A"))];
  expect(rulesOf(told({ weeks: 2, beside, today: 13 }))).toEqual(["MIS1"]);
  expect(told({ weeks: 2, beside, today: 14 })).toEqual([]);
});

test("[MIS2] in the first four weeks half as much again as the plan asks is the most", () => {
  // Weeks 1 and 2 ask for 18.5 weighted sets: 27.75 are one and a half times that.
  expect(told({ weeks: 2, live: pressUps(2, 18) })).toEqual([]);
  expect(told({ weeks: 2, live: pressUps(2, 19) })).toMatchObject([
    { rule: "MIS2", found: 152, threshold: 150, params: { week: 2 }, rows: [{ kind: "work", share: 152 }] },
  ]);
});

test("[MIS3] later a week is named above 1.5 times the three before it", () => {
  // Weeks 5 to 7 hold 25.75 weighted sets on average, and week 8, a reduced one, asks for 19.5.
  expect(rulesOf(told({ weeks: 8, live: pressUps(8, 38) }))).not.toContain("MIS3");
  expect(told({ weeks: 8, live: pressUps(8, 39) })).toMatchObject([
    { rule: "MIS3", found: 152, threshold: 150, rows: [{ kind: "work", week: 8, share: 200, before: 152 }] },
    { rule: "MIS6" },
  ]);
});

test("[MIS3] a week within 1.4 times what the plan asks is never named, however little there was before", () => {
  const littleBefore = (count: number) => (week: PlanWeek) =>
    week.week === 6 ? pressUps(6, count)(week) : doAll(week).slice(0, 1);
  expect(rulesOf(told({ weeks: 6, live: littleBefore(19) }))).not.toContain("MIS3");
  expect(rulesOf(told({ weeks: 6, live: littleBefore(20) }))).toContain("MIS3");
});

test("[MIS3] where nothing was done in the weeks before there is no measure", () => {
  expect(rulesOf(told({ weeks: 5, live: pressUps(5, 60) }))).toContain("MIS3");
  const nothingBefore = (week: PlanWeek) => (week.week < 5 ? [] : pressUps(5, 60)(week));
  expect(rulesOf(told({ weeks: 5, live: nothingBefore }))).not.toContain("MIS3");
});

/** Step-ups with these weights in kilograms, session A of weeks 1, 2, 3 … */
const lifting =
  (kilograms: readonly number[], offered?: number) =>
  (week: PlanWeek): readonly PlanRecord[] =>
    week.sessions.map((each) => {
      const grams = 1_000 * (kilograms[week.week - 1] ?? 0);
      const sets = Object.entries(setsDone(each)).map(([entry, set]) =>
        set.pattern === "P3" && grams > 0 ? [entry, { ...set, loadGrams: grams }] : [entry, set],
      );
      const { pairs } = each.prescription;
      const prescription =
        offered === undefined
          ? each.prescription
          : {
              ...each.prescription,
              pairs: pairs.map((pair) => pair.map((one) => ({ ...one, loadGrams: 1_000 * offered }))),
            };
      return sessionLog(each, { monday: week.monday, prescription, sets: Object.fromEntries(sets) });
    });

test("[MIS4] a load 30 % and 2.5 kg above the last one is the highest step, more is named", () => {
  expect(told({ weeks: 3, live: lifting([10, 10, 13]) })).toEqual([]);
  expect(told({ weeks: 3, live: lifting([10, 10, 13.1]) })).toMatchObject([
    { rule: "MIS4", found: 131, threshold: 130, params: { pattern: "P3", fromKg: 10, toKg: 13.1 } },
  ]);
  expect(told({ weeks: 3, live: lifting([4, 4, 6.5]) })).toEqual([]);
  expect(rulesOf(told({ weeks: 3, live: lifting([4, 4, 6.6]) }))).toEqual(["MIS4"]);
});

test("[MIS4] a load is still being found in the first two sessions, and one that the plan offered is no jump", () => {
  expect(told({ weeks: 2, live: lifting([4, 12]) })).toEqual([]);
  expect(told({ weeks: 3, live: lifting([10, 10, 20], 20) })).toEqual([]);
});

test("[MIS4] a jump is spoken of for two weeks", () => {
  // Session A of week 3 stands on its Thursday, day 17.
  expect(rulesOf(told({ weeks: 5, live: lifting([10, 10, 20, 20, 20]), today: 30 }))).toEqual(["MIS4"]);
  expect(told({ weeks: 5, live: lifting([10, 10, 20, 20, 20]), today: 31 })).toEqual([]);
});

test("[MIS5] two steps above the last one, by a person's choice, are named; one is not", () => {
  // The step-ups of weeks 1 to 4 are on rung 1 with dumbbells.
  const choose = (rung: Rung, from = 13) => ({ P3: { from: on(from), rung } });
  expect(told({ weeks: 2, chosen: choose(2) })).toEqual([]);
  expect(told({ weeks: 2, chosen: choose(3) })).toMatchObject([
    { rule: "MIS5", found: 2, threshold: 2, rows: [{ kind: "rung", pattern: "P3", from: 1, to: 3 }] },
  ]);
  expect(rulesOf(told({ weeks: 4, chosen: choose(3), today: 26 }))).toEqual(["MIS5"]);
  expect(told({ weeks: 4, chosen: choose(3), today: 27 })).toEqual([]);
  // Nothing was done before it: where the runner stood is not known.
  expect(told({ weeks: 2, chosen: choose(5, 0) })).toEqual([]);
});

test("[MIS12] the steps that the programme takes in weeks 5 and 9 are nobody's mistake", () => {
  for (const kit of ["none", "band", "dumbbells", "gym"] as const)
    expect(told({ weeks: 10, begun: begunRunner(runner, { programme: { kit } }) })).toEqual([]);
});

test("[MIS16] a run far longer than the last ones is named by its week and is no mistake here", () => {
  const live = (week: PlanWeek) => [...doAll(week), ...runsRun(runner, week, week.week === 5 ? 1.6 : 1)];
  expect(told({ weeks: 5, live, today: 34 })).toEqual([]);
});
