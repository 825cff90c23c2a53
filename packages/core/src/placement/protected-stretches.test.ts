import { expect, test } from "vitest";
import { weekdayOf } from "../calendar";
import type { LoadClass } from "../programme";
import { runsOfWeek } from "../run";
import { MONDAY, on, race, settings, weeklyRuns } from "../testing/weeks";
import { protectedStretches, type PlacementSettings } from "./index";

const runs = runsOfWeek(weeklyRuns("mon easy, wed key, fri medium, sat long"), MONDAY);
const stretches = (legs: LoadClass | null, changes: Partial<PlacementSettings> = {}) =>
  protectedStretches(runs, legs, settings(changes).settings).map(
    ({ run, rule, hours }) => `${weekdayOf(run.date)} ${rule} ${hours}`,
  );

test("[PLACE17] 36 h before key runs at rest, the hard hours of the class in hand while a session is held", () => {
  expect(stretches(null)).toEqual(["wed C1 36"]);
  expect(stretches("heavy")).toEqual(["wed C1 36", "sat C5 24"]);
  expect(stretches("moderate")).toEqual(["wed C2 24", "sat C6 12"]);
  expect(stretches("light")).toEqual(["wed C3 12"]);
  expect(stretches("none")).toEqual([]);
});

test("[PLACE17] a race is protected like a key run", () => {
  const stretch = protectedStretches([race(on("sun"), null)])[0];
  expect(stretch).toMatchObject({ rule: "C1", hours: 36, run: { kind: "race", date: on("sun") } });
});

test("[PLACE24] the stretches follow the runner's own hours, and the long run where it counts as key", () => {
  expect(stretches(null, { keyRunHours: 48 })).toEqual(["wed C1 48"]);
  expect(stretches("moderate", { keyRunHours: 48 })).toEqual(["wed C2 24", "sat C6 12"]);
  expect(stretches(null, { longRunIsKey: true })).toEqual(["wed C1 36", "sat C1 36"]);
  expect(stretches("heavy", { longRunIsKey: true })).toEqual(["wed C1 36", "sat C1 36", "sat C5 24"]);
  expect(stretches("light", { longRunIsKey: true })).toEqual(["wed C3 12", "sat C3 12"]);
});
