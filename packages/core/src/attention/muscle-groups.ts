import { PRIME_MOVERS, type Muscle, type Pattern } from "../exercise";
import type { MuscleGroup } from "./types";

const GROUP_OF: Readonly<Record<Muscle, MuscleGroup | null>> = {
  quads: "quads",
  gluteMax: "glutes",
  gluteMed: "glutes",
  hamstrings: "hamstrings",
  calf: "calves",
  adductors: null,
  frontTrunk: "core",
  sideTrunk: "core",
  back: "upper",
  chest: "upper",
  shoulders: "upper",
  arms: "upper",
};

/** Drills, balance and mobility load no muscle group as a set of strength does. */
const NO_SETS: ReadonlySet<Pattern> = new Set<Pattern>(["PLYO", "BAL", "MOB"]);

/** The groups whose prime movers a set of the pattern trains, each once. */
function groupsOf(pattern: Pattern): readonly MuscleGroup[] {
  if (NO_SETS.has(pattern)) return [];
  const groups = PRIME_MOVERS[pattern].flatMap((muscle) => GROUP_OF[muscle] ?? []);
  return [...new Set(groups)];
}

/** Where a set counts in the balance; null for what is no set of a muscle group. */
function regionOf(pattern: Pattern): "legs" | "core" | "upper" | null {
  const [group] = groupsOf(pattern);
  if (group === undefined) return null;
  return group === "core" || group === "upper" ? group : "legs";
}

export type SetsByPattern = ReadonlyMap<Pattern, number>;

/** Sets of a group among sets by pattern. */
export function setsFor(group: MuscleGroup, sets: SetsByPattern): number {
  return total(sets, (pattern) => groupsOf(pattern).includes(group));
}

/** Sets that count in the balance, or those of one region. */
export function setsIn(region: "legs" | "core" | "upper" | "all", sets: SetsByPattern): number {
  return total(sets, (pattern) => (region === "all" ? regionOf(pattern) !== null : regionOf(pattern) === region));
}

function total(sets: SetsByPattern, counts: (pattern: Pattern) => boolean): number {
  return [...sets].reduce((sum, [pattern, count]) => (counts(pattern) ? sum + count : sum), 0);
}
