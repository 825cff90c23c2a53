import { expect, test } from "vitest";
import { addDays } from "../calendar";
import type { PlanWeek } from "../plan";
import { prescribe } from "../programme";
import { doAll, extraLog, skipped } from "../testing";
import { MONDAY, rulesOf, runner, told as toldAll, type Told } from "./lived.fixture";

const told = (life: Told) => toldAll(life).filter(({ mistake }) => mistake === "optional");

/** d done, x not; two letters a week, in the order of their days: B on Monday, A on Thursday. */
const marks = (text: string) => (week: PlanWeek) =>
  doAll(week).filter((_, index) => text.replaceAll(" ", "")[2 * (week.week - 1) + index] === "d");

test("[MIS9] three sessions in a row that did not happen are named, two are not", () => {
  expect(told({ weeks: 3, live: marks("dd dd xx") })).toEqual([]);
  expect(told({ weeks: 3, live: marks("dd dx xx") })).toMatchObject([
    {
      mistake: "optional",
      rule: "MIS9",
      found: 3,
      threshold: 3,
      rows: [
        { kind: "leftOut", week: 2, session: "A" },
        { kind: "leftOut", week: 3, session: "B" },
        { kind: "leftOut", week: 3, session: "A" },
      ],
      action: { to: "week" },
    },
  ]);
});

test("[MIS9] a session that is done ends it, in the plan or beside it", () => {
  expect(told({ weeks: 4, live: marks("dd dx xx d"), today: 22 })).toEqual([]);
  const extra = extraLog(addDays(MONDAY, 19), prescribe({ kind: "A", week: 3, kit: "dumbbells", maxMinutes: null }));
  expect(told({ weeks: 3, live: marks("dd dx xx"), beside: [extra] })).toEqual([]);
});

test("[MIS9] excused sessions are passed over, left out for no such reason they are not", () => {
  const ill = (reason: "illness" | "travel" | "other") => (week: PlanWeek) =>
    week.week >= 2 ? [skipped(runner, week, reason)] : doAll(week);
  expect(told({ weeks: 3, live: ill("illness") })).toEqual([]);
  expect(told({ weeks: 3, live: ill("travel") })).toEqual([]);
  expect(rulesOf(told({ weeks: 3, live: ill("other") }))).toEqual(["MIS9"]);
});

test("[MIS10] half of the sessions of four weeks is named, less than half is not", () => {
  expect(told({ weeks: 4, live: marks("dx dx dd dx") })).toEqual([]);
  expect(told({ weeks: 4, live: marks("dx dx dx dx") })).toMatchObject([
    {
      rule: "MIS10",
      found: 50,
      threshold: 50,
      params: { missed: 4, planned: 8 },
      action: { to: "minutes" },
    },
  ]);
});

test("[MIS10] a share needs six sessions, and nothing is said while the last one was done", () => {
  expect(told({ weeks: 2, live: marks("dx dx") })).toEqual([]);
  expect(rulesOf(told({ weeks: 3, live: marks("dx dx dx") }))).toEqual(["MIS10"]);
  expect(told({ weeks: 4, live: marks("xd xd xd xd") })).toEqual([]);
});
