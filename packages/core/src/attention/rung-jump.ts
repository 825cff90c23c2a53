import { daysBetween } from "../calendar";
import { PATTERNS, type Pattern } from "../exercise";
import { plannedSets } from "../programme";
import type { SeenWeek } from "./seen-weeks";
import { JUMP_DAYS, RUNG_JUMP } from "./thresholds";
import type { AttentionInput, Mistake } from "./types";

/** A rung that a person chose far above the one that was last done. Steps that the plan takes by itself are none. */
export function rungJumpOf(weeks: readonly SeenWeek[], { plan, chosen = {} }: AttentionInput): Mistake | null {
  const jumps = PATTERNS.flatMap((pattern): readonly Mistake[] => {
    const choice = chosen[pattern];
    if (choice?.rung === undefined || choice.from > plan.today) return [];
    if (daysBetween(choice.from, plan.today) >= JUMP_DAYS) return [];
    const from = lastRung(weeks, pattern, choice.from);
    const steps = from === null ? 0 : choice.rung - from;
    if (from === null || steps < RUNG_JUMP) return [];
    return [
      {
        mistake: "tooMuchTooSoon",
        rule: "MIS5",
        found: steps,
        threshold: RUNG_JUMP,
        params: { pattern },
        rows: [{ kind: "rung", pattern, date: choice.from, from, to: choice.rung }],
        action: null,
      },
    ];
  });
  return jumps.toSorted((one, other) => other.found - one.found)[0] ?? null;
}

/** The rung of the pattern in the last session before a day; null when none had it. */
function lastRung(weeks: readonly SeenWeek[], pattern: Pattern, before: string): number | null {
  const earlier = weeks.flatMap(({ done }) => done).filter(({ date, sets }) => date < before && sets.has(pattern));
  const last = earlier.toSorted((one, other) => daysBetween(one.date, other.date))[0];
  const exercise = last && plannedSets(last.prescription).find((each) => each.exercise.pattern === pattern)?.exercise;
  const rung = Number(exercise?.exercise.split(".")[1] ?? Number.NaN);
  return Number.isInteger(rung) ? rung : null;
}
