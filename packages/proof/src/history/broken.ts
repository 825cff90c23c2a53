import { checkHistory } from "./check-history";
import type { FinalState, History } from "./types";

/** The invariants that a history breaks. */
export function broken(history: History, final: FinalState): readonly string[] {
  return [...new Set(checkHistory(history, final).map(({ invariant }) => invariant))];
}
