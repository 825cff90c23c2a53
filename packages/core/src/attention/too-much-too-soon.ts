import { jumpOf } from "./load-jump";
import { rungJumpOf } from "./rung-jump";
import type { SeenWeek } from "./seen-weeks";
import { addSets, setsPlanned, workOf } from "./sets-done";
import {
  RAMP_ASKED_SHARE,
  RAMP_BEFORE_SHARE,
  RAMP_BEFORE_WEEKS,
  START_SESSIONS,
  START_WEEKS,
  START_WORK_SHARE,
} from "./thresholds";
import type { AttentionInput, Mistake } from "./types";

/**
 * More than the plan asks, too early or too fast. Reads the running week and the one before it: what lies further back is done
 * and needs no word. A far longer run is no part of it; the week names that by itself.
 */
export function tooMuchTooSoon(weeks: readonly SeenWeek[], input: AttentionInput): Mistake | null {
  for (const week of weeks.slice(-2).toReversed()) {
    const found = week.plan.week <= START_WEEKS ? startCap(week) : ramp(week, weeks);
    if (found !== null) return found;
  }
  return jumpOf(weeks, input.plan.today) ?? rungJumpOf(weeks, input);
}

function startCap(week: SeenWeek): Mistake | null {
  const number = week.plan.week;
  const sessions = week.done.filter(({ countsAsSession }) => countsAsSession).length;
  if (sessions > START_SESSIONS)
    return {
      mistake: "tooMuchTooSoon",
      rule: "MIS1",
      found: sessions,
      threshold: START_SESSIONS,
      params: { week: number },
      rows: [{ kind: "sessions", week: number, found: sessions, asked: week.plan.sessions.length }],
      action: null,
    };
  const share = shareOfAsked(week);
  if (share === null || share <= START_WORK_SHARE) return null;
  return {
    mistake: "tooMuchTooSoon",
    rule: "MIS2",
    found: percent(share),
    threshold: percent(START_WORK_SHARE),
    params: { week: number },
    rows: [{ kind: "work", week: number, share: percent(share), before: null }],
    action: null,
  };
}

function ramp(week: SeenWeek, weeks: readonly SeenWeek[]): Mistake | null {
  const index = weeks.indexOf(week);
  const earlier = weeks.slice(Math.max(0, index - RAMP_BEFORE_WEEKS), index);
  const share = shareOfAsked(week);
  if (earlier.length < RAMP_BEFORE_WEEKS || share === null || share <= RAMP_ASKED_SHARE) return null;
  const mean = earlier.reduce((sum, each) => sum + workDone(each), 0) / earlier.length;
  // Nothing before is no measure: a share of nothing would be any number.
  if (mean === 0 || workDone(week) <= RAMP_BEFORE_SHARE * mean) return null;
  const before = workDone(week) / mean;
  const number = week.plan.week;
  return {
    mistake: "tooMuchTooSoon",
    rule: "MIS3",
    found: percent(before),
    threshold: percent(RAMP_BEFORE_SHARE),
    params: { week: number },
    rows: [{ kind: "work", week: number, share: percent(share), before: percent(before) }],
    action: null,
  };
}

/** Weighted sets done over those that the plan asks, excused sessions included; null in a week that asks nothing. */
function shareOfAsked(week: SeenWeek): number | null {
  const asked = workOf(addSets(week.plan.sessions.map(setsPlanned)));
  return asked === 0 ? null : workDone(week) / asked;
}

function workDone({ done }: SeenWeek): number {
  return workOf(addSets(done.map(({ sets }) => sets)));
}

// Rounded up: what is above a threshold is not shown as on it. The thousandth keeps 2 from becoming 201 %.
function percent(share: number): number {
  return Math.ceil(share * 100 - 1e-3);
}
