import type * as v from "valibot";
import { PROGRAMME_WEEKS } from "../programme";
import { RUN_KM_MAX, RUN_MINUTES_MAX, RUN_MINUTES_MIN } from "../run";
import { MAX_MINUTES_MAX, MAX_MINUTES_MIN, PREVIEW_RUNS_MAX } from "./request";

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

export function problem(code: PreviewProblemCode, at: string, values: PreviewProblem["values"] = {}): PreviewProblem {
  return { code, at, values };
}

/** The first issue of the schema as a problem of ours. */
export function problemOfIssue(issue: v.BaseIssue<unknown>): PreviewProblem {
  const at = pathOf(issue);
  const isMissing = issue.received === "undefined";
  switch (issue.type) {
    case "strict_object":
      if (issue.expected === "never") return problem("unknownField", at);
      return isMissing ? problem("missingField", at) : problem("wrongType", at, { expected: "object" });
    case "picklist":
      return isMissing ? problem("missingField", at) : problem("unknownValue", at, { expected: wordsOf(issue) });
    case "integer":
      return problem("notWhole", at);
    case "min_value":
    case "max_value":
    case "gt_value":
      return problem("outOfRange", at, rangeAt(at));
    case "max_length":
      return at === "runs" ? problem("tooManyRuns", at, { max: PREVIEW_RUNS_MAX }) : problem("dayTwice", at);
    case "regex":
      return problem(at.endsWith("startTime") ? "notAClockTime" : "notADate", at);
    default:
      return problem("wrongType", at, { expected: issue.type });
  }
}

const RANGES: Readonly<Record<string, readonly [min: number, max: number]>> = {
  weeks: [1, PROGRAMME_WEEKS],
  minutes: [RUN_MINUTES_MIN, RUN_MINUTES_MAX],
  maxMinutes: [MAX_MINUTES_MIN, MAX_MINUTES_MAX],
  km: [0, RUN_KM_MAX],
};

function rangeAt(at: string): PreviewProblem["values"] {
  const [min, max] = RANGES[at.split(".").at(-1) ?? ""] ?? [0, 0];
  return { min, max };
}

function pathOf({ path }: v.BaseIssue<unknown>): string {
  const keys = (path ?? []).map(({ key }) => key);
  return keys
    .map((key, depth) => (typeof key === "number" ? `[${key}]` : `${depth ? "." : ""}${String(key)}`))
    .join("");
}

// The schema says ("none" | "band"); people read none, band.
function wordsOf({ expected }: v.BaseIssue<unknown>): string {
  return (expected ?? "").replaceAll(/[()"]/g, "").replaceAll(" | ", ", ");
}
