import { expect, test } from "vitest";
import { weekdayOf } from "../calendar";
import { doses, weekInput } from "../testing/weeks";
import { placeWeek } from "./index";
import type { Habit, WeekInput } from "./index";

/** `"A thu, B mon"`, with the sum. */
function placed(runs: string, changes: Partial<WeekInput> = {}): string {
  const { sessions, sum } = placeWeek(weekInput(runs, changes));
  const bySlot = sessions.toSorted((one, other) => one.slot.localeCompare(other.slot));
  return `${bySlot.map(({ kind, date }) => `${kind} ${weekdayOf(date)}`).join(", ")} = ${sum}`;
}

const bothHeavy = { doseOf: doses("heavy", "heavy") };
const thursdayMonday: Habit = { A: "thu", B: "mon" };

type Worked = [name: string, runs: string, mixed: string, heavy: string, habit: Habit];

const WORKED: readonly Worked[] = [
  [
    "the sample week",
    "mon easy, wed key, fri medium, sat long",
    "A thu, B mon = -3",
    "A thu, B mon = 17",
    thursdayMonday,
  ],
  ["three runs", "tue key, thu easy, sun long", "A wed, B fri = 3", "A wed, B fri = 3", {}],
  ["four runs", "mon easy, wed key, fri easy, sun long", "A thu, B mon = -1", "A wed, B fri = 16", {}],
  [
    "five runs, two key",
    "mon easy, tue key, thu key, fri easy, sat long",
    "A thu, B tue = 26",
    "A thu, L wed = 43",
    {},
  ],
  [
    "six runs, key Tuesday and Friday",
    "mon easy, tue key, wed easy, thu easy, fri key, sun long",
    "A fri, B wed = 13",
    "A tue, B fri = 20",
    {},
  ],
  [
    "six runs, three key",
    "mon easy, tue key, wed easy, thu key, sat key, sun easy",
    "A sat, B tue = 20",
    "A tue, B sat = 40",
    {},
  ],
  [
    "six runs, key Tuesday and Thursday",
    "mon easy, tue key, wed easy, thu key, fri easy, sun long",
    "A fri, B tue = 7",
    "A tue, B fri = 27",
    {},
  ],
  ["five runs, no key", "mon easy, tue easy, thu easy, fri easy, sun long", "A tue, B fri = 0", "A tue, B fri = 0", {}],
  [
    "ultra, two long runs",
    "tue key, wed easy, thu easy, sat long, sun long",
    "A wed, B sun = 12",
    "A tue, B thu = 16",
    {},
  ],
];

test.each(WORKED)("[PLACE2] %s: A heavy, B moderate", (_name, runs, mixed) => {
  expect(placed(runs)).toBe(mixed);
});

test.each(WORKED)("[PLACE2] %s: A and B heavy", (_name, runs, _mixed, heavy, habit) => {
  expect(placed(runs, { ...bothHeavy, habit })).toBe(heavy);
});
