import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays } from "../calendar";
import {
  asksBoneQuestions,
  BONE_QUESTIONS,
  BONE_SITES,
  isBoneWarning,
  isRepeatedPain,
  morningAdvice,
  NEXT_TIMES,
  nextTimeAfter,
  openBoneWarning,
  PAIN_ACTIONS,
  PAIN_SIGNS,
  PAIN_SITES,
  painAction,
  painAdvice,
  sessionAction,
  worstPain,
  worstReport,
  type Morning,
  type PainReport,
} from "./index";
import { TODAY } from "../testing/screenings";

const RUNS = Number(process.env["LEGWORK_CASES"] ?? 1000);

const LEVELS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
const anyReport: fc.Arbitrary<PainReport> = fc.record(
  {
    level: fc.integer({ min: 0, max: 10 }),
    site: fc.constantFrom(...PAIN_SITES),
    sharp: fc.constant(true as const),
    changesMovement: fc.constant(true as const),
    limping: fc.constant(true as const),
    givesWay: fc.constant(true as const),
  },
  { requiredKeys: ["level"] },
);
const anyMorning: fc.Arbitrary<Morning> = fc.record(
  { pain: fc.integer({ min: 0, max: 10 }), worse: fc.boolean() },
  { requiredKeys: [] },
);

describe("during a session", () => {
  test("[SAFE7] the height of the pain decides what goes on today", () => {
    expect(LEVELS.map((level) => painAction({ level }))).toEqual([
      "goOn",
      "goOn",
      "goOn",
      "finishNoIncrease",
      "stopExercise",
      "stopExercise",
      "stopSession",
      "stopSession",
      "stopSession",
      "stopSession",
      "stopSession",
    ]);
    expect(painAction({ level: Number.NaN })).toBe("stopSession");
  });

  test.each(PAIN_SIGNS)("[SAFE7] %s ends the session however mild the pain is", (sign) => {
    for (const level of LEVELS) expect(painAction({ level, [sign]: true })).toBe("stopSession");
  });

  test("[SAFE7] more pain or one more sign never asks for less", () => {
    fc.assert(
      fc.property(anyReport, fc.integer({ min: 0, max: 10 }), fc.constantFrom(...PAIN_SIGNS), (report, more, sign) => {
        const worse = { ...report, level: Math.max(report.level, more), [sign]: true as const };
        const higher = { ...report, level: worse.level };
        const before = PAIN_ACTIONS.indexOf(painAction(report));
        expect(PAIN_ACTIONS.indexOf(painAction(higher))).toBeGreaterThanOrEqual(before);
        expect(PAIN_ACTIONS.indexOf(painAction(worse))).toBeGreaterThanOrEqual(before);
      }),
      { numRuns: RUNS },
    );
  });
});

describe("the next morning", () => {
  const after = (level: number, morning?: Morning) => nextTimeAfter({ level }, morning);

  test("[SAFE8] no worse: as before, no increase at 3, easier from 4, rest from 6", () => {
    expect([0, 2, 3, 4, 5, 6].map((level) => after(level))).toEqual([
      "goOn",
      "goOn",
      "noIncrease",
      "regress",
      "regress",
      "restUntilPainFree",
    ]);
  });

  test("[SAFE8] worse than usual eases the next time after pain up to 3", () => {
    for (const level of [0, 1, 2, 3]) expect(after(level, { worse: true })).toBe("ease");
    expect(after(5, { worse: true })).toBe("regress");
    expect(after(1, { pain: 4 })).toBe("regress");
    expect(after(1, { pain: 6 })).toBe("restUntilPainFree");
    expect(nextTimeAfter({ level: 1, sharp: true })).toBe("restUntilPainFree");
  });

  test("[SAFE8] no answer is no worse, and a worse morning never asks for less", () => {
    fc.assert(
      fc.property(anyReport, anyMorning, fc.integer({ min: 0, max: 10 }), (report, morning, pain) => {
        expect(nextTimeAfter(report)).toBe(nextTimeAfter(report, { worse: false }));
        const more = { worse: true, pain: Math.max(pain, morning.pain ?? 0) };
        const rank = (of: Morning) => NEXT_TIMES.indexOf(nextTimeAfter(report, of));
        expect(rank(more)).toBeGreaterThanOrEqual(rank(morning));
      }),
      { numRuns: RUNS },
    );
  });

  test("[SAFE8] the morning is told what it means, with the numbers of the rule", () => {
    const morning = { worse: true };
    expect(morningAdvice({ report: { level: 2 }, morning, today: TODAY, before: [] })).toEqual([
      { rule: "SAFE8", key: "safety.pain.next.ease", values: { percent: 20 } },
    ]);
  });
});

describe("pain that comes back", () => {
  const on = (ago: number, level: number) => ({ date: addDays(TODAY, -ago), level });

  test("[SAFE9] the third pain of 4 or more within fourteen days sends to a physiotherapist", () => {
    expect(isRepeatedPain([on(13, 4), on(5, 5), on(0, 4)], TODAY)).toBe(true);
    expect(isRepeatedPain([on(14, 4), on(5, 5), on(0, 4)], TODAY)).toBe(false);
    expect(isRepeatedPain([on(13, 4), on(5, 3), on(0, 4)], TODAY)).toBe(false);
    expect(isRepeatedPain([on(-1, 4), on(5, 5), on(0, 4)], TODAY)).toBe(false);
  });

  test("[SAFE9] it is said only when this pain is one of the three", () => {
    const before = [on(9, 4), on(5, 5)];
    const keys = (level: number) =>
      painAdvice({ report: { level }, today: TODAY, before, bone: null }).map(({ key }) => key);
    expect(keys(4)).toEqual(["safety.pain.stopExercise", "safety.pain.repeated"]);
    expect(keys(3)).toEqual(["safety.pain.finishNoIncrease"]);
    const morning = morningAdvice({ report: { level: 2 }, morning: { pain: 4 }, today: TODAY, before });
    expect(morning.map(({ rule }) => rule)).toEqual(["SAFE8", "SAFE9"]);
  });

  test("[SAFE9] a record counts with the worst pain that it holds", () => {
    expect(worstPain({ date: TODAY })).toBe(0);
    expect(worstPain({ date: TODAY, pain: 2, pains: { P5: { level: 4 } }, morningPain: 3 })).toBe(4);
  });
});

test("[SAFE8] the morning reads the worst of the session, with every sign that was named", () => {
  const pains = { P5: { level: 2, site: "calf", sharp: true as const }, P3: { level: 3, site: "knee" } };
  expect(worstReport({ date: TODAY, pains, pain: 3, morningPain: 7 })).toEqual({ level: 3, site: "knee", sharp: true });
  expect(worstReport({ date: TODAY, pains, pain: 5, painSite: "hip" })).toMatchObject({ level: 5, site: "hip" });
  expect(worstReport({ date: TODAY })).toEqual({ level: 0 });
});

describe("the bone", () => {
  test("[SAFE10] pain of 3 or more in shin, foot, hip or groin asks the bone questions", () => {
    const asked = PAIN_SITES.filter((site) => asksBoneQuestions({ level: 3, site }));
    expect(asked.toSorted()).toEqual([...BONE_SITES].sort());
    expect(asksBoneQuestions({ level: 2, site: "shin" })).toBe(false);
    expect(asksBoneQuestions({ level: 8, site: "left knee" })).toBe(false);
    expect(asksBoneQuestions({ level: 8 })).toBe(false);
  });

  test("[SAFE10] one spot and impact, night or hopping is a warning; either alone is none", () => {
    expect(isBoneWarning(["oneSpot"])).toBe(false);
    expect(isBoneWarning(["impact", "night", "hopping"])).toBe(false);
    for (const question of BONE_QUESTIONS.slice(1)) expect(isBoneWarning(["oneSpot", question])).toBe(true);
  });

  test("[SAFE10] a warning ends the session however mild the pain is", () => {
    const report = { level: 3, site: "shin" };
    expect(sessionAction({ report, bone: null })).toBe("finishNoIncrease");
    expect(sessionAction({ report, bone: ["oneSpot", "hopping"] })).toBe("stopSession");
    const advice = painAdvice({ report, today: TODAY, before: [], bone: ["oneSpot", "hopping"] });
    expect(advice.map(({ key }) => key)).toEqual(["safety.pain.boneWarning", "safety.pain.stopSession"]);
    const open = painAdvice({ report, today: TODAY, before: [], bone: null });
    expect(open.map(({ key }) => key)).toEqual(["safety.pain.finishNoIncrease", "safety.pain.askBone"]);
  });

  test("[SAFE10] a warning stands until a professional has agreed on a later day", () => {
    const health = [
      { date: addDays(TODAY, -9), boneWarning: true },
      { date: addDays(TODAY, -5), boneWarning: true },
      { date: TODAY, boneWarning: false },
    ];
    expect(openBoneWarning(health, null)).toBe(addDays(TODAY, -5));
    expect(openBoneWarning(health, addDays(TODAY, -5))).toBe(addDays(TODAY, -5));
    expect(openBoneWarning(health, addDays(TODAY, -4))).toBeNull();
    expect(openBoneWarning([], null)).toBeNull();
  });
});
