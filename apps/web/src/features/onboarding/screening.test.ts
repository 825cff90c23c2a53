import { describe, expect, test } from "vitest";
import { judgeScreening, type ScreeningAnswers, type ScreeningQuestion } from "./screening";

const YEAR = 2026;
const answers = (change: Partial<ScreeningAnswers> = {}): ScreeningAnswers => ({
  yes: [],
  answered: true,
  birthYear: 1988,
  cleared: false,
  ...change,
});
const verdict = (change: Partial<ScreeningAnswers>) => judgeScreening(answers(change), YEAR).kind;

describe("before week 1", () => {
  test("no answer is not a no", () => {
    expect(judgeScreening(answers({ answered: false }), YEAR)).toEqual({ kind: "unanswered", missing: "questions" });
  });

  test("chest pain, fainting, breathlessness, supervision, pregnancy and low energy block until somebody has agreed", () => {
    const blocking: readonly ScreeningQuestion[] = [
      "chestPain",
      "fainting",
      "breathless",
      "supervisedOnly",
      "pregnancy",
      "lowEnergy",
    ];
    for (const question of blocking) {
      expect(verdict({ yes: [question] })).toBe("blocked");
      expect(verdict({ yes: [question], cleared: true })).toBe("advice");
    }
  });

  test("heart, lasting illness and bones ask for advice and do not block", () => {
    for (const question of ["heart", "longTermIllness", "bonesAndJoints"] as const)
      expect(verdict({ yes: [question] })).toBe("advice");
  });

  test("who may still be twelve is refused, who may still be seventeen is advised", () => {
    expect(verdict({ birthYear: 2013 })).toBe("tooYoung");
    expect(verdict({ birthYear: 2012 })).toBe("advice");
    expect(verdict({ birthYear: 2008 })).toBe("advice");
    expect(verdict({ birthYear: 2007 })).toBe("free");
  });

  test("a year of birth that nobody has is no answer", () => {
    for (const birthYear of [null, 1850, 2030]) expect(verdict({ birthYear })).toBe("unanswered");
  });
});
