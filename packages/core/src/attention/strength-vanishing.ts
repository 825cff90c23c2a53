import { volumeOf, type VolumeWeek } from "../placement";
import { hasStrength, type SeenWeek } from "./seen-weeks";
import { RUN_RISE_SHARE, VANISHED_WEEKS } from "./thresholds";
import type { Mistake } from "./types";

/** Strength that was there and is gone while running grows. Races, tapers and excused weeks end the row: those weeks may be without. */
export function strengthVanishing(weeks: readonly SeenWeek[]): Mistake | null {
  const over = weeks.filter(({ isOver }) => isOver);
  const begun = weeks.slice(over.length);
  if (begun.some(hasStrength)) return null;
  const lastKept = over.findLastIndex((week) => hasStrength(week) || mayBeWithout(week));
  const without = over.slice(lastKept + 1);
  const before = over.slice(0, lastKept + 1);
  if (without.length < VANISHED_WEEKS || !before.some(hasStrength)) return null;
  const [first, ...rest] = without.map(runningOf);
  if (first === undefined) return null;
  const volume = volumeOf(first, before.map(runningOf));
  const usual = volume.status === "unknown" ? null : volume.base;
  const mean = [first, ...rest].reduce((sum, { minutes }) => sum + minutes, 0) / without.length;
  if (usual === null || usual === 0 || mean < RUN_RISE_SHARE * usual - TINY) return null;
  return {
    mistake: "strengthVanishing",
    rule: "MIS8",
    found: without.length,
    threshold: VANISHED_WEEKS,
    params: { share: Math.round((100 * mean) / usual), risenFrom: Math.round(100 * RUN_RISE_SHARE) },
    rows: without.map((week) => ({
      kind: "running",
      week: week.plan.week,
      minutes: Math.round(runningOf(week).minutes),
      usual: Math.round(usual),
    })),
    action: { to: "week" },
  };
}

/** A product of decimals must not fall through on a last bit. */
const TINY = 1e-6;

const TAPER_ASKS: readonly SeenWeek["plan"]["ask"][] = ["T1", "T2", "T2L", "L", "none"];

/** Weeks of a race, a taper, illness, injury or time off, and weeks in which no session had a place. */
function mayBeWithout({ plan, asked }: SeenWeek): boolean {
  const isExcused = plan.sessions.some(({ state }) => state.status === "excused");
  return TAPER_ASKS.includes(plan.ask) || asked.length === 0 || isExcused || hasRace(plan);
}

function hasRace({ runs }: SeenWeek["plan"]): boolean {
  return runs.some(({ kind, planned }) => kind === "race" || planned?.goal !== undefined);
}

function runningOf({ plan }: SeenWeek): VolumeWeek {
  return {
    monday: plan.monday,
    minutes: plan.runs.reduce((sum, { minutes }) => sum + minutes, 0),
    hardRuns: 0,
    load: null,
    isIll: plan.sessions.some(({ state }) => state.status === "excused" && state.reason !== "travel"),
    hasRace: hasRace(plan),
  };
}
