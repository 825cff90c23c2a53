import { expect, test } from "vitest";
import { weekdayOf } from "../calendar";
import { doses, time, weekInput } from "../testing/weeks";
import { DEFAULT_SETTINGS, placeWeek, type PlacementSettings, type WeekInput } from "./index";

/** `"A thu 18:00, B mon 18:00 = -3"` */
function placed(runs: string, changes: Partial<WeekInput> = {}): string {
  const { sessions, sum } = placeWeek(weekInput(runs, changes));
  const bySlot = sessions.toSorted((one, other) => one.slot.localeCompare(other.slot));
  const places = bySlot.map(({ kind, date, startTime }) => `${kind} ${weekdayOf(date)} ${startTime}`);
  return `${places.join(", ") || "nothing"} = ${sum}`;
}

const settings = (changes: Partial<PlacementSettings>) => ({ settings: { ...DEFAULT_SETTINGS, ...changes } });
const SAMPLE = "mon easy, wed key, fri medium, sat long";

test.each<[why: string, week: string, runs: string, changes: Partial<WeekInput>]>([
  ["no runs at all: the two days furthest apart", "A mon 18:00, B sun 18:00 = 0", "", {}],
  [
    "a beginner's three easy runs of 30 min bind nothing: again as far apart as the week allows",
    "A mon 18:00, B sun 18:00 = 0",
    "tue easy 30, thu easy 30, sat easy 30",
    {},
  ],
  [
    "strength at dawn: Monday ends 48.5 h before the key run and 11.5 h before the easy run, so heavy legs may go first",
    "A mon 06:00, B thu 06:00 = -3",
    "mon easy 18:00, wed key, fri medium, sat long",
    settings({ strengthTime: time("06:00") }),
  ],
  [
    "an easy run that takes the strength time: moderate legs right after it (4), which is 71.4 h before Thursday (6)",
    "A thu 18:00, B mon 18:35 = 7",
    "mon easy 18:00 35, wed key 19:00, fri medium, sat long",
    settings({ strengthTime: time("18:00") }),
  ],
  [
    "Thursday locked: heavy legs go to Wednesday evening, moderate ones to Monday, 48 h apart",
    "A wed 18:00, B mon 18:00 = 16",
    SAMPLE,
    settings({ lockedDays: ["thu"] }),
  ],
  [
    "one thing a day: Monday has a run, so moderate legs take the rest day, 72 h after Thursday",
    "A thu 18:00, B sun 18:00 = 24",
    SAMPLE,
    settings({ twoADay: false }),
  ],
  [
    "Monday named as rest day frees Sunday of it: the day after the long run costs 2",
    "A thu 18:00, B sun 18:00 = -1",
    SAMPLE,
    settings({ restDay: "mon" }),
  ],
  [
    "B light: nothing but its own 12 h before the key run binds it, and Monday is furthest from Thursday",
    "A thu 18:00, B mon 18:00 = -3",
    SAMPLE,
    { doseOf: doses("heavy", "light") },
  ],
  [
    "only Tuesday free, at 19:00: light legs would end 11.5 h before the key run, so core alone is left",
    "C tue 19:00 = 140",
    SAMPLE,
    settings({ lockedDays: ["mon", "wed", "thu", "fri", "sat", "sun"], strengthTime: time("19:00") }),
  ],
  [
    "only Wednesday and Friday free: heavy legs after the key run (10), moderate ones 12.5 h before the long run (12), 48 h apart (6)",
    "A wed 18:00, B fri 18:00 = 28",
    SAMPLE,
    settings({ lockedDays: ["mon", "tue", "thu", "sat", "sun"] }),
  ],
  [
    "heavy legs on the evenings of two key runs (20), the second 36.5 h before Monday's (20): cheaper than giving B up",
    "A wed 18:00, B sat 18:00 = 40",
    "mon key, wed key, fri easy, sat key, tue long",
    { doseOf: doses("heavy", "heavy") },
  ],
  [
    "double days: the evening run pushes strength to 18:40, 35.8 h before the key run (20), so the evening after the long run is cheaper",
    "A thu 18:00, B sat 18:00 = 18",
    "mon easy, mon easy 30 18:10, wed key, fri medium, sat long",
    {},
  ],
])("[PLACE1] %s", (_why, week, runs, changes) => {
  expect(placed(runs, changes)).toBe(week);
});

test("[PLACE1] whatever the week, no run is moved: the plan speaks of strength sessions only", () => {
  const input = weekInput(SAMPLE);
  const before = structuredClone(input.runs);
  placeWeek(input);
  expect(input.runs).toEqual(before);
});

test("[PLACE3] between equal weeks last week's days win, then the larger gap, the earlier A, the earlier B", () => {
  const both = { doseOf: doses("light", "light") };
  expect(placed("", both)).toBe("A mon 18:00, B sun 18:00 = 0");
  expect(placed("", { ...both, habit: { A: "wed", B: "thu" } })).toBe("A wed 18:00, B thu 18:00 = 0");
  expect(placed("", { ...both, habit: { B: "mon" } })).toBe("A sun 18:00, B mon 18:00 = 0");
  expect(placed("", { ...both, habit: { A: "thu" } })).toBe("A thu 18:00, B mon 18:00 = 0");
});

test("[PLACE4] each way to give something up costs what the table says", () => {
  const only = (free: readonly string[]) =>
    settings({
      lockedDays: (["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const).filter((day) => !free.includes(day)),
    });
  const legsOf = (A: "heavy" | "none", changes: Partial<WeekInput>) => ({ doseOf: doses(A, "heavy"), ...changes });
  expect(placed("", legsOf("heavy", only(["mon", "wed"])))).toBe("A mon 18:00, B wed 18:00 = 6");
  expect(placed("", legsOf("heavy", only(["mon", "tue"])))).toBe("A mon 18:00, L tue 18:00 = 36");
  expect(placed("", legsOf("heavy", only(["mon"])))).toBe("A mon 18:00 = 60");
  expect(placed("wed key 20:00", legsOf("heavy", only(["mon", "tue"])))).toBe("A mon 18:00, L tue 18:00 = 36");
  expect(placed("wed key", legsOf("heavy", only(["tue"])))).toBe("C tue 18:00 = 140");
  expect(placed("", legsOf("heavy", only([])))).toBe("nothing = 200");
});

test("[PLACE5] a session starts at the strength time, or right after the run that takes that time", () => {
  expect(placed("mon easy 45 17:30", settings({ lockedDays: ["tue", "wed", "thu", "fri", "sat", "sun"] }))).toBe(
    "V mon 18:15 = 94",
  );
  expect(placed("mon easy 45 17:00", settings({ lockedDays: ["tue", "wed", "thu", "fri", "sat", "sun"] }))).toContain(
    "mon 18:00",
  );
});
