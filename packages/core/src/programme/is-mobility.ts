import type { Prescription } from "./prescription";

/** True of a session of mobility moves and nothing else: it is no strength session. */
export function isMobility({ plyo, pairs }: Pick<Prescription, "plyo" | "pairs">): boolean {
  const exercises = pairs.flat();
  return plyo.length === 0 && exercises.length > 0 && exercises.every(({ pattern }) => pattern === "MOB");
}
