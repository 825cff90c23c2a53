import { expect, test } from "vitest";
import { mondayOf } from "../calendar";
import { placeWeek } from "../placement";
import { prescribe, legLoad, PROGRAMME_WEEKS, sessionMinutes, type SessionKind } from "../programme";
import { MONDAY, weekInput, weeklyRuns } from "../testing/weeks";
import {
  DEFAULT_RUN_TIME,
  isKeyRun,
  isLongRun,
  longRunsOf,
  RUN_KINDS,
  runsOfWeek,
  SAMPLE_WEEK,
  SAMPLE_WEEKS,
} from "./index";

const longDays = (runs: string) => longRunsOf(weeklyRuns(runs)).map((run) => run.day);

test("[RUN1] only key runs and races are key", () => {
  expect(RUN_KINDS.filter((kind) => isKeyRun({ kind }))).toEqual(["key", "race"]);
});

test("[RUN2] the longest run is long from 90 min, or from 60 min and a quarter of the week", () => {
  expect(longDays("tue easy 90, wed easy 89, thu easy 89, fri easy 89, sat easy 89")).toEqual(["tue"]);
  expect(longDays("tue easy 60, wed easy 60, thu easy 59, sat easy 61")).toEqual(["sat"]);
  expect(longDays("mon easy 70, tue easy 70, wed easy 70, thu easy 70, sat easy 75")).toEqual([]);
  expect(longDays("tue easy 30, thu easy 30, sat easy 59")).toEqual([]);
  expect(longDays("")).toEqual([]);
});

test("[RUN2] what is labelled long is long, and among equal runs the labelled one, else the last", () => {
  expect(longDays("wed long 45, sat easy 100")).toEqual(["wed", "sat"]);
  expect(longDays("sat long 150, sun long 120")).toEqual(["sat", "sun"]);
  expect(longDays("wed long 60, sat medium 60")).toEqual(["wed"]);
  expect(longDays("tue easy 60, thu easy 60, sat easy 60")).toEqual(["sat"]);
  expect(longDays("sat easy 60, thu easy 60, tue easy 60")).toEqual(["sat"]);
});

test("[RUN3] a key run is a long run too from 90 min on, not before", () => {
  expect(longDays("tue key 70, thu easy 40, sun easy 60")).toEqual([]);
  expect(longDays("tue easy 40, sat key 95")).toEqual(["sat"]);
});

test("[RUN4] weekly runs stand once in each week, in order of their start", () => {
  const runs = runsOfWeek(weeklyRuns("sat long, mon easy 18:00, mon easy"), MONDAY);
  expect(runs.map((run) => run.id)).toEqual(["run2@2026-08-31", "run1@2026-08-31", "run0@2026-09-05"]);
  expect(runs.every((run) => mondayOf(run.date) === MONDAY)).toBe(true);
  expect(runs.map((run) => isLongRun(run, runs))).toEqual([false, false, true]);
});

test("[RUN5] a run without a start time is read as starting at 07:00", () => {
  expect(DEFAULT_RUN_TIME).toBe("07:00");
  const unknown = placeWeek(weekInput("wed key"));
  const known = placeWeek(weekInput("wed key 07:00"));
  expect(unknown.sessions.map(({ date, startTime }) => [date, startTime])).toEqual(
    known.sessions.map(({ date, startTime }) => [date, startTime]),
  );
});

test("[RUN6] every sample week holds two strength sessions in each week of the programme", () => {
  for (const { id, runs } of SAMPLE_WEEKS)
    for (let week = 1; week <= PROGRAMME_WEEKS; week += 1) {
      const doseOf = (kind: SessionKind) => {
        const asked = prescribe({ kind, week, kit: "dumbbells", maxMinutes: null });
        return { minutes: sessionMinutes(asked), legLoad: legLoad(asked, { exposures: week - 1 }) };
      };
      expect(placeWeek(weekInput(runs, { week, doseOf })).sessions, `${id}, week ${week}`).toHaveLength(2);
    }
  expect(SAMPLE_WEEKS[0]).toBe(SAMPLE_WEEK);
  expect(SAMPLE_WEEKS.map(({ runs }) => runs.length)).toEqual([4, 3, 4, 5, 6]);
});
