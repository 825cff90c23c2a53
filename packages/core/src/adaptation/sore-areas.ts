import { PRIME_MOVERS, type Muscle, type Pattern } from "../exercise";
import type { HealthFields, SoreArea } from "../record/kinds";

const AREA_OF: Readonly<Partial<Record<Muscle, SoreArea>>> = {
  quads: "frontThigh",
  gluteMax: "glute",
  gluteMed: "glute",
  hamstrings: "hamstring",
  calf: "calf",
};

/** Where a pattern makes legs sore: the areas of its prime movers; none for core and upper body. */
function areasOf(pattern: Pattern): readonly SoreArea[] {
  return [...new Set(PRIME_MOVERS[pattern].flatMap((muscle) => AREA_OF[muscle] ?? []))];
}

/** Whether a pattern loads the legs. */
export function isLegPattern(pattern: Pattern): boolean {
  return areasOf(pattern).length > 0;
}

/** The sorest of a pattern's muscles at the start of a session; a figure for the whole legs counts for each of them. */
export function sorenessOf(
  pattern: Pattern,
  { sore = {}, soreness }: Pick<HealthFields, "sore" | "soreness">,
): { readonly level: number; readonly area: SoreArea | null } | null {
  const areas = areasOf(pattern);
  if (areas.length === 0) return null;
  if (Object.keys(sore).length === 0) return soreness === undefined ? null : { level: soreness, area: null };
  return areas
    .map((area) => ({ level: sore[area] ?? 0, area }))
    .reduce((worst, each) => (each.level > worst.level ? each : worst));
}

/** Soreness of the legs before a session, 0–10: the worst area; null = nothing reported. */
export function worstSoreness({ sore = {}, soreness }: Pick<HealthFields, "sore" | "soreness">): number | null {
  const levels = [...Object.values(sore), ...(soreness === undefined ? [] : [soreness])];
  return levels.length === 0 ? null : Math.max(...levels);
}
