import { describe, expect, test } from "vitest";
import { WEEKDAYS, weekdayOf, type Weekday } from "../calendar";
import { SLOTS, type SessionKind } from "../programme";
import { dose, doses, on, race, settings, time, weekInput } from "../testing/weeks";
import { placeWeek, type WeekAsk } from "./index";

type Changes = NonNullable<Parameters<typeof weekInput>[1]>;

/** `"A thu 18:00, B mon 18:00 = -3"` */
function placed(runs: string, changes: Changes = {}): string {
  const { sessions, sum } = placeWeek(weekInput(runs, changes));
  const bySlot = SLOTS.flatMap((slot) => sessions.filter((each) => each.slot === slot));
  const places = bySlot.map(({ kind, date, startTime }) => `${kind} ${weekdayOf(date)} ${startTime}`);
  return `${places.join(", ") || "nothing"} = ${sum}`;
}

const SAMPLE = "mon easy, wed key, fri medium, sat long";

test.each<[why: string, week: string, runs: string, changes: Changes]>([
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

const strengthAt = (clock: string) => settings({ strengthTime: time(clock) });
const bothHeavy = { doseOf: doses("heavy", "heavy") };
const bothModerate = { doseOf: doses("moderate", "moderate") };
/** A of 40 min, B of 30, light legs of 20, core of 17, V of 13. */
const MINUTES: Readonly<Partial<Record<SessionKind, number>>> = { A: 40, B: 30, L: 20, C: 17, V: 13 };
const ownMinutes = {
  doseOf: (kind: SessionKind) => dose(doses("heavy", "moderate")(kind).legLoad.class, MINUTES[kind]),
};
const away = (from: Weekday, to: Weekday, reason: "travel" | "illness") => ({
  timeOff: [{ from: on(from), to: on(to), reason, sessions: "none" as const }],
});

type Golden = [why: string, week: string, runs: string, changes: Changes];

// Strength at 18:00 for 30 min unless said. An evening ends 12.5 h before the next morning's run at 07:00, 36.5 h before that of
// the day after, 60.5 h before that of the third day.

const BEGINNERS: readonly Golden[] = [
  [
    "three runs with a long one on Sunday: Monday would be the rest day (25 + 2), Saturday 12.5 h before it (12), so 72 h from Tuesday to Friday for 0",
    "A tue 18:00, B fri 18:00 = 0",
    "tue easy 30, thu easy 30, sun long 60",
    {},
  ],
  [
    "couch to 5 k at 18:30: legs never end right before an easy run (0 of 3 h), so the free days furthest apart, 0",
    "A tue 18:00, B sun 18:00 = 0",
    "mon easy 30 18:30, wed easy 30 18:30, fri easy 30 18:30",
    {},
  ],
  [
    "run-walk on three days, one thing a day: Wednesday and Friday are 48 h apart (6); Wednesday and Saturday cost 12 before the long run",
    "A wed 18:00, B fri 18:00 = 6",
    "tue easy 30, thu easy 30, sun long 150",
    settings({ twoADay: false }),
  ],
  [
    "a run every day and one thing a day: no day is left for legs, core may stand anywhere (140)",
    "C mon 18:00 = 140",
    "mon easy 30, tue easy 30, wed easy 30, thu easy 30, fri easy 30, sat easy 30, sun easy 30",
    settings({ twoADay: false }),
  ],
  [
    "only the weekend, Saturday's 60 min is the long run: A on Sunday (25 + 2), light legs after the run (15) instead of B (36)",
    "A sun 18:00, L sat 18:00 = 78",
    "tue easy 30, thu easy 30, sat easy 60",
    settings({ lockedDays: ["mon", "tue", "wed", "thu", "fri"] }),
  ],
  [
    "starts on a Thursday: the day after the key run (−3), then B after the long run (15), 48 h later (6); Sunday costs 27",
    "A thu 18:00, B sat 18:00 = 18",
    SAMPLE,
    { earliest: on("thu") },
  ],
];

const MARATHONERS: readonly Golden[] = [
  [
    "novice marathon, four days with Saturday long: nothing is key, Thursday ends 36.5 h before the long run, 72 h after Monday, 0",
    "A mon 18:00, B thu 18:00 = 0",
    "tue easy 30, wed medium 50, thu easy 30, sat long 120",
    {},
  ],
  [
    "threshold, medium-long and long on five days: after Tuesday's key run (−3) and 48 h later on Friday (6); Saturday would cost 12",
    "A wed 18:00, B fri 18:00 = 3",
    "tue key 70, wed medium 90, fri medium 75, sat recovery 30, sun long 130",
    {},
  ],
  [
    "two quality runs a week, Thursday and in Sunday's long one: Friday (−3) is clear of a long run, 36.5 h, and Tuesday 72 h before it",
    "A fri 18:00, B tue 18:00 = -3",
    "mon easy, tue easy, wed easy, thu key 75, fri easy, sat easy, sun long 130",
    {},
  ],
  [
    "the same with the long run counted as key: heavy legs on Friday would cost 20, so A goes to Monday (2) and B takes Friday (−3)",
    "A mon 18:00, B fri 18:00 = -1",
    "mon easy, tue easy, wed easy, thu key 75, fri easy, sat easy, sun long 130",
    settings({ longRunIsKey: true }),
  ],
  [
    "six evenings of speed and tempo, strength at dawn: Monday is 35.5 h from Tuesday's speed, too near for A, 20 + 2 for B; A on Friday (−3)",
    "A fri 06:00, B mon 06:00 = 19",
    "mon easy 18:00, tue key 18:00, thu key 18:00, fri easy 18:00, sat easy 09:00, sun long 08:00 120",
    strengthAt("06:00"),
  ],
  [
    "aerobic base without a quiet evening, strength at 19:00, both heavy: Tuesday and Thursday are not before a medium run (C20), 48 h apart (6)",
    "A tue 19:00, B thu 19:00 = 6",
    "mon easy 60, tue medium 90, wed easy 60, thu medium 90, fri easy 60, sat medium 75, sun long 135",
    { ...strengthAt("19:00"), ...bothHeavy },
  ],
  [
    "peak block, M once a week: Thursday evening after the second key run (10), since Friday is 12.5 h before the long run",
    "M thu 18:00 = 10",
    "mon easy, tue key, wed easy, thu key, sat long 150, sun easy",
    { ask: "M" },
  ],
  [
    "high volume, A and light legs: A after the key run (−3), light legs as far away as nothing costs",
    "A thu 18:00, L mon 18:00 = -3",
    "mon easy 60, tue easy 60, wed key 75, thu easy 60, fri medium 75, sat long 150, sun easy 60",
    { ask: "AL" },
  ],
];

const FAST: readonly Golden[] = [
  [
    "double threshold on Tuesday and Thursday, strength at 19:00: 1.25 h after a key run is too soon, 11.5 h before one too late; B has no place but Sunday (35 + 6), light legs cost 36",
    "A fri 19:00, L sat 19:00 = 45",
    "mon easy, tue key 07:00 45, tue key 17:00 45, wed easy, thu key 07:00 45, thu key 17:00 45, fri easy, sat easy, sun long 100",
    strengthAt("19:00"),
  ],
  [
    "ten runs a week, strength at 19:00: both evenings after a key run (20), 11.5 h before Wednesday's medium run (6), 72 h apart",
    "A tue 19:00, B fri 19:00 = 26",
    "mon easy, mon easy 30 17:00, tue key, tue easy 30 17:00, wed medium 75, thu easy, thu easy 30 17:00, fri key, sat easy, sun long 110",
    strengthAt("19:00"),
  ],
  [
    "club track on Tuesday at 19:00: Monday is 24.5 h before it, so A on Wednesday (−3) and B 72 h later, after the long run (15)",
    "A wed 18:00, B sat 18:00 = 12",
    "mon easy, tue key 19:00, thu easy, sat long",
    {},
  ],
  [
    "the same with mornings at 06:30 as well: Friday ends 24 h before the long run, 48 h after Wednesday (6)",
    "A wed 06:30, B fri 06:30 = 3",
    "mon easy, tue key 19:00, thu easy, sat long",
    settings({ otherTime: time("06:30") }),
  ],
  [
    "a hard 5 k on Saturday at 09:00 and a long Sunday: Thursday is 38.5 h before it, too near for A but not for B; 48 h apart (6)",
    "A tue 18:00, B thu 18:00 = 6",
    "tue easy, thu easy, sat key 30 09:00, sun long",
    {},
  ],
  [
    "key on Tuesday and Saturday, long on Sunday: A after Tuesday's (−3), B on Sunday evening (15), the only evening left that is 36.5 h clear",
    "A wed 18:00, B sun 18:00 = 12",
    "tue key, wed easy, thu easy, sat key, sun long",
    {},
  ],
  [
    "a training race on Saturday, no goal, is a key run: A on Wednesday evening (10), B on Monday (2), 48 h before (6)",
    "A wed 18:00, B mon 18:00 = 18",
    "mon easy, wed key, sun long",
    { once: [race(on("sat"), null)] },
  ],
  [
    "a camp with five hard runs and a high-volume ask: Monday evening (10), 36.5 h before the next key run (20); light legs after the second (−3)",
    "A mon 18:00, L thu 18:00 = 27",
    "mon key, tue medium, wed key, thu easy, fri key, sat long 120, sun long 120",
    { ask: "AL" },
  ],
];

const LONG_AND_TRAIL: readonly Golden[] = [
  [
    "back-to-back long runs after Wednesday's hills: A on Thursday (−3), B on Sunday evening (15), 72 h later; Monday would be the rest day (27)",
    "A thu 18:00, B sun 18:00 = 12",
    "tue easy, wed key, thu easy, sat long 180, sun long 150",
    {},
  ],
  [
    "a night run from Saturday 22:00: Friday evening ends 27.5 h before it, 12 for heavy legs and nothing for moderate ones",
    "A mon 18:00, B fri 18:00 = 0",
    "tue easy, thu easy, sat long 22:00 480",
    {},
  ],
  [
    "hills on Wednesday evening, strength at dawn: Monday is 60 h before them, Thursday after them (−3) and 48.5 h before the long run",
    "A mon 06:00, B thu 06:00 = -3",
    "tue easy, wed key 18:30, fri easy, sat long 180, sun medium 60",
    strengthAt("06:00"),
  ],
];

const DAYS_OF_THEIR_OWN: readonly Golden[] = [
  [
    "lunch runs at 12:15 and strength after work: Tuesday is 4.9 h after the key run (10 + 10); A the day after (−3), B on Friday, 48 h (6)",
    "A wed 18:00, B fri 18:00 = 3",
    "mon easy 12:15, tue key 12:15 50, thu easy 12:15, fri easy 12:15, sun long 09:00 100",
    {},
  ],
  [
    "strength at noon on days with a lunch run comes right after it, moderate at most (4): A on a free day, B on Friday at 13:00, 73 h later",
    "A tue 12:00, B fri 13:00 = 4",
    "mon easy 12:15, wed easy 12:15, fri easy 12:15, sun long 09:00 90",
    strengthAt("12:00"),
  ],
  [
    "night shifts, runs at 16:00 and strength at 21:00: the evening after the key run is 4 h after it (20), so the day after (−3) and Monday (2)",
    "A thu 21:00, B mon 21:00 = -1",
    "mon easy 16:00, wed key 16:00, fri easy 16:00, sun long 16:00 100",
    strengthAt("21:00"),
  ],
  [
    "masters, a run every second day and strength between: Tuesday is 12.5 h before the key run; −3 on Thursday, 12 before the long run, 6 for 48 h",
    "A thu 18:00, B sat 18:00 = 15",
    "mon easy, wed key, fri easy, sun long",
    settings({ twoADay: false }),
  ],
  [
    "twice a day like a triathlete, noon or 20:00, Friday off: noon after the key run (−3), then straight after Saturday's short run (4), 19 h before the long one (12)",
    "A wed 12:00, B sat 12:30 = 13",
    "tue key 06:00, tue easy 30 18:00, thu medium 06:00, thu easy 30 18:00, sat easy 30 12:00, sun long 08:00 100",
    settings({ strengthTime: time("12:00"), otherTime: time("20:00"), restDay: "fri" }),
  ],
  [
    "a second time of day that is no better leaves the preferred one, however much larger the gap",
    "A mon 18:00, B sun 18:00 = 0",
    "",
    settings({ otherTime: time("06:00") }),
  ],
  [
    "Monday and Sunday belong to the family: A on Thursday (−3), B after the long run (15), 48 h later (6)",
    "A thu 18:00, B sat 18:00 = 18",
    SAMPLE,
    settings({ lockedDays: ["mon", "sun"] }),
  ],
  [
    "twenty minutes on four days: B (30 min) fits on Tuesday to Thursday only, where A or the key run stands; light legs on Monday instead (36 − 3)",
    "A thu 18:00, L mon 18:00 = 33",
    SAMPLE,
    { ...settings({ minutesOn: { mon: 20, fri: 20, sat: 20, sun: 20 } }), ...ownMinutes },
  ],
  [
    "Thursday locked and strength welcome on the rest day: Sunday costs the 2 of the day after the long run, and is 60.5 h before the key run",
    "A sun 18:00, B mon 18:00 = 2",
    SAMPLE,
    settings({ lockedDays: ["thu"], restDayPenalty: 0 }),
  ],
  [
    "three days of travel from Tuesday: Sunday evening on the rest day (25 + 2) and Monday; Monday and Friday would cost 20 + 12",
    "A sun 18:00, B mon 18:00 = 27",
    SAMPLE,
    away("tue", "thu", "travel"),
  ],
  [
    "ill until Thursday: B 12.5 h before the long run (12), A on the rest day (25 + 2), 48 h apart (6); any smaller week costs more",
    "A sun 18:00, B fri 18:00 = 45",
    SAMPLE,
    away("mon", "thu", "illness"),
  ],
  [
    "heavy A and B, ill until Thursday: only Sunday has a place for heavy legs, light ones on Friday instead of B (36 + 27)",
    "A sun 18:00, L fri 18:00 = 63",
    SAMPLE,
    { ...away("mon", "thu", "illness"), ...bothHeavy },
  ],
];

const RACES: readonly Golden[] = [
  [
    "two weeks before a 10 k, A and light legs: A after the key run (−3), light legs 72 h later on Saturday",
    "A wed 18:00, L sat 18:00 = -3",
    "mon easy, tue key, thu easy, sun long 75",
    { ask: "AL", once: [race(on("sun", 2), "short")] },
  ],
  [
    "race week of a 10 k on Sunday: T1 the day after Tuesday's short key run (−3), 4 days and 86.5 h before the race",
    "T1 wed 18:00 = -3",
    "tue key 40, thu easy 30, fri easy 20",
    { ask: "T1", once: [race(on("sun"), "short")] },
  ],
  [
    "two weeks before a half, T2 and light legs: −3 on Thursday for one of them, 72 h from Monday; between equals the earlier A",
    "T2 mon 18:00, L thu 18:00 = -3",
    SAMPLE,
    { ask: "T2L", once: [race(on("sun", 2), "half")] },
  ],
  [
    "race week of a half on Sunday: the day after Wednesday's key run is 62.5 h before the race, 72 h stay free, so Monday (0)",
    "T1 mon 18:00 = 0",
    "mon easy 40, wed key 40, fri easy 20",
    { ask: "T1", once: [race(on("sun"), "half")] },
  ],
  [
    "three weeks before a marathon, fewer sets make both moderate: Monday is 36.5 h before the key run, Thursday the day after (−3), 72 h",
    "A mon 18:00, B thu 18:00 = -3",
    SAMPLE,
    { ...bothModerate, once: [race(on("sun", 3), "marathon")] },
  ],
  [
    "ten days before a marathon: T2 once, the day after the key run (−3)",
    "T2 thu 18:00 = -3",
    SAMPLE,
    { ask: "T2", once: [race(on("sun", 2), "marathon")] },
  ],
  [
    "race week of a marathon on Sunday: Tuesday, the day after a short key run (−3), ends 110.5 h before it; 96 h stay free",
    "T1 tue 18:00 = -3",
    "mon key 40, wed easy 30, fri easy 20",
    { ask: "T1", once: [race(on("sun"), "marathon")] },
  ],
  [
    "the week before an ultra that starts on a Thursday: the day after the key run is 7 days before it, moderate legs need 8, so Monday (0)",
    "T2 mon 18:00 = 0",
    SAMPLE,
    { ask: "T2", once: [race(on("thu", 2), "ultra")] },
  ],
  [
    "the week of an ultra asks for nothing",
    "nothing = 0",
    "tue easy 30, thu easy 30",
    { ask: "none", once: [race(on("sat"), "ultra")] },
  ],
  [
    "the week after a marathon, light legs once: not on Monday, the day after it (2)",
    "L tue 18:00 = 0",
    "wed recovery 30, fri recovery 30, sun easy 45",
    { ask: "L", once: [race(on("sun", 0), "marathon")] },
  ],
  [
    "A and B a week after a half all the same: moderate and heavy legs wait 7 days, so core and light legs (110), as far apart as can be",
    "C mon 18:00, L sun 18:00 = 110",
    "wed easy 40, sat easy 50",
    { once: [race(on("sun", 0), "half")] },
  ],
];

test.each<Golden>([...BEGINNERS, ...MARATHONERS, ...FAST, ...LONG_AND_TRAIL, ...DAYS_OF_THEIR_OWN, ...RACES])(
  "[PLACE1] %s",
  (_why, week, runs, changes) => {
    expect(placed(runs, changes)).toBe(week);
  },
);

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

describe("what giving up costs", () => {
  const only = (free: readonly Weekday[], changes: Parameters<typeof settings>[0] = {}) =>
    settings({ lockedDays: WEEKDAYS.filter((weekday) => !free.includes(weekday)), ...changes });
  // Heavy legs need 48 h before Wednesday's key run: Monday has them for moderate ones only, Tuesday for light ones.
  const noHeavy = (...free: readonly Weekday[]) => only(free, { keyRunHours: 48 });
  // At 19:00 Tuesday is 11.5 h before it: core is left.
  const tuesdayLate = only(["tue"], { strengthTime: time("19:00") });
  const KEY = "wed key";
  const TWO_KEYS = "wed key, thu key";

  const GIVEN_UP: readonly [ask: WeekAsk, week: string, runs: string, changes: Changes][] = [
    ["AB", "A mon 18:00, B wed 18:00 = 6", "", { ...only(["mon", "wed"]), ...bothHeavy }],
    ["AB", "A mon 18:00, L tue 18:00 = 36", "", { ...only(["mon", "tue"]), ...bothHeavy }],
    ["AB", "A mon 18:00 = 60", "", only(["mon"])],
    ["AB", "V mon 18:00, L tue 18:00 = 70", KEY, noHeavy("mon", "tue")],
    ["AB", "V mon 18:00 = 90", KEY, noHeavy("mon")],
    ["AB", "C wed 18:00, L tue 18:00 = 110", TWO_KEYS, only(["tue", "wed"])],
    ["AB", "C tue 19:00 = 140", KEY, tuesdayLate],
    ["AB", "nothing = 200", "", only([])],
    ["AL", "A mon 18:00 = 24", "", only(["mon"])],
    ["AL", "V mon 18:00, L tue 18:00 = 34", KEY, noHeavy("mon", "tue")],
    ["AL", "V mon 18:00 = 54", KEY, noHeavy("mon")],
    ["AL", "C wed 18:00, L tue 18:00 = 74", TWO_KEYS, only(["tue", "wed"])],
    ["AL", "C tue 19:00 = 104", KEY, tuesdayLate],
    ["AL", "nothing = 164", "", only([])],
    ["M", "V mon 18:00 = 30", KEY, noHeavy("mon")],
    ["M", "L tue 18:00 = 50", KEY, noHeavy("tue")],
    ["M", "C tue 19:00 = 80", KEY, tuesdayLate],
    ["M", "nothing = 140", "", only([])],
    ["T2L", "T2 mon 18:00 = 24", "", only(["mon"])],
    ["T2L", "C wed 18:00, L tue 18:00 = 74", TWO_KEYS, only(["tue", "wed"])],
    ["T2L", "C tue 19:00 = 104", KEY, tuesdayLate],
    ["T2L", "nothing = 164", "", only([])],
    ["T2", "L tue 18:00 = 50", KEY, only(["tue"])],
    ["T2", "C tue 19:00 = 80", KEY, tuesdayLate],
    ["T2", "nothing = 140", "", only([])],
    ["T1", "C tue 19:00 = 80", KEY, tuesdayLate],
    ["T1", "nothing = 140", "", only([])],
    ["L", "C tue 19:00 = 80", KEY, tuesdayLate],
    ["L", "nothing = 140", "", only([])],
    ["none", "nothing = 0", "", {}],
  ];

  test.each(GIVEN_UP)("[PLACE4] asked %s: %s", (ask, week, runs, changes) => {
    expect(placed(runs, { ask, ...changes })).toBe(week);
  });

  const onMonday = (kind: "B" | "L") => ({
    fixed: [{ slot: "B" as const, kind, date: on("mon"), startTime: time("18:00"), movedByHand: true }],
  });

  const ONE_OF_TWO: readonly [why: string, week: string, runs: string, changes: Changes][] = [
    ["B skipped, V for A", "V mon 18:00 = 30", KEY, { ...noHeavy("mon"), skipped: ["B"] }],
    ["B skipped, core for A", "C tue 19:00 = 80", KEY, { ...tuesdayLate, skipped: ["B"] }],
    ["B skipped, nothing for A", "nothing = 140", "", { ...only([]), skipped: ["B"] }],
    ["A skipped, light legs for B", "L tue 18:00 = 50", KEY, { ...only(["tue"]), skipped: ["A"] }],
    ["A skipped, core for B", "C tue 19:00 = 80", KEY, { ...tuesdayLate, skipped: ["A"] }],
    ["A skipped, nothing for B", "nothing = 140", "", { ...only([]), skipped: ["A"] }],
    // 48 h apart costs 6. A hand on B makes A smaller only where A has no place.
    ["B by hand, A 48 h later", "A wed 18:00, B mon 18:00 = 6", "", { ...only(["wed"]), ...onMonday("B") }],
    ["B by hand, V for A", "V wed 18:00, B mon 18:00 = 102", "fri key", { ...noHeavy("wed"), ...onMonday("B") }],
    ["B by hand, no A", "B mon 18:00 = 206", "", { ...only([]), ...onMonday("B") }],
    ["light legs by hand, and A", "A wed 18:00, L mon 18:00 = 36", "", { ...only(["wed"]), ...onMonday("L") }],
    [
      "light legs by hand, V for A",
      "V wed 18:00, L mon 18:00 = 70",
      "fri key",
      { ...noHeavy("wed"), ...onMonday("L") },
    ],
    ["light legs by hand, core for A", "C tue 19:00, L mon 18:00 = 110", KEY, { ...tuesdayLate, ...onMonday("L") }],
    ["light legs by hand, no A", "L mon 18:00 = 206", "", { ...only([]), ...onMonday("L") }],
  ];

  test.each(ONE_OF_TWO)("[PLACE4][PLACE11] %s: %s", (_why, week, runs, changes) => {
    expect(placed(runs, changes)).toBe(week);
  });
});

test("[PLACE5] a session starts at the strength time, or right after the run that takes that time", () => {
  expect(placed("mon easy 45 17:30", settings({ lockedDays: ["tue", "wed", "thu", "fri", "sat", "sun"] }))).toBe(
    "V mon 18:15 = 94",
  );
  expect(placed("mon easy 45 17:00", settings({ lockedDays: ["tue", "wed", "thu", "fri", "sat", "sun"] }))).toContain(
    "mon 18:00",
  );
});

test("[PLACE5] a run that ends at midnight leaves no time on its day, a minute earlier it does", () => {
  const late = (minutes: number) =>
    placed(`wed easy 21:00 ${minutes}`, {
      ...settings({ strengthTime: time("21:00"), lockedDays: WEEKDAYS.filter((weekday) => weekday !== "wed") }),
      doseOf: doses("none", "none"),
    });
  expect(late(179)).toBe("A wed 23:59 = 60");
  expect(late(180)).toBe("nothing = 200");
});
