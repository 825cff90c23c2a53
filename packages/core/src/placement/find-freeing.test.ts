import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { minutesIntoDay, WEEKDAYS } from "../calendar";
import { SLOTS, type SessionKind } from "../programme";
import { anyWeek } from "../testing/any-weeks";
import { dose, doses, on, race, settings, time, weekInput, weeksInput } from "../testing/weeks";
import {
  placeWeek,
  placeWeeks,
  type Freeing,
  type PlacementSettings,
  type WeekInput,
  type WeekPlacement,
} from "./index";
import { waysToFill } from "./ways";

vi.setConfig({ testTimeout: 60_000 });

const SAMPLE = "mon easy, wed key, fri medium, sat long";
const TWO_KEY = "mon easy, tue key, thu key, fri easy, sat long";
const DOUBLE_THRESHOLD =
  "mon easy, tue key 07:00 45, tue key 17:00 45, wed easy, thu key 07:00 45, thu key 17:00 45, fri easy, sat easy, sun long 100";
const EVERY_DAY = WEEKDAYS.map((weekday) => `${weekday} easy 30`).join(", ");
const bothHeavy = { doseOf: doses("heavy", "heavy") };

const MINUTES: Readonly<Partial<Record<SessionKind, number>>> = { A: 40, B: 30, L: 20, C: 17, V: 13 };
const ownMinutes = {
  doseOf: (kind: SessionKind) => dose(doses("heavy", "moderate")(kind).legLoad.class, MINUTES[kind]),
};

/** The runner does what was suggested. */
function withChange(input: WeekInput, freeing: Freeing): WeekInput {
  if (freeing.change === "runElsewhere") {
    const { run: named, to } = freeing;
    return { ...input, runs: input.runs.map((run) => (run.id === named.id ? { ...run, date: to } : run)) };
  }
  return { ...input, settings: { ...input.settings, ...settingChanged(input.settings, freeing) } };
}

function settingChanged(
  { lockedDays, minutesOn }: PlacementSettings,
  freeing: Exclude<Freeing, { readonly change: "runElsewhere" }>,
): Partial<PlacementSettings> {
  switch (freeing.change) {
    case "unlock":
      return { lockedDays: lockedDays.filter((day) => day !== freeing.day) };
    case "twoADay":
      return { twoADay: true };
    case "time":
      return { otherTime: freeing.time };
    case "restDay":
      return { restDayPenalty: 0 };
    case "minutes":
      break;
  }
  const { day, minutes } = freeing;
  return day === null ? { maxMinutes: minutes } : { minutesOn: { ...minutesOn, [day]: minutes } };
}

/** What the week gives up, in points of the table. */
function givenUp({ ask, fixed, skipped }: WeekInput, { sessions }: WeekPlacement): number {
  const kindIn = (slot: "A" | "B") => sessions.find((each) => each.slot === slot)?.kind ?? null;
  const given = Object.fromEntries(fixed.map(({ slot, kind }) => [slot, kind]));
  const filled = waysToFill({ ask: ask ?? "AB", given, skipped }).find((way) =>
    SLOTS.every((slot) => way[slot] === kindIn(slot)),
  );
  return filled?.cost ?? Infinity;
}

function freeingOf(input: WeekInput): Freeing | null {
  const [first, second] = placeWeek(input).shortfall;
  if (first === undefined) throw new Error("the week gives nothing up");
  // Both sessions of a week are freed by the same change.
  if (second) expect(second.freeing).toEqual(first.freeing);
  return first.freeing;
}

type Freed = [why: string, freeing: Freeing | null, input: WeekInput];

test.each<Freed>([
  [
    "only Tuesday and Wednesday are free: with Monday B stands 48 h before A",
    { change: "unlock", day: "mon" },
    weekInput(SAMPLE, settings({ lockedDays: ["mon", "thu", "fri", "sat", "sun"] })),
  ],
  [
    "every day locked: one more makes room for A alone, which is less given up than everything",
    { change: "unlock", day: "mon" },
    weekInput(SAMPLE, settings({ lockedDays: WEEKDAYS })),
  ],
  ["a run every day and one thing a day", { change: "twoADay" }, weekInput(EVERY_DAY, settings({ twoADay: false }))],
  [
    "B fits on no free day",
    { change: "minutes", day: "mon", minutes: 30 },
    weekInput(SAMPLE, { ...settings({ minutesOn: { mon: 20, fri: 20, sat: 20, sun: 20 } }), ...ownMinutes }),
  ],
  [
    "the runner's limit is shorter than A",
    { change: "minutes", day: null, minutes: 40 },
    weekInput(SAMPLE, { ...settings({ maxMinutes: 35 }), ...ownMinutes }),
  ],
  [
    "19:00 is too near to a run on every evening but Friday; noon on Friday and Sunday is clear",
    { change: "time", time: time("12:00") },
    weekInput(DOUBLE_THRESHOLD, settings({ strengthTime: time("19:00") })),
  ],
  [
    "two heavy sessions: without its 25 points the rest day costs less than light legs",
    { change: "restDay", day: "sun" },
    weekInput(TWO_KEY, bothHeavy),
  ],
  [
    "three key runs and both heavy: nothing of the runner's own helps, and no key run has a day away from the other hard ones",
    null,
    weekInput("tue key, thu key, sat key, sun long", bothHeavy),
  ],
  [
    "Friday's key run stands between two heavy sessions and right before the long run; on Wednesday it would leave room",
    { change: "runElsewhere", run: { id: `run1@${on("fri")}`, kind: "key", date: on("fri") }, to: on("wed") },
    weekInput("mon key, fri key, tue medium, sat long", bothHeavy),
  ],
  [
    "ill all week",
    null,
    weekInput(SAMPLE, { timeOff: [{ from: on("mon"), to: on("sun"), reason: "illness", sessions: "none" }] }),
  ],
  [
    "a goal race on Wednesday takes the days before and after it; on Sunday it would leave room, and it is never moved",
    null,
    weekInput("", { once: [race(on("wed"), "short")] }),
  ],
  [
    "a week after a goal race has no place for moderate legs, whatever the runner changes",
    null,
    weekInput("wed easy", { once: [race(on("sun", 0), "half")] }),
  ],
])("[PLACE23] %s", (_why, freeing, input) => {
  expect(freeingOf(input)).toEqual(freeing);
  if (freeing === null) return;
  const changed = withChange(input, freeing);
  expect(givenUp(changed, placeWeek(changed))).toBeLessThan(givenUp(input, placeWeek(input)));
});

test("[PLACE23] whatever the week, the change that is named makes it give up less, and when none is named no setting does", () => {
  fc.assert(
    fc.property(anyWeek, (input) => {
      const week = placeWeek(input);
      const [first] = week.shortfall;
      if (first === undefined) return;
      const before = givenUp(input, week);
      const after = (freeing: Freeing) => {
        const changed = withChange(input, freeing);
        return givenUp(changed, placeWeek(changed));
      };
      if (first.freeing) expect(after(first.freeing)).toBeLessThan(before);
      else for (const freeing of ownChanges(input)) expect(after(freeing)).toBeGreaterThanOrEqual(before);
    }),
    { numRuns: 500 },
  );
});

/** Every change of a setting that could help; another time of day is an hour away at least. */
function ownChanges({ settings: { lockedDays, otherTime, strengthTime } }: WeekInput): readonly Freeing[] {
  const isOther = (each: string) => Math.abs(minutesIntoDay(time(each)) - minutesIntoDay(strengthTime)) >= 60;
  const times = otherTime === null ? ["06:30", "12:00", "18:00", "20:00"].filter(isOther) : [];
  return [
    ...lockedDays.map((day): Freeing => ({ change: "unlock", day })),
    { change: "twoADay" },
    ...times.map((each): Freeing => ({ change: "time", time: time(each) })),
    { change: "restDay", day: "sun" },
  ];
}

test("[PLACE23] in weeks in a row a week is freed with the weeks around it as they are", () => {
  const input = weeksInput(SAMPLE, 3, {
    ...settings({ lockedDays: ["mon", "thu", "fri", "sat", "sun"] }),
    exposures: { A: 3, B: 3 },
  });
  for (const { shortfall } of placeWeeks(input))
    expect(shortfall).toMatchObject([
      { slot: "B", asked: "B", instead: "L", freeing: { change: "unlock", day: "mon" } },
    ]);
});

test("[PLACE23] a week that gives nothing up names no change", () => {
  expect(placeWeek(weekInput(SAMPLE)).shortfall).toEqual([]);
});
