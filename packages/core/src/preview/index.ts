export { PreviewRequestSchema } from "./request";
export type { PreviewRequest } from "./request";
export { parsePreviewRequest, PREVIEW_PROBLEM_CODES } from "./parse-request";
export type { PreviewProblem, PreviewProblemCode } from "./parse-request";
export { previewPlan } from "./preview-plan";
export type { PreviewPlan, PreviewSession, PreviewWeek } from "./preview-plan";
export { answerWithTexts, PreviewAnswerSchema } from "./answer";
export type { PreviewAnswer, Translate } from "./answer";
