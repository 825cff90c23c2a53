import type { ExerciseDecision } from "@legwork/core/adaptation";
import type { Plan } from "@legwork/core/plan";
import { seriesOf, type Prescription } from "@legwork/core/programme";

/**
 * What was decided since the last session with the same exercises and shapes this one: the last decision of each series in it, and
 * exercises that are left out. Decisions that leave all as it is say so only when a change was due.
 */
export function sessionChanges(
  { decisions }: Pick<Plan, "decisions">,
  { kind, pairs }: Prescription,
): readonly ExerciseDecision[] {
  const series = new Set(pairs.flat().map(({ pattern }) => seriesOf(kind, pattern)));
  const patterns = new Set(pairs.flat().map(({ pattern }) => pattern));
  const latest = new Map<ExerciseDecision["series"], ExerciseDecision>();
  for (const decision of decisions) if (decision.about === "exercise") latest.set(decision.series, decision);
  return [...latest.values()].filter(({ series: own, pattern, change, held }) => {
    if (change?.kind === "out") return true;
    // Rungs and eases are shared by both series of a pattern.
    const isShared = (change?.kind === "rung" || change?.kind === "ease") && patterns.has(pattern);
    return (series.has(own) || isShared) && (change !== null || held !== null);
  });
}
