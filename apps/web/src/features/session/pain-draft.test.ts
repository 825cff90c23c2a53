import { describe, expect, test } from "vitest";
import { parseLocalDate, type LocalDate } from "@legwork/core/calendar";
import { boneAnswers, NO_PAIN_SAID, painPatch, reportOf } from "./pain-draft";

const date = parseLocalDate("2026-11-30") as LocalDate;

describe("telling a pain", () => {
  test("signs without a number are a report too", () => {
    expect(reportOf({ ...NO_PAIN_SAID, signs: ["limping"] })).toEqual({ level: 0, limping: true });
  });

  test("the exercise keeps level, place and signs, and the session its worst pain", () => {
    const draft = { ...NO_PAIN_SAID, level: 3, site: "calf" as const, signs: ["sharp" as const] };
    expect(painPatch(draft, "P5", null)).toEqual({
      "pains/P5": { level: 3, site: "calf", sharp: true },
      pain: 3,
      painSite: "calf",
    });
    expect(painPatch(draft, "P5", { date, pain: 5 })).toEqual({
      "pains/P5": { level: 3, site: "calf", sharp: true },
    });
  });

  test("bone answers count only where they are asked, and a warning is written", () => {
    const bone = ["oneSpot", "hopping"] as const;
    const shin = { ...NO_PAIN_SAID, level: 3, site: "shin" as const, bone };
    expect(painPatch(shin, "PLYO", null)).toMatchObject({ boneWarning: true });
    expect(boneAnswers({ ...shin, site: "knee" })).toBeNull();
    expect(painPatch({ ...shin, bone: ["oneSpot"] }, "PLYO", null)).not.toHaveProperty("boneWarning");
  });
});
