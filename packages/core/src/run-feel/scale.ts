/** How the legs felt, against what is normal for this runner on this kind of run. The scale is fixed: changing it breaks the series. */
export const FEEL_SCALE = [
  { feel: 1, word: "veryHeavy" },
  { feel: 2, word: "heavy" },
  { feel: 3, word: "normal" },
  { feel: 4, word: "light" },
  { feel: 5, word: "veryLight" },
] as const;
export type Feel = (typeof FEEL_SCALE)[number]["feel"];
/** Key of the label and the helper text. */
export type FeelWord = (typeof FEEL_SCALE)[number]["word"];

/** The middle of the scale: what is normal for the runner. */
export const NORMAL_FEEL = 3;

/** The word for a value on the scale, whole or between (1–5). */
export function feelWord(value: number): FeelWord {
  const nearest = FEEL_SCALE.find(({ feel }) => value < feel + 0.5);
  return nearest?.word ?? "veryLight";
}
