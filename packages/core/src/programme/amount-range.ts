import type { Phase, PrescribedExercise } from "./prescription";

/** Reps around what is asked, and seconds of a hold. EX; the ten seconds are OURS. */
const REPS_AROUND = 2;
const SECONDS_ABOVE = 10;
/** Hamstring curls grow by single reps, up to here. EX */
const CURL_REPS_MAX = 6;
/** Main lifts in the last phase: with a load, and with body weight only. EX */
const HEAVY_REPS = [5, 8] as const;
export const BODY_WEIGHT_REPS = [8, 12] as const;
/** Calf raises in the last phase, with body weight only. EX */
export const BODY_WEIGHT_CALF_REPS = [12, 15] as const;

type Asked = Pick<PrescribedExercise, "pattern" | "amount" | "unit" | "range">;

/** Lowest and highest amount that an exercise means: `8` in phase 1 stands for 8 to 10. Contacts are meant as they stand. */
export function amountRange(asked: Asked, phase: Phase): readonly [lowest: number, highest: number] {
  const { pattern, amount, unit, range } = asked;
  if (range !== undefined) return range;
  if (unit === "contacts") return [amount, amount];
  if (unit === "seconds") return [amount, amount + SECONDS_ABOVE];
  if (pattern === "P8") return [amount, Math.max(amount, Math.min(CURL_REPS_MAX, amount + 1))];
  if (phase === 1) return [amount, amount + REPS_AROUND];
  if (phase === 2 || pattern === "P7") return [Math.max(1, amount - REPS_AROUND), amount];
  if (pattern !== "P1" && pattern !== "P2" && pattern !== "P3") return [amount, amount + REPS_AROUND];
  // Only body weight is asked for eight and more here; short ones, of a taper, are meant as they stand.
  if (amount >= BODY_WEIGHT_REPS[0]) return BODY_WEIGHT_REPS;
  return [Math.min(amount, HEAVY_REPS[0]), Math.max(amount, HEAVY_REPS[1])];
}
