import fc from "fast-check";
import { expect, test } from "vitest";
import { SPRING_WEEKS } from "../programme/twelve-weeks";
import {
  DRILL_FACTS,
  drillThrough,
  SPRING_CONDITIONS,
  SPRING_DRILLS,
  SPRING_STEPS,
  springGate,
  type SpringFacts,
} from "./index";

const both = (scores: Readonly<Record<string, number>>) => ({ left: scores, right: scores });
const TESTED = { calfRaise: 20, sitToStand: 8, balance: 30 };
const READY: SpringFacts = {
  week: 5,
  sessionsDone: 6,
  runsByWeek: [2, 3, 2],
  regularRunner: true,
  tests: both(TESTED),
  painMax: 2,
  allowedBySafety: true,
};

test("[SPRING1] hops on one leg open when everything is met, exactly at the borders", () => {
  expect(springGate(READY)).toEqual({ open: "oneLeg", unmet: [] });
  expect(springGate({ ...READY, tests: both({ ...TESTED, calfRaise: 15 }) })).toEqual({
    open: "twoLegs",
    unmet: ["calfRaiseOneLeg"],
  });
});

test.each([
  ["week", { week: 4 }],
  ["sessions", { sessionsDone: 5 }],
  ["sitDown", { tests: both({ ...TESTED, sitToStand: 7 }) }],
  ["balance", { tests: { left: TESTED, right: { ...TESTED, balance: 29 } } }],
  ["pain", { painMax: 3 }],
  ["safety", { allowedBySafety: false }],
] as const)("[SPRING1] without the condition %s no hop is open, and it is named", (condition, change) => {
  expect(springGate({ ...READY, ...change })).toEqual({ open: "none", unmet: [condition] });
});

test("[SPRING1] the gate only ever closes when a number gets worse", () => {
  const rank = { none: 0, twoLegs: 1, oneLeg: 2 };
  const anyFacts = fc.record({
    week: fc.integer({ min: 1, max: 12 }),
    sessionsDone: fc.nat(20),
    calfRaise: fc.nat(40),
    sitToStand: fc.nat(15),
    balance: fc.nat(30),
  });
  fc.assert(
    fc.property(
      anyFacts,
      fc.constantFrom("week", "sessionsDone", "calfRaise", "sitToStand", "balance"),
      (facts, key) => {
        const gate = (each: typeof facts) => springGate({ ...READY, ...each, tests: both(each) }).open;
        expect(rank[gate({ ...facts, [key]: facts[key] - 1 })]).toBeLessThanOrEqual(rank[gate(facts)]);
      },
    ),
  );
});

test("[SPRING2] a test that was not done, on a side or at all, is unmet", () => {
  const missing = ["calfRaise", "sitDown", "balance", "calfRaiseOneLeg"];
  expect(springGate({ ...READY, tests: null })).toEqual({ open: "none", unmet: missing });
  expect(springGate({ ...READY, tests: { left: TESTED } })).toEqual({ open: "none", unmet: missing });
});

test.each([
  ["eight weeks of two runs", [2, 2, 2, 2, 2, 2, 2, 2], false, true],
  ["seven weeks, before them the answer yes", [2, 2, 2, 2, 2, 2, 2], true, true],
  ["seven weeks, before them the answer no", [2, 2, 2, 2, 2, 2, 2], false, false],
  ["no records and the answer yes", [], true, true],
  ["one run in the last week", [2, 2, 2, 2, 2, 2, 2, 1], true, false],
  ["one run nine weeks ago", [1, 2, 2, 2, 2, 2, 2, 2, 2], false, true],
] as const)("[SPRING3] regular running: %s", (_title, runsByWeek, regularRunner, regular) => {
  expect(springGate({ ...READY, runsByWeek, regularRunner }).unmet.includes("running")).toBe(!regular);
});

test("[SPRING4] a closed gate gives heel bounces, a half open one pogos on two legs; safety takes all contacts away", () => {
  const through = (change: Partial<SpringFacts>) =>
    SPRING_DRILLS.map((drill) => drillThrough(drill, springGate({ ...READY, ...change })));
  expect(through({})).toEqual([...SPRING_DRILLS]);
  expect(through({ tests: both({ ...TESTED, calfRaise: 19 }) })).toEqual(["Y0", "Y1", "Y2", "Y1", "Y4", "Y1"]);
  expect(through({ tests: null })).toEqual(["Y0", "Y0", "Y0", "Y0", "Y0", "Y0"]);
  expect(through({ allowedBySafety: false })).toEqual([null, null, null, null, null, null]);
});

test("[SPRING5] steps have the weeks and load of the table, and the programme keeps to them", () => {
  const table = SPRING_DRILLS.map((drill) => {
    const { from, to, optional, laterBlocks } = SPRING_STEPS[drill];
    const marks = `${optional ? " optional" : ""}${laterBlocks ? " later" : ""}`;
    return `${drill} ${DRILL_FACTS[drill].pointsPerContact} ${from}–${to ?? ""}${marks}`;
  });
  expect(table).toEqual([
    "Y0 0.02 1–",
    "Y1 0.02 5–12",
    "Y2 0.02 7– optional",
    "Y3 0.04 10–11",
    "Y4 0.04 9–11",
    "Y5 0.06 5– optional later",
  ]);
  for (const weeks of Object.values(SPRING_WEEKS))
    for (const [week, doses = []] of Object.entries(weeks))
      for (const { drill } of doses) {
        const { from, to } = SPRING_STEPS[drill];
        expect(Number(week)).toBeGreaterThanOrEqual(from);
        expect(Number(week)).toBeLessThanOrEqual(to ?? 12);
      }
});

test("[SPRING5] the weeks 5 to 12 hold 30, 45, 60, 30, 80, 85, 105 and 30 contacts", () => {
  const contacts = [5, 6, 7, 8, 9, 10, 11, 12].map((week) =>
    [...(SPRING_WEEKS.A[week] ?? []), ...(SPRING_WEEKS.B[week] ?? [])].reduce(
      (sum, dose) => sum + dose.sets * dose.contacts,
      0,
    ),
  );
  expect(contacts).toEqual([30, 45, 60, 30, 80, 85, 105, 30]);
});

test("[SPRING1] every condition can be the one that is missing", () => {
  const closed = springGate({
    ...READY,
    week: 1,
    sessionsDone: 0,
    regularRunner: false,
    tests: null,
    painMax: 8,
    allowedBySafety: false,
  });
  expect(closed.unmet).toEqual([...SPRING_CONDITIONS]);
});
