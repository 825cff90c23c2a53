import type { LoadClass } from "../programme/prescription";
import type { PlannedRun } from "../run";
import type { ProtectedStretch } from "./types";

/**
 * The stretches before key and long runs into which legs of `legLoad` may not end: for the ribbon. At rest (null) the widest
 * ones are drawn for key runs only; while a session is held, those of its class, before long runs too.
 * `runs` must hold whole Monday–Sunday weeks, for the long run is told by its week.
 */
export function protectedStretches(
  runs: readonly PlannedRun[],
  legLoad: LoadClass | null = null,
): readonly ProtectedStretch[] {
  return legLoad === null ? runs.map((run) => ({ run, rule: "C1", hours: 36 })) : [];
}
