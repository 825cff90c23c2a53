import { optionalSessions } from "./optional-sessions";
import { seenWeeks } from "./seen-weeks";
import { strengthVanishing } from "./strength-vanishing";
import { MISTAKES_MAX } from "./thresholds";
import { tooMuchTooSoon } from "./too-much-too-soon";
import type { AttentionInput, Mistake } from "./types";
import { wrongMuscles } from "./wrong-muscles";

/**
 * What a word would help with, most helpful first: too much before too little, and where sessions are missing that before which
 * muscles they train. At most two, and one for each cause: vanished strength is not told a second time as sessions left out, and
 * muscles are not judged while sessions are missing. Reads the last eight weeks, and is empty before the start and after the end.
 */
export function findMistakes(input: AttentionInput): readonly Mistake[] {
  const weeks = seenWeeks(input);
  const missing = strengthVanishing(weeks) ?? optionalSessions(weeks);
  const second = missing ?? wrongMuscles(weeks, input.plan);
  return [tooMuchTooSoon(weeks, input), second].filter((each) => each !== null).slice(0, MISTAKES_MAX);
}
