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
  expect(first?.sessions[1]?.rejected[1]).toEqual({
    date: "2026-09-01",
    status: "blocked",
    rule: "C1",
    text: "13 h before Wednesday’s key run; heavy legs need 36 h.",
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
  ["tooManyRuns: runs has more than 400 runs.", { ...SAMPLE, runs: Array.from({ length: 401 }, () => run) }],
];

test.each(MISSHAPEN)("[PRE4] refuses: %s", (expected, input) => {
  expect(refusal(input)).toBe(expected);
});

const NOT_BUILT: readonly Refused[] = [
  [
    "notBuiltYet: race: planning around a race is not built yet, so it is refused rather than passed over.",
    { ...SAMPLE, race: { date: "2026-11-01", distance: "half" } },
  ],
  [
    "notBuiltYet: runs[0].kind: planning around a race is not built yet, so it is refused rather than passed over.",
    withRun({ ...run, kind: "race" }),
  ],
];

test.each(NOT_BUILT)("[PRE5] refuses: %s", (expected, input) => {
  expect(refusal(input)).toBe(expected);
});

const WEEK = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

const CONTRADICTIONS: readonly Refused[] = [
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
        },
        { requiredKeys: [] },
      ),
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
