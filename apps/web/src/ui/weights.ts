/** How many of a weight somebody has. */
export type Owned = "none" | "one" | "pair";

/** Dumbbells that shops sell, 2 to 30 kg, in grams; any other size can be typed. Our own list. */
export const OWNABLE_GRAMS: readonly number[] = [
  2, 3, 4, 5, 6, 7.5, 8, 10, 12.5, 14, 15, 16, 17.5, 18, 20, 22.5, 24, 25, 28, 30,
].map((kg) => kg * 1000);

const LEAST_GRAMS = 250;
const MOST_GRAMS = 400_000;

/** What a tap makes of it: one, a pair, none again. */
export function nextOwned(owned: Owned): Owned {
  if (owned === "none") return "one";
  return owned === "one" ? "pair" : "none";
}

/** What typing a weight makes of it: owned, and a pair stays a pair. */
export function typedOwned(owned: Owned): Owned {
  return owned === "none" ? "one" : owned;
}

/** Whole grams of a weight typed in kilograms; null when nobody lifts that. */
export function readOwnedGrams(kg: number | null): number | null {
  if (kg === null) return null;
  const grams = Math.round(kg * 1000);
  return grams >= LEAST_GRAMS && grams <= MOST_GRAMS ? grams : null;
}
