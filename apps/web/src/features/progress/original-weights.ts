import { plannedWeight } from "@legwork/core/adherence";
import type { Kit } from "@legwork/core/exercise";
import { prescribe, PROGRAMME_WEEKS } from "@legwork/core/programme";

/** Weighted sets of weeks 1–12 as first written for a kit, before any limit of minutes or change. */
export function originalWeights(kit: Kit): readonly number[] {
  const weightOf = (kind: "A" | "B", week: number) => plannedWeight(prescribe({ kind, week, kit, maxMinutes: null }));
  return Array.from({ length: PROGRAMME_WEEKS }, (_, index) => weightOf("A", index + 1) + weightOf("B", index + 1));
}
