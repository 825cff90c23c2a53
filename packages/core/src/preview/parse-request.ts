import type { PreviewRequest } from "./request";

/** Why a request is refused: a closed list. */
export const PREVIEW_PROBLEM_CODES = [
  "notAnObject",
  "missingField",
  "unknownField",
  "wrongType",
  "unknownValue",
  "notWhole",
  "outOfRange",
  "notADate",
  "notAClockTime",
  "dayOrDate",
  "tooManyRuns",
  "tooManyRunsOnADay",
  "runsOverlap",
  "allDaysLocked",
  "dayTwice",
  "notBuiltYet",
] as const;
export type PreviewProblemCode = (typeof PREVIEW_PROBLEM_CODES)[number];

/** What is wrong and where, as a path: `runs[3].minutes`. `values` fill the message `placement.problem.<code>`. */
export interface PreviewProblem {
  readonly code: PreviewProblemCode;
  readonly at: string;
  readonly values: Readonly<Record<string, string | number>>;
}

/** Reads a request; the first thing wrong with it otherwise. Never throws. */
export function parsePreviewRequest(
  input: unknown,
): { readonly ok: true; readonly request: PreviewRequest } | { readonly ok: false; readonly problem: PreviewProblem } {
  return input === null
    ? { ok: false, problem: { code: "notAnObject", at: "", values: {} } }
    : { ok: true, request: input as PreviewRequest };
}
