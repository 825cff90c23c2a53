import { expect, test } from "vitest";
import { addDays } from "../calendar";
import type { PlanWeek } from "../plan";
import { prescribe } from "../programme";
import { begunRunner, doAll, extraLog, runsRun, skipped } from "../testing";
import type { Mistake } from "./index";
import { MONDAY, runner, told } from "./lived.fixture";

const vanishing = (mistakes: readonly Mistake[]) => mistakes.filter(({ mistake }) => mistake === "strengthVanishing");

/** Everything as planned for so many weeks, then only runs, `share` times as long. */
const thenOnlyRuns = (weeks: number, share: number) => (week: PlanWeek) =>
  week.week <= weeks ? doAll(week) : runsRun(runner, week, share);

test("[MIS8] two weeks without strength and a tenth more running than usual are named, less running is not", () => {
  expect(vanishing(told({ weeks: 7, live: thenOnlyRuns(5, 1.1) }))).toMatchObject([
    {
      rule: "MIS8",
      found: 2,
      threshold: 2,
      params: { share: 110 },
      rows: [
        { kind: "running", week: 6, minutes: 286, usual: 260 },
        { kind: "running", week: 7, minutes: 286, usual: 260 },
      ],
      action: { to: "week" },
    },
  ]);
  expect(vanishing(told({ weeks: 7, live: thenOnlyRuns(5, 1.09) }))).toEqual([]);
});

test("[MIS8] one week without is no more than a week, and one that is not over is not counted", () => {
  expect(vanishing(told({ weeks: 6, live: thenOnlyRuns(5, 1.2) }))).toEqual([]);
  expect(vanishing(told({ weeks: 7, live: thenOnlyRuns(5, 1.2), today: 48 }))).toEqual([]);
});

test("[MIS8] what is usual must be known: three weeks before, and strength in them", () => {
  expect(vanishing(told({ weeks: 4, live: thenOnlyRuns(2, 1.3) }))).toEqual([]);
  expect(vanishing(told({ weeks: 7, live: thenOnlyRuns(0, 1.3) }))).toEqual([]);
});

test("[MIS8] excused weeks and races end the row", () => {
  const ill = (week: PlanWeek) =>
    week.week === 7 ? [skipped(runner, week, "illness"), ...runsRun(runner, week, 1.3)] : thenOnlyRuns(5, 1.3)(week);
  expect(vanishing(told({ weeks: 7, live: ill }))).toEqual([]);
  const races = { goal: { date: addDays(MONDAY, 48), distance: "half", minutes: 110 } } as const;
  const begun = begunRunner(runner, { programme: { races } });
  expect(vanishing(told({ weeks: 7, begun, live: thenOnlyRuns(5, 1.3) }))).toEqual([]);
});

test("[MIS8] any strength ends it, also beside the plan; mobility does not", () => {
  const extra = extraLog(addDays(MONDAY, 50), prescribe({ kind: "C", week: 8, kit: "dumbbells", maxMinutes: null }));
  const only = { live: thenOnlyRuns(5, 1.2), weeks: 7, today: 51 };
  expect(vanishing(told(only))).toHaveLength(1);
  expect(vanishing(told({ ...only, beside: [extra] }))).toEqual([]);
  const stretching = { ...extra, body: { ...extra.body } };
  for (const key of Object.keys(stretching.body)) if (key.startsWith("sets/")) stretching.body[key] = null;
  stretching.body["sets/one"] = { pattern: "MOB", state: "done", amount: 30 };
  expect(vanishing(told({ ...only, beside: [stretching] }))).toHaveLength(1);
});
