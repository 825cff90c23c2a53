import { SMALLEST_CHANGE } from "./compare";
import { NORMAL_FEEL } from "./scale";

/** The end of the line in a word. */
export type TrendWord = "lighter" | "normal" | "heavier" | "adapting";

const ADAPTING_WEEKS = 4;

/** What the last value of the line says in `week` of the programme (0 before it). Heavier legs in weeks 1–4 are adapting. */
export function trendWord(value: number, week: number): TrendWord {
  if (value >= NORMAL_FEEL + SMALLEST_CHANGE) return "lighter";
  if (value > NORMAL_FEEL - SMALLEST_CHANGE) return "normal";
  return week >= 1 && week <= ADAPTING_WEEKS ? "adapting" : "heavier";
}
