import { expect, test } from "vitest";
import { weekdayOf } from "../calendar";
import type { LoadClass } from "../programme";
import { runsOfWeek } from "../run";
import { MONDAY, weeklyRuns } from "../testing/weeks";
import { protectedStretches } from "./index";

const runs = runsOfWeek(weeklyRuns("mon easy, wed key, fri medium, sat long"), MONDAY);
const stretches = (legs: LoadClass | null) =>
  protectedStretches(runs, legs).map(({ run, rule, hours }) => `${weekdayOf(run.date)} ${rule} ${hours}`);

test("[PLACE17] 36 h before key runs at rest, the hard hours of the class in hand while a session is held", () => {
  expect(stretches(null)).toEqual(["wed C1 36"]);
  expect(stretches("heavy")).toEqual(["wed C1 36", "sat C5 24"]);
  expect(stretches("moderate")).toEqual(["wed C2 24", "sat C6 12"]);
  expect(stretches("light")).toEqual(["wed C3 12"]);
  expect(stretches("none")).toEqual([]);
});
