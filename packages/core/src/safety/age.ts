import type { LocalDate } from "../calendar";

/** Under this age Legwork is not for them. OURS */
const YOUNGEST = 13;
const ADULT = 18;
/** From here on the notes for older runners hold. EX */
const SIXTY = 60;
/** Nobody older is believed: it catches slips of the finger. OURS */
const OLDEST = 100;

export type AgeGroup = "unknown" | "tooYoung" | "under18" | "adult" | "sixtyPlus";

/** The group that a year of birth puts a runner in. Of the two ages that it allows, the one with the stricter limits counts. */
export function ageGroup(birthYear: number | null, today: LocalDate): AgeGroup {
  if (birthYear === null || !Number.isInteger(birthYear)) return "unknown";
  const older = Number(today.slice(0, 4)) - birthYear;
  const younger = older - 1;
  if (younger < 0 || younger >= OLDEST) return "unknown";
  if (younger < YOUNGEST) return "tooYoung";
  if (younger < ADULT) return "under18";
  return older >= SIXTY ? "sixtyPlus" : "adult";
}
