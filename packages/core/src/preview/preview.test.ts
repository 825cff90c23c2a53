import fc from "fast-check";
import { createTranslator } from "use-intl/core";
import * as v from "valibot";
import { expect, test, vi } from "vitest";
import exercise from "../../messages/en/exercise.json";
import placement from "../../messages/en/placement.json";
import { parseLocalDate, weekdayOf, type LocalDate } from "../calendar";
import { SAMPLE_WEEK } from "../run";
import {
  answerWithTexts,
  parsePreviewRequest,
  PREVIEW_PROBLEM_CODES,
  PreviewAnswerSchema,
  previewPlan,
  type PreviewAnswer,
} from "./index";

vi.setConfig({ testTimeout: 60_000 });

const translator = createTranslator({
  locale: "en",
  messages: { exercise, placement },
  onError(error) {
    throw error;
  },
});
const translate = (key: string, values?: Readonly<Record<string, string | number>>) =>
  translator(key as Parameters<typeof translator>[0], values);

const SAMPLE_RUNS = SAMPLE_WEEK.runs.map(({ day, kind, minutes }) => ({ day, kind, minutes }));
const SAMPLE = { startDate: "2026-08-31", kit: "dumbbells", runs: SAMPLE_RUNS };

function preview(input: unknown): PreviewAnswer {
  const parsed = parsePreviewRequest(input);
  if (!parsed.ok) throw new Error(`${parsed.problem.code} at ${parsed.problem.at}`);
  return answerWithTexts(previewPlan(parsed.request), translate);
}

function refusal(input: unknown): string {
  const parsed = parsePreviewRequest(input);
  if (parsed.ok) return "accepted";
  const { code, at, values } = parsed.problem;
  return `${code}: ${translate(`placement.problem.${code}`, { at, ...values })}`;
}

const days = (answer: PreviewAnswer) =>
  answer.weeks.map(({ sessions }) => sessions.map(({ kind, date }) => `${kind} ${weekday(date)}`).join(", "));

function weekday(date: string): string {
  const parsed = parseLocalDate(date);
  return parsed === null ? date : weekdayOf(parsed);
}

test("[PRE1] the same request is answered byte for byte the same, whatever the order of its fields and runs", () => {
  const shuffled = {
    runs: SAMPLE_RUNS.toReversed(),
    kit: "dumbbells",
    weeks: 12,
    strength: {},
    startDate: "2026-08-31",
  };
  expect(JSON.stringify(preview(shuffled))).toBe(JSON.stringify(preview(SAMPLE)));
});

test("[PRE1] ids differ from week to week, slot to slot and request to request", () => {
  const ids = (input: unknown) => preview(input).weeks.flatMap(({ sessions }) => sessions.map(({ id }) => id));
  const both = [...ids(SAMPLE), ...ids({ ...SAMPLE, kit: "band" })];
  expect(new Set(both).size).toBe(48);
  expect(both.every((id) => v.is(v.pipe(v.string(), v.uuid()), id))).toBe(true);
});

test("[PRE2] the sample week gets B on Monday and A on Thursday in all twelve weeks", () => {
  expect(days(preview(SAMPLE))).toEqual(Array.from({ length: 12 }, () => "B mon, A thu"));
});

test("[PRE3] each session carries minutes, leg load, exercises, its reasons and a verdict on six days", () => {
  const answer = preview(SAMPLE);
  expect(v.parse(v.strictObject(PreviewAnswerSchema.entries), answer)).toEqual(answer);
  for (const { sessions } of answer.weeks)
    for (const session of sessions) {
      expect(session.rejected).toHaveLength(6);
      expect(session.why.length).toBeGreaterThan(0);
      expect(session.exercises.length).toBeGreaterThan(4);
      expect(session.minutes.superset).toBeLessThan(session.minutes.straight);
    }
  const [first] = answer.weeks;
  expect(first?.sessions[1]).toMatchObject({
    kind: "A",
    date: "2026-09-03",
    startTime: "18:00",
    minutes: { superset: 20.1, straight: 26.1 },
    legLoad: { points: 8.4, class: "heavy" },
    why: [
      { rule: "C13", text: "The day after Wednesday’s key run." },
      { rule: "C5", text: "36 h before Saturday’s long run; heavy legs need 24 h." },
    ],
  });
  // Week 1 holds the first A, which C19 keeps even further away; from week 2 on C1 speaks.
  const { found, ...tuesday } = answer.weeks[1]?.sessions[1]?.rejected[1] ?? {};
  expect(tuesday).toEqual({
    date: "2026-09-08",
    status: "blocked",
    rule: "C1",
    code: "tooCloseToKey",
    text: "13 h before Wednesday’s key run; heavy legs need 36 h.",
    needed: 36,
    run: { kind: "key", date: "2026-09-09" },
  });
  expect(found).toBeCloseTo(12.67, 1);
});

test("[PRE3] what a week gives up says the rule, what stands instead, and the one change that would help", () => {
  const locked = ["mon", "tue", "wed", "thu", "fri", "sat"];
  const { weeks } = preview({ ...SAMPLE, weeks: 1, strength: { lockedDays: locked } });
  expect(weeks[0]?.shortfall).toHaveLength(1);
  expect(weeks[0]?.shortfall[0]).toMatchObject({
    asked: "B",
    instead: null,
    rule: "locked",
    reason: { code: "locked" },
    freeing: { change: "unlock", day: "mon" },
  });
});

test("[PRE3] phases and reduced weeks are those of the programme, and session A holds its minutes and points", () => {
  const { weeks } = preview(SAMPLE);
  expect(weeks.map(({ phase }) => phase)).toEqual([1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3]);
  expect(weeks.filter(({ reduced }) => reduced).map(({ week }) => week)).toEqual([4, 8, 12]);
  const A = weeks.flatMap(({ sessions }) => sessions.filter(({ kind }) => kind === "A"));
  expect(A.map(({ legLoad }) => legLoad.points)).toEqual([8.4, 8.4, 11.2, 5.6, 11.5, 12, 14.4, 5.6, 15, 15, 15, 5.6]);
  const seconds = weeks[0]?.sessions[0]?.exercises.filter((each) => each.seconds !== undefined);
  expect(seconds?.map(({ pattern, reps }) => [pattern, reps])).toEqual([["P6F", undefined]]);
});

test("[PRE3] a limit of minutes shortens the sessions, and the kind says what they became", () => {
  const { weeks } = preview({ ...SAMPLE, weeks: 1, strength: { maxMinutes: 15 } });
  expect(weeks[0]?.sessions.map(({ kind }) => kind)).toEqual(["V", "V"]);
  expect(weeks[0]?.sessions.every(({ minutes }) => minutes.superset <= 15)).toBe(true);
});

test("[PLACE6] in a week begun late the days before the start are refused by the rule start", () => {
  const { weeks } = preview({ ...SAMPLE, startDate: "2026-09-03", weeks: 1 });
  expect(days({ weeks })).toEqual(["A thu, B sat"]);
  expect(weeks[0]?.sessions[0]?.rejected.filter(({ rule }) => rule === "start")).toHaveLength(3);
  expect(preview({ ...SAMPLE, startDate: "2026-09-04", weeks: 1 }).weeks[0]?.sessions[0]?.date).toBe("2026-09-07");
});

const withRun = (run: unknown) => ({ ...SAMPLE, runs: [run] });
const run = { day: "mon", kind: "easy", minutes: 40 };

type Refused = readonly [expected: string, input: unknown];

const MISSHAPEN: readonly Refused[] = [
  ["notAnObject: The request must be a JSON object.", null],
  ["notAnObject: The request must be a JSON object.", []],
  ["missingField: startDate is missing.", { kit: "gym", runs: [] }],
  ["missingField: kit is missing.", { ...SAMPLE, kit: undefined }],
  ["unknownField: colour is not a field of this request.", { ...SAMPLE, colour: "red" }],
  ["unknownField: runs[0].pace is not a field of this request.", withRun({ ...run, pace: 5 })],
  ["unknownValue: kit must be one of none, band, dumbbells, gym.", { ...SAMPLE, kit: "barbell" }],
  [
    "unknownValue: runs[0].kind must be one of easy, medium, key, long, race, recovery.",
    withRun({ ...run, kind: "fartlek" }),
  ],
  ["outOfRange: runs[0].minutes must be between 1 and 1440.", withRun({ ...run, minutes: 0 })],
  ["outOfRange: runs[0].minutes must be between 1 and 1440.", withRun({ ...run, minutes: 10_000 })],
  ["notWhole: runs[0].minutes must be a whole number.", withRun({ ...run, minutes: 40.5 })],
  ["wrongType: runs[0].minutes must be a number.", withRun({ ...run, minutes: "40" })],
  ["wrongType: runs must be a list.", { ...SAMPLE, runs: {} }],
  ["wrongType: runs[0] must be an object.", withRun(7)],
  ["wrongType: strength must be an object.", { ...SAMPLE, strength: [] }],
  ["wrongType: strength.twoADay must be true or false.", { ...SAMPLE, strength: { twoADay: "no" } }],
  ["outOfRange: weeks must be between 1 and 12.", { ...SAMPLE, weeks: 13 }],
  ["outOfRange: strength.maxMinutes must be between 10 and 180.", { ...SAMPLE, strength: { maxMinutes: 5 } }],
  ["outOfRange: startDate must be between 2000-01-01 and 2099-12-31.", { ...SAMPLE, startDate: "1900-01-01" }],
  ["notADate: startDate must be an existing day, written YYYY-MM-DD.", { ...SAMPLE, startDate: "2026-02-30" }],
  ["notADate: startDate must be an existing day, written YYYY-MM-DD.", { ...SAMPLE, startDate: "tomorrow" }],
  [
    "notAClockTime: runs[0].startTime must be a clock time, written HH:MM, from 00:00 to 23:59.",
    withRun({ ...run, startTime: "25:00" }),
  ],
  ["dayOrDate: runs[0] must have either day (every week) or date (once).", withRun({ ...run, date: "2026-09-01" })],
  ["outOfRange: runs[0].minutes must be between 1 and 1440.", withRun({ ...run, minutes: 2_000 })],
  ["outOfRange: strength.keyRunHours must be between 24 and 72.", { ...SAMPLE, strength: { keyRunHours: 12 } }],
  ["outOfRange: strength.restDayPenalty must be between 0 and 100.", { ...SAMPLE, strength: { restDayPenalty: 101 } }],
  [
    "outOfRange: strength.minutesOn.tue must be between 0 and 180.",
    { ...SAMPLE, strength: { minutesOn: { tue: 900 } } },
  ],
  ["outOfRange: volume.lastWeeks[1] must be between 0 and 6000.", { ...SAMPLE, volume: { lastWeeks: [100, 9_000] } }],
  [
    "tooMany: volume.lastWeeks has more than 12 entries.",
    { ...SAMPLE, volume: { lastWeeks: Array.from({ length: 13 }, () => 200) } },
  ],
  ["wrongType: volume must be an object.", { ...SAMPLE, volume: [] }],
  [
    "unknownValue: races[0].distance must be one of short, half, marathon, ultra.",
    { ...SAMPLE, races: [{ date: "2026-10-04", distance: "mile" }] },
  ],
  [
    "notADate: races[0].date must be an existing day, written YYYY-MM-DD.",
    { ...SAMPLE, races: [{ date: "2026-02-30", distance: "half" }] },
  ],
  [
    "outOfRange: timeOff[0].to must be between 2000-01-01 and 2099-12-31.",
    { ...SAMPLE, timeOff: [{ from: "2026-09-08", to: "2199-09-07", reason: "travel" }] },
  ],
  [
    "notAClockTime: strength.otherTime must be a clock time, written HH:MM, from 00:00 to 23:59.",
    { ...SAMPLE, strength: { otherTime: "25:00" } },
  ],
  ["tooManyRuns: runs has more than 400 runs.", { ...SAMPLE, runs: Array.from({ length: 401 }, () => run) }],
];

test.each(MISSHAPEN)("[PRE4] refuses: %s", (expected, input) => {
  expect(refusal(input)).toBe(expected);
});

const kinds = (answer: PreviewAnswer) => answer.weeks.map(({ sessions }) => sessions.map(({ kind }) => kind).join(" "));

test("[PRE5] a half marathon in week 8 brings a taper, a race week and a week of recovery, and the programme waits for it", () => {
  const answer = preview({ ...SAMPLE, races: [{ date: "2026-10-25", distance: "half" }] });
  expect(answer.weeks.map(({ ask }) => ask)).toEqual([
    "AB",
    "AB",
    "AB",
    "AB",
    "AB",
    "AB",
    "T2L",
    "T1",
    "L",
    "AB",
    "AB",
    "AB",
  ]);
  expect(answer.weeks.map(({ programmeWeek }) => programmeWeek)).toEqual([1, 2, 3, 4, 5, 6, 7, 7, 7, 7, 8, 9]);
  expect(kinds(answer).slice(6, 9)).toEqual(["T2 L", "T1", "L"]);
  expect(answer.weeks[6]?.notices).toMatchObject([{ rule: "C17", text: "The taper before your race." }]);
  const inTaper = answer.weeks.slice(5, 8).flatMap(({ sessions }) => sessions.flatMap(({ exercises }) => exercises));
  expect(inTaper.every(({ exercise }) => !/Nordic/.test(exercise))).toBe(true);
});

test("[PRE5] on the day of a race the weekly run makes way; a run of kind race without a distance is a key run", () => {
  const raced = preview({ ...SAMPLE, races: [{ date: "2026-09-19", distance: "short", startTime: "10:00" }] });
  expect(JSON.stringify(raced.weeks[2])).not.toContain('"kind":"long"');
  const asRace = SAMPLE_RUNS.map((each) => ({ ...each, kind: each.kind === "key" ? "race" : each.kind }));
  const training = preview({ ...SAMPLE, runs: asRace });
  expect(days(training)).toEqual(days(preview(SAMPLE)));
  expect(training.weeks.every(({ ask }) => ask === "AB")).toBe(true);
});

test("[PRE9] days of illness or travel hold no session, days without kit hold one without equipment", () => {
  const ill = preview({ ...SAMPLE, timeOff: [{ from: "2026-09-07", to: "2026-09-16", reason: "illness" }] });
  expect(days(ill).slice(0, 3)).toEqual(["B mon, A thu", "", "A thu, B sat"]);
  expect(ill.weeks[1]).toMatchObject({ ask: "none", notices: [{ rule: "away", text: "You are ill all week." }] });
  expect(ill.weeks[2]?.sessions[0]?.rejected[0]).toMatchObject({ status: "blocked", rule: "away" });
  const away = [{ from: "2026-09-07", to: "2026-09-13", reason: "holiday", sessions: "withoutKit" }];
  const travelling = preview({ ...SAMPLE, timeOff: away });
  const names = (index: number) => travelling.weeks[index]?.sessions.flatMap(({ exercises }) => exercises) ?? [];
  expect(days(travelling)).toEqual(days(preview(SAMPLE)));
  expect(names(1).map(({ exercise }) => exercise)).toEqual(
    preview({ ...SAMPLE, kit: "none" }).weeks[1]?.sessions.flatMap(({ exercises }) =>
      exercises.map(({ exercise }) => exercise),
    ),
  );
});

test("[PRE10] a week of far more running keeps two sessions, one of them light; the second in a row keeps one", () => {
  const more = (date: string) => ({ date, kind: "easy", minutes: 70 });
  const volume = { lastWeeks: [260, 260, 260, 260] };
  const single = preview({ ...SAMPLE, volume, runs: [...SAMPLE_RUNS, more("2026-09-15")] });
  expect(single.weeks.map(({ ask }) => ask).slice(0, 4)).toEqual(["AB", "AB", "AL", "AB"]);
  expect(single.weeks[2]?.volume).toMatchObject({ status: "high", because: "minutes", base: 260 });
  const twice = preview({ ...SAMPLE, volume, runs: [...SAMPLE_RUNS, more("2026-09-15"), more("2026-09-22")] });
  expect(twice.weeks.map(({ ask }) => ask).slice(2, 6)).toEqual(["AL", "M", "M", "AB"]);
  const marked = preview({ ...SAMPLE, volume: { peaks: [{ from: "2026-09-14", to: "2026-09-20" }] } });
  expect(marked.weeks[2]).toMatchObject({ ask: "M", notices: [{ rule: "C18" }] });
});

test("[PRE10] a run far longer than the last ones is named, and nothing is said of steady weeks", () => {
  const saturdays = ["2026-08-29", "2026-09-05", "2026-09-12", "2026-09-19", "2026-09-26"];
  const longRuns = saturdays.map((date, index) => ({ date, kind: "long", minutes: index === 4 ? 105 : 90 }));
  const runs = [...SAMPLE_RUNS.filter(({ kind }) => kind !== "long"), ...longRuns];
  const { weeks } = preview({ ...SAMPLE, runs });
  expect(weeks[3]?.notices).toEqual([
    {
      rule: "C16",
      code: "longRunJump",
      text: "Saturday’s run takes 105 min, far longer than any of the last 30 days (90 min): nothing new begins this week.",
      found: 105,
      needed: 90,
      run: { kind: "long", date: "2026-09-26" },
    },
  ]);
  expect(weeks.flatMap(({ notices }) => notices)).toHaveLength(1);
});

test("[PRE11] the runner's own settings are parameters of the rules", () => {
  const A = (strength: unknown) =>
    preview({ ...SAMPLE, weeks: 3, strength }).weeks.map(({ sessions }) =>
      sessions.flatMap(({ kind, date, startTime }) => (kind === "A" ? [`${weekday(date)} ${startTime}`] : [])).join(),
    );
  expect(A({})).toEqual(["thu 18:00", "thu 18:00", "thu 18:00"]);
  expect(A({ longRunIsKey: true })[2]).not.toBe("thu 18:00");
  expect(A({ minutesOn: { thu: 0 } })).not.toContain("thu 18:00");
  expect(A({ startTime: "20:30", otherTime: "12:00" })[0]).toBe("thu 12:00");
  expect(A({ keyRunHours: 72 })[0]).toBe("thu 18:00");
});

const WEEK = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

const CONTRADICTIONS: Refused[] = [
  [
    "allDaysLocked: strength.lockedDays locks every day of the week, so no session can stand anywhere.",
    { ...SAMPLE, strength: { lockedDays: WEEK } },
  ],
  ["dayTwice: strength.lockedDays names a day twice.", { ...SAMPLE, strength: { lockedDays: ["mon", "mon"] } }],
  ["dayTwice: strength.lockedDays names a day twice.", { ...SAMPLE, strength: { lockedDays: [...WEEK, "mon"] } }],
  [
    "runsOverlap: runs[1] starts before runs[0] has ended.",
    {
      ...SAMPLE,
      runs: [
        { ...run, startTime: "07:00" },
        { ...run, startTime: "07:39" },
      ],
    },
  ],
  [
    "tooManyRunsOnADay: runs[4] is run number 5 of its day; 4 is the most.",
    { ...SAMPLE, runs: Array.from({ length: 8 }, () => run) },
  ],
  [
    "tooManyRunsOnADay: runs[4] is run number 5 of its day; 4 is the most.",
    { ...SAMPLE, runs: [...Array.from({ length: 4 }, () => run), { kind: "easy", minutes: 40, date: "2026-08-31" }] },
  ],
];

CONTRADICTIONS.push(
  [
    "allDaysLocked: strength.lockedDays locks every day of the week, so no session can stand anywhere.",
    { ...SAMPLE, strength: { lockedDays: WEEK.slice(1), minutesOn: { mon: 0 } } },
  ],
  [
    "raceBeforeStart: races[0].date lies before the start, 2026-08-31.",
    { ...SAMPLE, races: [{ date: "2026-08-30", distance: "half" }] },
  ],
  [
    "twoRacesOnADay: races[1].date is the second race of that day.",
    { ...SAMPLE, races: [1, 2].map(() => ({ date: "2026-10-04", distance: "short" })) },
  ],
  [
    "endsBeforeStart: timeOff[0].to lies before its first day.",
    { ...SAMPLE, timeOff: [{ from: "2026-09-08", to: "2026-09-07", reason: "travel" }] },
  ],
  [
    "endsBeforeStart: volume.peaks[0].to lies before its first day.",
    { ...SAMPLE, volume: { peaks: [{ from: "2026-09-08", to: "2026-09-07" }] } },
  ],
  [
    "sameTime: strength.otherTime is the time of strength already: leave it out or name another.",
    { ...SAMPLE, strength: { otherTime: "18:00" } },
  ],
);

test.each(CONTRADICTIONS)("[PRE6] refuses: %s", (expected, input) => {
  expect(refusal(input)).toBe(expected);
});

test("[PRE7] runs by day come back every week, a run by date stands once", () => {
  const tuesdayKey = { date: "2026-09-08", kind: "key", minutes: 50 };
  const { weeks } = preview({ ...SAMPLE, weeks: 3, runs: [...SAMPLE_RUNS, tuesdayKey] });
  expect(days({ weeks })[0]).toBe(days({ weeks })[2]);
  expect(days({ weeks })[1]).not.toBe(days({ weeks })[0]);
});

test("[PRE8] whatever it is given, the preview refuses by a known code or answers every asked week", () => {
  const day = fc.constantFrom(...WEEK, "funday");
  const anyRun = fc.record(
    {
      day,
      date: fc.constantFrom("2026-09-01", "2026-09-31", "x"),
      kind: fc.constantFrom("easy", "key", "long", "medium", "recovery", "race"),
      minutes: fc.oneof(fc.integer({ min: 1, max: 1440 }), fc.double()),
      startTime: fc.constantFrom("06:00", "18:00", "23:59", "24:00"),
    },
    { requiredKeys: ["kind", "minutes"] },
  );
  const request = fc.record(
    {
      startDate: fc.constantFrom("2026-08-31", "2026-09-04", "2099-12-31", "2000-01-01"),
      weeks: fc.integer({ min: 1, max: 3 }),
      kit: fc.constantFrom("none", "band", "dumbbells", "gym"),
      runs: fc.array(anyRun, { maxLength: 8 }),
      strength: fc.record(
        {
          startTime: fc.constantFrom("00:00", "05:00", "18:00", "23:59"),
          maxMinutes: fc.integer({ min: 10, max: 60 }),
          lockedDays: fc.subarray(WEEK),
          restDay: fc.constantFrom(...WEEK),
          twoADay: fc.boolean(),
          keyRunHours: fc.integer({ min: 20, max: 80 }),
          minutesOn: fc.dictionary(day, fc.integer({ min: 0, max: 60 }), { maxKeys: 4 }),
        },
        { requiredKeys: [] },
      ),
      races: fc.array(
        fc.record({
          date: fc.constantFrom("2026-09-20", "2026-10-04", "2026-08-01"),
          distance: fc.constantFrom("short", "half", "ultra"),
        }),
        { maxLength: 2 },
      ),
      timeOff: fc.array(
        fc.record({
          from: fc.constantFrom("2026-09-01", "2026-09-10"),
          to: fc.constantFrom("2026-09-01", "2026-09-30"),
          reason: fc.constantFrom("illness", "travel"),
          sessions: fc.constantFrom("none", "withoutKit"),
        }),
        { maxLength: 2 },
      ),
      volume: fc.record({ lastWeeks: fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 12 }) }),
    },
    { requiredKeys: ["startDate", "kit", "runs", "weeks"] },
  );
  fc.assert(
    fc.property(fc.oneof({ weight: 4, arbitrary: request }, { weight: 1, arbitrary: fc.anything() }), (input) => {
      const parsed = parsePreviewRequest(input);
      if (parsed.ok) expect(preview(input).weeks).toHaveLength(parsed.request.weeks);
      else expect(PREVIEW_PROBLEM_CODES).toContain(parsed.problem.code);
    }),
    { numRuns: 1000 },
  );
});

test("[PRE8] four hundred dated runs are planned like any other", () => {
  const dates = Array.from({ length: 90 }, (_, index) =>
    new Date(Date.UTC(2026, 7, 25 + index)).toISOString().slice(0, 10),
  );
  const runs = dates.flatMap((date) =>
    ["06:00", "10:00", "14:00", "19:00"].map((startTime) => ({
      date: date as LocalDate,
      startTime,
      kind: "easy",
      minutes: 40,
    })),
  );
  expect(preview({ ...SAMPLE, runs }).weeks).toHaveLength(12);
});
