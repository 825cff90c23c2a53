import { expect, test } from "vitest";
import type { Pattern } from "../exercise";
import type { PlanRecord, PlanWeek } from "../plan";
import { prescribe } from "../programme";
import { begunRunner, doAll, sessionLog, setsDone } from "../testing";
import { runner, told, withoutSets, withSetsOf } from "./lived.fixture";
import type { Mistake } from "./index";

const muscles = (mistakes: readonly Mistake[]) => mistakes.filter(({ mistake }) => mistake === "wrongMuscles");

/** Everything as planned, with more sets of a pattern spread over four weeks, `count` in all. */
const adding =
  (pattern: Pattern, count: number) =>
  (week: PlanWeek): readonly PlanRecord[] =>
    week.sessions.map((each, index) =>
      index === 0
        ? withSetsOf(each, week, {
            pattern,
            count: Math.floor(count / 4) + (week.week <= count % 4 ? 1 : 0),
          })
        : sessionLog(each, { monday: week.monday }),
    );

test("[MIS6] legs and core below 70 % of the sets of four weeks are named", () => {
  // Weeks 1 to 4 hold 67 sets for the legs, 24 for the core and 8 of rowing: 91 of 130 are 70 %.
  expect(muscles(told({ weeks: 4, live: adding("U1", 31) }))).toEqual([]);
  expect(muscles(told({ weeks: 4, live: adding("U1", 32) }))).toMatchObject([
    {
      rule: "MIS6",
      threshold: 70,
      params: { what: "legsAndCore" },
      rows: [
        { of: "legs", share: 51 },
        { of: "core", share: 18 },
        { of: "upper", share: 31 },
      ],
    },
  ]);
});

test("[MIS6] legs below half of the sets are named", () => {
  expect(muscles(told({ weeks: 4, live: adding("P6F", 35) }))).toEqual([]);
  expect(muscles(told({ weeks: 4, live: adding("P6F", 36) }))).toMatchObject([
    { rule: "MIS6", threshold: 50, params: { what: "legs" } },
  ]);
});

test("[MIS6] sessions of one's own choice in place of the plan's are measured against the plan's", () => {
  const upper = prescribe({ kind: "C", week: 1, kit: "dumbbells", maxMinutes: null });
  const own = (library: string | null) => (week: PlanWeek) =>
    week.sessions.map((session) => {
      const prescription = { ...upper, week: week.week, ...(library === null ? {} : { library }) };
      return sessionLog(session, { monday: week.monday, prescription, sets: setsDone({ ...session, prescription }) });
    });
  for (const library of ["arms", null])
    expect(muscles(told({ weeks: 4, live: own(library) }))).toMatchObject([{ rule: "MIS6", found: 50, threshold: 70 }]);
});

/** Sets of these patterns left out after the first `count` of the block. */
const leavingOut = (patterns: readonly Pattern[], count: number) => {
  let left = count;
  return (week: PlanWeek): readonly PlanRecord[] =>
    week.sessions.map((session) =>
      withoutSets(session, week, ({ pattern }) => {
        if (!patterns.includes(pattern)) return true;
        left -= 1;
        return left >= 0;
      }),
    );
};

/** Four sets a week are asked. */
const hamstrings = (count: number) => leavingOut(["P2", "P8"], count);

test("[MIS7] a leg muscle below three quarters of four sets a week is named, with the session that has it", () => {
  expect(muscles(told({ weeks: 4, live: hamstrings(12) }))).toEqual([]);
  expect(muscles(told({ weeks: 4, live: hamstrings(11) }))).toMatchObject([
    {
      rule: "MIS7",
      found: 2.8,
      threshold: 4,
      params: { group: "hamstrings" },
      action: { to: "session", kind: "A" },
    },
  ]);
});

test("[MIS7] with every group short alike it is sessions that are missing, not muscles", () => {
  const halves = (week: PlanWeek) =>
    week.sessions.map((session) => withoutSets(session, week, (_, index) => index % 2 === 0));
  expect(muscles(told({ weeks: 4, live: halves }))).toEqual([]);
  const onlyA = (week: PlanWeek) => doAll(week).slice(1);
  expect(muscles(told({ weeks: 4, live: onlyA }))).toEqual([]);
});

test("[MIS7] where the weeks ask for less than four sets, that is the measure", () => {
  // A limit of 14 minutes makes both sessions short ones, with one set of calf raises each.
  const begun = begunRunner(runner, { programme: { maxMinutes: 14 } });
  expect(muscles(told({ weeks: 4, begun }))).toEqual([]);
  expect(muscles(told({ weeks: 4, begun, live: leavingOut(["P5"], 6) }))).toEqual([]);
  expect(muscles(told({ weeks: 4, begun, live: leavingOut(["P5"], 5) }))).toMatchObject([
    { rule: "MIS7", threshold: 2, params: { group: "calves" } },
  ]);
});

test("[MIS6] [MIS7] nothing is said of muscles before four weeks are over, or with fewer than three sessions", () => {
  expect(muscles(told({ weeks: 3, live: hamstrings(0) }))).toEqual([]);
  expect(muscles(told({ weeks: 4, live: hamstrings(0), today: 27 }))).toEqual([]);
  const twoSessions = (week: PlanWeek) => (week.week === 1 ? hamstrings(0)(week) : []);
  expect(muscles(told({ weeks: 4, live: twoSessions }))).toEqual([]);
});
