import type { LocalDate } from "@legwork/core/calendar";
import type { Json } from "@legwork/core/record";

/** From this age on tests to the limit are for them. Expert practice. */
export const ADULT = 18;

/** Whole years by the year of birth in the safety answers, the younger of the two possible ages; null when it is not known. */
export function ageOn(today: LocalDate, screening: Json | undefined): number | null {
  if (typeof screening !== "object" || screening === null || Array.isArray(screening)) return null;
  const { birthYear } = screening as { readonly birthYear?: Json };
  if (typeof birthYear !== "number") return null;
  const age = Number(today.slice(0, 4)) - birthYear - 1;
  return age >= 0 ? age : null;
}
