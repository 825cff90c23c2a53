import type { Plan, PlanSession } from "../plan/types";
import { setsFor, setsIn, type SetsByPattern } from "./muscle-groups";
import { lastOver, type SeenWeek } from "./seen-weeks";
import { addSets, setsAsked, setsPlanned } from "./sets-done";
import {
  GROUP_SETS,
  GROUP_SHORT_SHARE,
  LEGS_AND_CORE_SHARE,
  LEGS_SHARE,
  MUSCLE_SESSIONS,
  WINDOW_WEEKS,
} from "./thresholds";
import type { EvidenceRow, Mistake, MistakeAction, MuscleGroup } from "./types";

const LEG_GROUPS = ["quads", "glutes", "hamstrings", "calves"] as const satisfies readonly MuscleGroup[];
const REGIONS = ["legs", "core", "upper"] as const;

/** What was done over the last four weeks, by muscle: legs and core first, and no leg muscle left behind. */
export function wrongMuscles(weeks: readonly SeenWeek[], plan: Pick<Plan, "weeks" | "today">): Mistake | null {
  const window = lastOver(weeks, WINDOW_WEEKS);
  const sessions = window.flatMap(({ done }) => done);
  if (window.length < WINDOW_WEEKS || sessions.length < MUSCLE_SESSIONS) return null;
  const done = addSets(sessions.map(({ sets }) => sets));
  return shareTooSmall(window, done) ?? groupShort(window, done, plan);
}

function shareTooSmall(window: readonly SeenWeek[], done: SetsByPattern): Mistake | null {
  const asked = addSets(window.flatMap(askedSets));
  const rows: EvidenceRow[] = REGIONS.map((of) => ({ kind: "share", of, share: percentOf(done, of) }));
  for (const { needed, shareOf } of SHARES) {
    // A plan that is itself of core and upper body, for an injury or for want of time, is followed, not judged.
    if (shareOf(asked) < needed || !(shareOf(done) < needed)) continue;
    return {
      mistake: "wrongMuscles",
      rule: "MIS6",
      found: Math.floor(100 * shareOf(done)),
      threshold: Math.round(100 * needed),
      params: { what: needed === LEGS_SHARE ? "legs" : "legsAndCore" },
      rows,
      action: { to: "week" },
    };
  }
  return null;
}

interface ShareRule {
  readonly needed: number;
  readonly shareOf: (sets: SetsByPattern) => number;
}

// A share of nothing is not a number, and no comparison with it holds.
const SHARES: readonly ShareRule[] = [
  {
    needed: LEGS_AND_CORE_SHARE,
    shareOf: (sets) => (setsIn("legs", sets) + setsIn("core", sets)) / setsIn("all", sets),
  },
  { needed: LEGS_SHARE, shareOf: (sets) => setsIn("legs", sets) / setsIn("all", sets) },
];

function percentOf(sets: SetsByPattern, region: (typeof REGIONS)[number]): number {
  const all = setsIn("all", sets);
  return all === 0 ? 0 : Math.round((100 * setsIn(region, sets)) / all);
}

function groupShort(
  window: readonly SeenWeek[],
  done: SetsByPattern,
  plan: Pick<Plan, "weeks" | "today">,
): Mistake | null {
  const asked = addSets(window.flatMap(askedSets));
  const dose = setsIn("legs", done) / setsIn("legs", asked);
  const groups = LEG_GROUPS.map((group) => ({
    group,
    found: setsFor(group, done) / window.length,
    needed: neededOf(group, window) / window.length,
    dose: setsFor(group, done) / setsFor(group, asked),
  })).filter(({ needed }) => needed > 0);
  // Where all is short alike it is sessions that are missing, not muscles.
  const isShort = (each: (typeof groups)[number]) =>
    each.found < GROUP_SHORT_SHARE * each.needed && each.dose < GROUP_SHORT_SHARE * dose;
  const [shortest] = groups.filter(isShort).toSorted((one, other) => one.dose - other.dose);
  if (shortest === undefined) return null;
  const action = sessionWith(shortest.group, plan);
  return {
    mistake: "wrongMuscles",
    rule: "MIS7",
    found: oneDecimal(shortest.found),
    threshold: oneDecimal(shortest.needed),
    params: { group: shortest.group },
    rows: groups.map(({ group, found, needed }) => ({
      kind: "group",
      group,
      found: oneDecimal(found),
      asked: oneDecimal(needed),
    })),
    action: action ?? { to: "week" },
  };
}

/** Four sets in each week, or what the week asked when that was less. */
function neededOf(group: MuscleGroup, window: readonly SeenWeek[]): number {
  return window.reduce((sum, week) => sum + Math.min(GROUP_SETS, setsFor(group, addSets(askedSets(week)))), 0);
}

function askedSets({ asked }: SeenWeek): readonly SetsByPattern[] {
  return asked.map(setsPlanned);
}

/** The session of this week or the next that has most sets of the group and is still to do. */
function sessionWith(group: MuscleGroup, { weeks, today }: Pick<Plan, "weeks" | "today">): MistakeAction | null {
  const current = weeks.findLastIndex(({ monday }) => monday <= today);
  const near = weeks.slice(Math.max(0, current), current + 2).flatMap(({ sessions }) => sessions);
  const ahead = near.filter(({ state, date }) => OPEN.includes(state.status) && date >= today);
  const sets = ({ prescription }: PlanSession) => setsFor(group, setsAsked(prescription));
  const [best] = ahead.toSorted((one, other) => sets(other) - sets(one));
  if (best === undefined || sets(best) === 0) return null;
  return { to: "session", id: best.id, slot: best.slot, kind: best.kind, date: best.date };
}

const OPEN: readonly PlanSession["state"]["status"][] = ["ahead", "due"];

function oneDecimal(value: number): number {
  return Math.round(10 * value) / 10;
}
