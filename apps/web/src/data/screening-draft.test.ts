import { describe, expect, test } from "vitest";
import { addDays, parseLocalDate, type LocalDate } from "@legwork/core/calendar";
import { judgeScreening, questionsDue, SCREENING_QUESTIONS } from "@legwork/core/safety";
import { draftAgain, NOTHING_SAID, sayNone, screeningOf, toggleQuestion, withClearance } from "./screening-draft";

const TODAY = parseLocalDate("2026-11-30") as LocalDate;
const LATER = addDays(TODAY, 90);
const told = { ...NOTHING_SAID, birthYear: 1988 };

describe("answering", () => {
  test("nothing said leaves the questions open, none of these answers them all", () => {
    expect(judgeScreening(screeningOf(told, { today: TODAY }), TODAY).kind).toBe("unanswered");
    expect(judgeScreening(screeningOf(sayNone(told), { today: TODAY }), TODAY).kind).toBe("free");
  });

  test("a tick that is taken back takes the clearance with it", () => {
    const ticked = { ...toggleQuestion(told, "fainting"), cleared: true };
    expect(toggleQuestion(ticked, "fainting")).toEqual(told);
  });

  test("a clearance that is taken back blocks again", () => {
    const blocked = screeningOf(toggleQuestion(told, "fainting"), { today: TODAY });
    const cleared = withClearance(blocked, TODAY);
    expect(judgeScreening(cleared, TODAY).kind).toBe("advice");
    expect(judgeScreening(withClearance(cleared, TODAY), TODAY).kind).toBe("blocked");
  });
});

describe("answering again", () => {
  const before = { ...screeningOf(toggleQuestion(told, "heart"), { today: TODAY }), clearedOn: TODAY };

  test("only what is asked gets the new day, and then nothing is due", () => {
    const asked = questionsDue(before, { today: LATER, lastLegs: LATER });
    expect(asked).toEqual(["pregnancy"]);
    const after = screeningOf(sayNone(draftAgain(before, asked)), { today: LATER, before, asked });
    expect(after.answers.pregnancy).toEqual({ yes: false, on: LATER });
    expect(after.answers.heart).toEqual({ yes: true, on: TODAY });
    expect(after.clearedOn).toBe(TODAY);
    expect(questionsDue(after, { today: LATER, lastLegs: LATER })).toEqual([]);
  });

  test("a yes on the day of the clearance is not cleared by it", () => {
    const asked = SCREENING_QUESTIONS;
    const draft = toggleQuestion(draftAgain(before, asked), "chestPain");
    expect(draft.yes).toEqual(["heart", "chestPain"]);
    expect(judgeScreening(screeningOf(draft, { today: TODAY, before, asked }), TODAY).kind).toBe("blocked");
  });
});
