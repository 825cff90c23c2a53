import type { LocalDate } from "../calendar";
import type { HealthFields } from "../record/kinds";
import { PAIN, type PainReport } from "./pain";
import { BONE_SITES, painSite } from "./pain-site";

/** The questions about a bone, in the order shown. EX */
export const BONE_QUESTIONS = ["oneSpot", "impact", "night", "hopping"] as const;
export type BoneQuestion = (typeof BONE_QUESTIONS)[number];

/** True when pain of 3 or more in shin, foot, hip or groin asks for the bone questions. EX */
export function asksBoneQuestions({ level, site }: PainReport): boolean {
  const known = painSite(site);
  return known !== null && BONE_SITES.includes(known) && !(level < PAIN.noIncrease);
}

/** One spot, and worse with impact, at night or on hopping: it may be the bone. EX */
export function isBoneWarning(yes: readonly BoneQuestion[]): boolean {
  return yes.includes("oneSpot") && yes.some((question) => question !== "oneSpot");
}

/**
 * The day of the latest bone warning that a professional has not agreed to since: no running and no spring drills until then.
 * `clearedOn` is the screening's. Null when there is none.
 */
export function openBoneWarning(health: readonly HealthFields[], clearedOn: LocalDate | null): LocalDate | null {
  const days = health.filter(({ boneWarning }) => boneWarning === true).map(({ date }) => date);
  const last = days.toSorted().at(-1) ?? null;
  return last !== null && clearedOn !== null && clearedOn > last ? null : last;
}
