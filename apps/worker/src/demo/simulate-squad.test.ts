import { addDays, parseLocalDate, type LocalDate } from "@legwork/core/calendar";
import { derivePlan, summariseRunner } from "@legwork/core/plan";
import { readBody, validateOp } from "@legwork/core/record";
import { expect, test } from "vitest";
import { simulateSquad, type SimulatedRunner } from "./simulate-squad";
import { STORY_NAMES, type StoryName } from "./stories";

const today = parseLocalDate("2026-11-19") as LocalDate;
const squad = [...simulateSquad({ seed: 7, today, zone: "Europe/Amsterdam" })];

const living = (story: StoryName): readonly SimulatedRunner[] => squad.filter((runner) => runner.story === story);

function summaryOf({ runner, records }: SimulatedRunner) {
  const summary = summariseRunner({ runner, records, today, kinds: null });
  if (summary === null) throw new Error("no summary");
  return summary;
}

function planOf({ runner, records }: SimulatedRunner) {
  const plan = derivePlan({ runner, records, today });
  if (plan === null) throw new Error("no plan");
  return plan;
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

test("forty runners with names of their own live all six stories", () => {
  expect(squad).toHaveLength(40);
  expect(new Set(squad.map(({ email }) => email)).size).toBe(40);
  expect(new Set(squad.map(({ story }) => story))).toEqual(new Set(STORY_NAMES));
});

test("the same seed and day give the same ops, another seed gives others", () => {
  const [first, second] = simulateSquad({ seed: 7, today, zone: "Europe/Amsterdam" });
  expect([first?.ops, second?.ops]).toEqual(squad.slice(0, 2).map(({ ops }) => ops));
  const [other] = simulateSquad({ seed: 8, today, zone: "Europe/Amsterdam" });
  expect(other?.ops).not.toEqual(squad[0]?.ops);
});

test("every op is one that the server takes, and none speaks of the future", () => {
  for (const { ops } of squad) {
    expect(ops.map(validateOp).filter((rejection) => rejection !== null)).toEqual([]);
    expect(new Set(ops.map(({ opId }) => opId)).size).toBe(ops.length);
    const logged = ops.filter(({ kind }) => ["session_log", "run_log", "run_feel"].includes(kind));
    expect(logged.filter(({ patch }) => typeof patch.date !== "string" || patch.date > today)).toEqual([]);
  }
});

test("perfect: everything that was agreed is done", () => {
  for (const runner of living("perfect")) {
    expect(summaryOf(runner)).toMatchObject({ adherence: 1, consistency: 1 });
    expect(summaryOf(runner).sessionsDone).toBeGreaterThanOrEqual(12);
  }
});

test("patchy: clearly less than all is done, and clearly more than nothing", () => {
  const shares = living("patchy").map((runner) => summaryOf(runner).adherence ?? 0);
  expect(mean(shares)).toBeGreaterThan(0.35);
  expect(mean(shares)).toBeLessThan(0.8);
});

test("ill for a week: that week is excused and the others are kept", () => {
  for (const runner of living("ill")) {
    const { weeks } = planOf(runner);
    const excused = weeks.filter(({ sessions }) => sessions.some(({ state }) => state.status === "excused"));
    expect(excused).toHaveLength(1);
    const summary = summaryOf(runner);
    const column = summary.weeks.find(({ week }) => week === excused[0]?.week);
    expect(column).toMatchObject({ required: 0, credit: 0 });
    expect(summary.adherence).toBeGreaterThan(0.8);
  }
});

test("stopping when volume rises: the minutes of the runs go up and the sessions vanish", () => {
  for (const runner of living("stopsWhenVolumeRises")) {
    const plan = planOf(runner);
    const minutesIn = (from: number, to: number) =>
      mean(
        plan.weeks
          .slice(from - 1, to)
          .map(({ runs }) => runs.filter(({ logged }) => logged).reduce((sum, { minutes }) => sum + minutes, 0)),
      );
    expect(minutesIn(7, 9) / minutesIn(2, 5)).toBeGreaterThan(1.15);
    const credits = summaryOf(runner).weeks.map(({ credit }) => credit);
    expect(mean(credits.slice(0, 5))).toBeGreaterThan(1.7);
    expect(credits.slice(6)).toEqual(credits.slice(6).map(() => 0));
  }
});

test("heavy legs that stay: runs feel heavier than before the start from week 5 on, though strength is done", () => {
  const feels = living("heavyLegs").flatMap((runner) => {
    const { startDate, feel, adherence } = summaryOf(runner);
    expect(adherence).toBeGreaterThan(0.7);
    return feel.map(({ date, value }) => ({
      value,
      isBefore: date < startDate,
      isLater: date >= addDays(startDate, 28),
    }));
  });
  const before = mean(feels.filter(({ isBefore }) => isBefore).map(({ value }) => value));
  const later = mean(feels.filter(({ isLater }) => isLater).map(({ value }) => value));
  expect(before - later).toBeGreaterThan(0.7);
});

test("just started: in the first two weeks", () => {
  for (const runner of living("justStarted")) expect(summaryOf(runner).week).toBeLessThanOrEqual(2);
});

test("loads rise over the weeks for runners with dumbbells", () => {
  const gains = living("perfect").flatMap((runner) => {
    const byWeek = planOf(runner).weeks.map(({ sessions }) =>
      sessions.flatMap(({ sets }) => Object.values(sets).flatMap(({ loadGrams }) => loadGrams ?? [])),
    );
    const loaded = byWeek.filter((loads) => loads.length > 0);
    const [first, last] = [loaded.at(0), loaded.at(-1)];
    return first && last && loaded.length > 4 ? [mean(last) - mean(first)] : [];
  });
  expect(gains.length).toBeGreaterThan(0);
  for (const gain of gains) expect(gain).toBeGreaterThan(0);
});

test("every record reads as the app reads it", () => {
  for (const { records } of squad)
    for (const { kind, body } of records) {
      const reading = readBody(kind as "run_log", body);
      expect(reading.ok ? [] : reading.faults).toEqual([]);
    }
});
