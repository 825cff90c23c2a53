import { expect, test } from "vitest";
import { addDays } from "../calendar";
import { runLogId } from "../record";
import { SAMPLE_WEEK } from "../run";
import { begunRunner, day, feelRecord, planRecord, runnerOf, sessionLog } from "../testing";
import { derivePlan, summariseFeel, summariseRunner, type PlanRecord } from "./index";

const runner = runnerOf();
const begun = begunRunner(runner);
const monday = day("2026-11-16");

function summaryOf(records: readonly PlanRecord[], today: string, kinds: readonly string[] | null = null) {
  const summary = summariseRunner({ runner, records, today: day(today), kinds });
  if (summary === null) throw new Error("no summary");
  return summary;
}

/** Both sessions of each of the first `weeks` weeks, done as planned. */
function doneWeeks(weeks: number): readonly PlanRecord[] {
  const plan = derivePlan({ runner, records: begun, today: monday });
  return (plan?.weeks.slice(0, weeks) ?? []).flatMap((week) =>
    week.sessions.map((session) => sessionLog(session, { monday: week.monday })),
  );
}

function easyRun(week: number, feel: 1 | 2 | 3 | 4 | 5): readonly PlanRecord[] {
  const date = addDays(monday, 7 * week);
  const plannedRun = `${SAMPLE_WEEK.runs[0]?.id}@${date}`;
  const runLog = runLogId(runner, plannedRun);
  return [
    planRecord(runner, "run_log", {
      key: plannedRun,
      fields: { plannedRun, date, kind: "easy", minutes: 50, tags: {} },
    }),
    feelRecord(runner, { runLog, date, feel }),
  ];
}

test("[PLAN11] a runner who did everything has done all sessions so far, and the weeks ahead stand empty", () => {
  const summary = summaryOf([...begun, ...doneWeeks(3)], "2026-12-08");
  expect(summary).toMatchObject({ week: 4, sessionsDone: 6, sessionsPlanned: 6, adherence: 1, consistency: 1 });
  expect(summary.weeks.map(({ credit }) => credit)).toEqual([2, 2, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
  expect(summary.weeks[0]?.marks.map(({ slot, status, credit }) => [slot, status, credit])).toEqual([
    ["B", "done", 1],
    ["A", "done", 1],
  ]);
  expect(summary.lastLog).toBe("2026-12-03");
});

test("[PLAN11] before the start the week is 0 and nothing is required; a block that is held up goes on past its twelfth week", () => {
  expect(summaryOf(begun, "2026-11-10")).toMatchObject({ week: 0, adherence: null, sessionsPlanned: 0, ribbon: null });
  const late = summaryOf(begun, "2027-03-01");
  expect(late).toMatchObject({ week: 16, programmeWeek: 1, block: 1, adherence: 0 });
  expect(late.ribbon?.sessions).not.toEqual([]);
  expect(late.weeks.map(({ week }) => week)).toEqual([5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16]);
});

test("[PLAN11] the ribbon holds this week's runs and sessions by clock hours", () => {
  const { ribbon } = summaryOf([...begun, ...easyRun(0, 3)], "2026-11-17");
  expect(ribbon?.runs[0]).toEqual({ day: "mon", hour: 7, kind: "easy", done: true });
  expect(ribbon?.sessions[0]).toMatchObject({ day: "mon", kind: "B", status: "due" });
  expect(ribbon?.sessions[0]?.endHour).toBeCloseTo(18.35, 2);
});

test("[PLAN12] the run-feel part alone is that of the whole summary, and needs the grant as well", () => {
  const records = [...begun, ...[0, 1, 2, 3].flatMap((week) => easyRun(week, 4))];
  const feel = summariseFeel({ runner, records, kinds: ["programme", "run_log", "run_feel"] });
  expect(feel).toEqual(summaryOf(records, "2026-12-09").feel);
  expect(feel).toHaveLength(4);
  expect(summariseFeel({ runner, records, kinds: ["programme", "run_log"] })).toEqual([]);
});

test("[PLAN12] a reader sees nothing of kinds that were not granted", () => {
  const records = [...begun, ...doneWeeks(2), ...[0, 1, 2, 3].flatMap((week) => easyRun(week, 2))];
  const own = summaryOf(records, "2026-12-09");
  expect(own.feel.map(({ value }) => value)).toEqual([2, 2, 2, 2]);
  const kinds = ["programme", "run_plan", "week_plan", "session_log"];
  const coach = summaryOf(records, "2026-12-09", kinds);
  expect(coach).toMatchObject({ feel: [], sessionsDone: own.sessionsDone, lastLog: "2026-11-26" });
  expect(own.lastLog).toBe("2026-12-07");
  expect(summariseRunner({ runner, records, today: day("2026-12-09"), kinds: ["run_log"] })).toBeNull();
});
