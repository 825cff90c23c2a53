import type { Weekday } from "../calendar";
import type { RunKind, WeeklyRun } from "./run";

/** A running week to begin from. `id` names its text in `run.sample.<id>`. */
export interface SampleWeek {
  readonly id: "article" | "three" | "four" | "five" | "six";
  readonly runs: readonly WeeklyRun[];
}

/** Easy Monday, intervals on Wednesday, medium Friday, long Saturday: a template, not a prescription. */
export const SAMPLE_WEEK: SampleWeek = sample("article", [
  ["mon", "easy", 50],
  ["wed", "key", 60],
  ["fri", "medium", 60],
  ["sat", "long", 90],
]);

/** Templates of three to six runs a week, the sample week first. Minutes are our own choice: an ordinary week to change. */
export const SAMPLE_WEEKS: readonly SampleWeek[] = [
  SAMPLE_WEEK,
  sample("three", [
    ["tue", "key", 50],
    ["thu", "easy", 40],
    ["sun", "long", 75],
  ]),
  sample("four", [
    ["mon", "easy", 40],
    ["wed", "key", 55],
    ["fri", "easy", 45],
    ["sun", "long", 90],
  ]),
  sample("five", [
    ["mon", "easy", 45],
    ["tue", "key", 60],
    ["thu", "key", 60],
    ["fri", "easy", 40],
    ["sat", "long", 100],
  ]),
  sample("six", [
    ["mon", "easy", 45],
    ["tue", "key", 60],
    ["wed", "easy", 50],
    ["thu", "key", 60],
    ["fri", "easy", 40],
    ["sun", "long", 110],
  ]),
];

function sample(id: SampleWeek["id"], runs: readonly (readonly [Weekday, RunKind, number])[]): SampleWeek {
  return {
    id,
    runs: runs.map(([day, kind, minutes]) => ({ id: day, day, kind, minutes, startTime: null, km: null })),
  };
}
