/** Where it can hurt, from the foot up. */
export const PAIN_SITES = [
  "foot",
  "ankle",
  "achilles",
  "calf",
  "shin",
  "knee",
  "frontThigh",
  "hamstring",
  "groin",
  "hip",
  "glute",
  "back",
  "elsewhere",
] as const;
export type PainSite = (typeof PAIN_SITES)[number];

/** Bones of these places can break from too much running. EX */
export const BONE_SITES: readonly PainSite[] = ["shin", "foot", "hip", "groin"];

/** Pain in one of these in the last two weeks closes the way to spring drills. EX */
export const SPRING_SITES: readonly PainSite[] = ["calf", "achilles", "shin", "foot", "knee"];

/** The site of a stored text; null for words of the runner's own, as older records hold them. */
export function painSite(text: string | undefined): PainSite | null {
  return PAIN_SITES.find((site) => site === text) ?? null;
}
