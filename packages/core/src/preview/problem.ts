import type * as v from "valibot";
import { SETTING_RANGES } from "../placement";
import { PROGRAMME_WEEKS } from "../programme";
import { RUN_KM_MAX, RUN_MINUTES_MAX, RUN_MINUTES_MIN } from "../run";
import { PREVIEW_LIST_MAX, PREVIEW_RUNS_MAX, VOLUME_WEEKS_MAX, WEEK_MINUTES_MAX } from "./request";

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
  "tooMany",
  "endsBeforeStart",
  "raceBeforeStart",
  "twoRacesOnADay",
  "sameTime",
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
      return tooMany(at);
    case "regex":
      return problem(at.endsWith("Time") ? "notAClockTime" : "notADate", at);
    default:
      return problem("wrongType", at, { expected: issue.type });
  }
}

const RANGES: Readonly<Record<string, readonly [min: number, max: number]>> = {
  ...SETTING_RANGES,
  weeks: [1, PROGRAMME_WEEKS],
  minutes: [RUN_MINUTES_MIN, RUN_MINUTES_MAX],
  km: [0, RUN_KM_MAX],
  lastWeeks: [0, WEEK_MINUTES_MAX],
};

// `strength.minutesOn.tue` and `volume.lastWeeks[2]` have the range of the field that holds them.
function rangeAt(at: string): PreviewProblem["values"] {
  const names = at.split(".").map((name) => name.replace(/\[\d+\]$/, ""));
  const name = names.findLast((each) => each in RANGES) ?? "";
  const [min, max] = RANGES[name] ?? [0, 0];
  return { min, max };
}

/** The most entries of each list. */
const MOST: Readonly<Record<string, number>> = {
  races: PREVIEW_LIST_MAX,
  timeOff: PREVIEW_LIST_MAX,
  "volume.peaks": PREVIEW_LIST_MAX,
  "volume.lastWeeks": VOLUME_WEEKS_MAX,
};

function tooMany(at: string): PreviewProblem {
  if (at === "runs") return problem("tooManyRuns", at, { max: PREVIEW_RUNS_MAX });
  const max = MOST[at];
  return max === undefined ? problem("dayTwice", at) : problem("tooMany", at, { max });
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
