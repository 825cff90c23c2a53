import {
  answerWithTexts,
  parsePreviewRequest,
  previewPlan,
  PreviewAnswerSchema,
  PreviewRequestSchema,
  type PreviewProblem,
} from "@legwork/core/preview";
import { Hono } from "hono";
import { languageDetector } from "hono/language";
import type { AppEnv } from "../env";
import { jsonOnly } from "../middleware/our-requests-only";
import { rateLimit, type RateLimit } from "../middleware/rate-limit";
import { readJson } from "../middleware/read-json";
import { describe } from "../openapi";
import { ProblemError } from "../problem";
import { previewExampleAnswer, previewExampleRequest } from "./preview-example";
import { LANGUAGES, translatorFor } from "./translate";

/** 400 runs of a hundred bytes each, and room. Our own choice. */
const PREVIEW_BYTES_MAX = 64 * 1024;

export interface PreviewRouteOptions {
  readonly limit: RateLimit | null;
  readonly now: () => Date;
}

/** The plan for a running week, without an account. It changes nothing, so any program may ask. */
export function previewRoutes({ limit, now }: PreviewRouteOptions) {
  return new Hono<AppEnv>().post(
    "/preview",
    describe({
      id: "previewPlan",
      summary: "Strength sessions placed around a running week, with the reason for each day",
      description:
        "Weekly runs are given by `day` and repeat; runs given by `date` are run once. Every other day of the week stands in `rejected`. Every `text`, every name of an exercise, and the `detail` of a refused field, is in the language that `Accept-Language` prefers among English, Dutch and Spanish, else in English; `Content-Language` names it. Titles of problems are English. The same request in the same language is answered byte for byte the same, ids included. No account and no `Origin` needed.",
      tag: "plan",
      body: { schema: PreviewRequestSchema, example: () => previewExampleRequest },
      answer: {
        status: 200,
        description: "The weeks, Monday first.",
        schema: PreviewAnswerSchema,
        example: previewExampleAnswer,
      },
      problems: ["invalidRequest", "tooLarge", "wrongMediaType", "tooManyRequests"],
    }),
    rateLimit(limit, now),
    jsonOnly,
    readersLanguage,
    async (context) => {
      const { language } = context.var;
      const parsed = parsePreviewRequest(await readJson(context.req.raw, PREVIEW_BYTES_MAX));
      if (!parsed.ok) throw refusal(parsed.problem, language);
      const answer = answerWithTexts(previewPlan(parsed.request), translatorFor(language));
      return context.json(answer, 200, languageHeaders(language));
    },
  );
}

const readersLanguage = languageDetector({
  order: ["header"],
  caches: false,
  supportedLanguages: [...LANGUAGES],
  fallbackLanguage: "en",
});

function languageHeaders(language: string) {
  return { "Content-Language": language, Vary: "Accept-Language" };
}

function refusal({ code, at, values }: PreviewProblem, language: string): ProblemError {
  const detail = translatorFor(language)(`placement.problem.${code}`, { at, ...values });
  return new ProblemError("invalidRequest", { detail, ...(at === "" ? {} : { at }) }, languageHeaders(language));
}
