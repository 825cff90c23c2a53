import { placeWeeks } from "./place-weeks";
import type { WeekInput, WeekPlacement, WeeksInput } from "./types";

/** Nothing is new: what one week asks does not change with the weeks before it. */
const ALL_KNOWN = { A: 3, B: 3 } as const;

/** One week as weeks in a row: one of them. */
function asWeeks({ doseOf, ...input }: WeekInput): WeeksInput {
  const { week, monday, ask, askedBy, fixed, skipped, caughtUp, ...rest } = input;
  const toPlace = {
    week,
    monday,
    fixed,
    skipped,
    ...(ask === undefined ? {} : { ask }),
    ...(askedBy === undefined ? {} : { askedBy }),
    ...(caughtUp === undefined ? {} : { caughtUp }),
  };
  return { ...rest, weeks: [toPlace], exposures: ALL_KNOWN, doseOf: ({ kind }) => doseOf(kind) };
}

/** Places the strength sessions of one week by itself, see `placeWeeks`. */
export function placeWeek(input: WeekInput): WeekPlacement {
  const [placement] = placeWeeks(asWeeks(input));
  if (placement === undefined) throw new Error("a week was asked for and none was placed");
  return placement;
}
