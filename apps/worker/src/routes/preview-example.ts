import { answerWithTexts, parsePreviewRequest, previewPlan, type PreviewAnswer } from "@legwork/core/preview";
import { translateEnglish } from "./translate";

/** The sample week of the onboarding, for one week. */
export const previewExampleRequest = {
  startDate: "2026-03-02",
  weeks: 1,
  kit: "dumbbells",
  runs: [
    { day: "mon", kind: "easy", minutes: 50 },
    { day: "wed", kind: "key", minutes: 60 },
    { day: "fri", kind: "medium", minutes: 60 },
    { day: "sat", kind: "long", minutes: 90 },
  ],
};

/** What the server really answers to it. */
export function previewExampleAnswer(): PreviewAnswer {
  const parsed = parsePreviewRequest(previewExampleRequest);
  if (!parsed.ok) throw new Error(`The documented example is refused: ${parsed.problem.code} at ${parsed.problem.at}`);
  return answerWithTexts(previewPlan(parsed.request), translateEnglish);
}
