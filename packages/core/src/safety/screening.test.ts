import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays } from "../calendar";
import type { Json } from "../record";
import { day } from "../testing";
import {
  ageGroup,
  BLOCKING_QUESTIONS,
  judgeScreening,
  questionsDue,
  readScreening,
  safetyLimits,
  SCREENING_QUESTIONS,
  screeningJson,
  UNANSWERED,
} from "./index";
import { anyScreening, answered, TODAY } from "../testing/screenings";

const RUNS = Number(process.env["LEGWORK_CASES"] ?? 1000);

const anyJson = fc.jsonValue() as fc.Arbitrary<Json>;
const anyStored = fc.record(
  {
    answeredOn: fc.oneof(fc.constantFrom("2026-11-30", "2026-02-30", ""), anyJson),
    answers: fc.oneof(
      anyJson,
      fc.dictionary(fc.constantFrom(...SCREENING_QUESTIONS), fc.oneof(fc.boolean(), anyJson)) as fc.Arbitrary<Json>,
    ),
    dates: anyJson,
    birthYear: fc.oneof(fc.constant(1988), anyJson),
    clearedOn: fc.oneof(fc.constant("2026-11-30"), anyJson),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<Json>;

describe("reading", () => {
  test("[SAFE1] any JSON reads as a screening, and an answer that it does not hold is missing", () => {
    fc.assert(
      fc.property(fc.oneof(anyJson, anyStored, fc.constant(undefined)), (json) => {
        const screening = readScreening(json);
        for (const [question, answer] of Object.entries(screening.answers)) {
          expect(SCREENING_QUESTIONS).toContain(question);
          expect(typeof answer.yes).toBe("boolean");
        }
        safetyLimits(screening, TODAY);
        questionsDue(screening, { today: TODAY, lastLegs: null });
      }),
      { numRuns: RUNS },
    );
    for (const json of [undefined, null, 7, "yes", [], [true], { answers: ["heart"] }, { answers: { heart: "no" } }])
      expect(readScreening(json)).toEqual(UNANSWERED);
  });

  test("[SAFE1] what was stored with one day for all answers is read, and without a day it is no answer", () => {
    const answers = { heart: true, fainting: false, other: true };
    expect(readScreening({ answeredOn: "2026-11-30", answers, birthYear: 1988, clearedOn: "2026-12-01" })).toEqual({
      answers: { heart: { yes: true, on: "2026-11-30" }, fainting: { yes: false, on: "2026-11-30" } },
      birthYear: 1988,
      clearedOn: "2026-12-01",
    });
    expect(readScreening({ answers }).answers).toEqual({});
  });

  test("[SAFE1] what is written reads back the same", () => {
    fc.assert(
      fc.property(anyScreening, (screening) => {
        expect(readScreening(screeningJson(screening))).toEqual(screening);
      }),
      { numRuns: RUNS },
    );
  });
});

describe("before week 1", () => {
  const VERDICTS = {
    heart: "advice",
    chestPain: "blocked",
    fainting: "blocked",
    breathless: "blocked",
    longTermIllness: "advice",
    bonesAndJoints: "advice",
    supervisedOnly: "blocked",
    pregnancy: "blocked",
    lowEnergy: "blocked",
  } as const;

  test.each(SCREENING_QUESTIONS)(
    "[SAFE2] a yes to %s blocks or advises as the table says, and cleared it advises",
    (question) => {
      const screening = answered({ yes: [question] });
      expect(judgeScreening(screening, TODAY).kind).toBe(VERDICTS[question]);
      expect(judgeScreening({ ...screening, clearedOn: TODAY }, TODAY).kind).toBe("advice");
      expect(safetyLimits(screening, TODAY).blocked).toBe(VERDICTS[question] === "blocked");
    },
  );

  test("[SAFE2] ten times no is free, and a clearance from before a yes does not clear it", () => {
    expect(judgeScreening(answered({}), TODAY)).toEqual({ kind: "free" });
    const early = { ...answered({ yes: ["fainting"] }), clearedOn: addDays(TODAY, -1) };
    expect(judgeScreening(early, TODAY)).toEqual({ kind: "blocked", by: ["fainting"] });
  });

  test("[SAFE3] whatever else was said, a question left open keeps the start closed", () => {
    fc.assert(
      fc.property(anyScreening, fc.constantFrom(...SCREENING_QUESTIONS), (screening, open) => {
        const { [open]: _, ...answers } = screening.answers;
        const limits = safetyLimits({ ...screening, answers }, TODAY);
        expect(limits.blocked).toBe(true);
        expect(limits.springDrills).toBe(false);
      }),
      { numRuns: RUNS },
    );
    expect(judgeScreening({ ...answered({}), birthYear: null }, TODAY)).toEqual({
      kind: "unanswered",
      missing: "birthYear",
    });
    expect(BLOCKING_QUESTIONS.every((question) => SCREENING_QUESTIONS.includes(question))).toBe(true);
  });

  test("[SAFE3] the year of birth puts a runner in the stricter of its two ages, and under 13 is refused", () => {
    const years = {
      2013: "tooYoung",
      2012: "under18",
      2008: "under18",
      2007: "adult",
      1967: "adult",
      1966: "sixtyPlus",
    };
    for (const [year, group] of Object.entries(years)) expect(ageGroup(Number(year), TODAY)).toBe(group);
    for (const year of [null, 1850, 2030, 1988.5, Number.NaN]) expect(ageGroup(year, TODAY)).toBe("unknown");
    expect(judgeScreening(answered({ birthYear: 2013 }), TODAY).kind).toBe("tooYoung");
    expect(safetyLimits(answered({ birthYear: 2013 }), TODAY).blocked).toBe(true);
    expect(judgeScreening(answered({ birthYear: 2012 }), TODAY).kind).toBe("advice");
  });
});

describe("asking again", () => {
  const due = (answeredAgo: number, legsAgo: number | null) =>
    questionsDue(answered({ on: addDays(TODAY, -answeredAgo) }), {
      today: TODAY,
      lastLegs: legsAgo === null ? null : addDays(TODAY, -legsAgo),
    });

  test("[SAFE4] an answer stands until its time is over: birth twelve weeks, bones six months", () => {
    expect(due(83, 2)).toEqual([]);
    expect(due(84, 2)).toEqual(["pregnancy"]);
    expect(due(181, 2)).toEqual(["pregnancy"]);
    expect(due(182, 2)).toEqual(["bonesAndJoints", "pregnancy"]);
  });

  test("[SAFE4] after 84 days without a leg session everything is asked, once", () => {
    expect(due(80, 83)).toEqual([]);
    expect(due(80, 84)).toEqual(SCREENING_QUESTIONS);
    expect(due(0, 84)).toEqual([]);
    expect(due(10, 100)).toEqual([]);
    expect(due(20, 100)).toEqual(SCREENING_QUESTIONS);
    expect(due(84, null)).toEqual(SCREENING_QUESTIONS);
    expect(due(83, null)).toEqual([]);
  });

  test("[SAFE4] what was never answered is due, and what is answered today is not", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 }), (legsAgo) => {
        const asked = { today: TODAY, lastLegs: addDays(TODAY, -legsAgo) };
        expect(questionsDue(UNANSWERED, asked)).toEqual(SCREENING_QUESTIONS);
        expect(questionsDue(answered({ on: TODAY }), asked)).toEqual([]);
      }),
      { numRuns: RUNS },
    );
    expect(
      questionsDue(readScreening({ answeredOn: "2026-11-30", answers: { heart: false } }), {
        today: day("2026-11-30"),
        lastLegs: null,
      }),
    ).not.toContain("heart");
  });
});
