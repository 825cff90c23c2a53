import { SORE_AREAS, type HealthFields, type SoreArea } from "@legwork/core/record";

/** How the legs and the nights were, before the start. Nothing said is nothing reported. */
export interface PreCheck {
  /** 0–10; an area without a number is not sore. */
  readonly sore: Readonly<Partial<Record<SoreArea, number>>>;
  readonly stillSore: boolean;
  readonly sleptBadly: boolean;
  /** 0–10; null = not said. A 0 brings back what pain had stopped. */
  readonly painWalking: number | null;
  readonly limping: boolean;
}

export const UNCHECKED: PreCheck = { sore: {}, stillSore: false, sleptBadly: false, painWalking: null, limping: false };

/** The legs are as sore as their worst area. */
export function legSoreness({ sore }: PreCheck): number {
  return Math.max(0, ...SORE_AREAS.map((area) => sore[area] ?? 0));
}

/** What is written of a check; null when nothing was said. With one area sore the others are written as 0. */
export function checkFields(
  check: PreCheck,
): Pick<HealthFields, "soreness" | "sore" | "stillSore" | "sleptBadly" | "painWalking" | "limping"> | null {
  const soreness = legSoreness(check);
  const fields = {
    ...(soreness > 0
      ? { soreness, sore: Object.fromEntries(SORE_AREAS.map((area) => [area, check.sore[area] ?? 0])) }
      : {}),
    ...(check.stillSore ? { stillSore: true } : {}),
    ...(check.sleptBadly ? { sleptBadly: true } : {}),
    ...(check.painWalking !== null ? { painWalking: check.painWalking } : {}),
    ...(check.limping ? { limping: true } : {}),
  };
  return Object.keys(fields).length === 0 ? null : fields;
}
