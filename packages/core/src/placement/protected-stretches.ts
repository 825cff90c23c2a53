import { mondayOf } from "../calendar";
import type { LoadClass } from "../programme/prescription";
import { isKeyRun, longRunsOf, type PlannedRun } from "../run";
import { rulesFor } from "./rules";
import { DEFAULT_SETTINGS } from "./settings";
import type { PlacementSettings, ProtectedStretch } from "./types";

/**
 * The stretches before key and long runs into which legs of `legLoad` may not end: for the ribbon. At rest (null) the widest
 * ones, before key runs only; while a session is held, those of its class, before long runs too.
 * `runs` must hold whole Monday–Sunday weeks, for a long run is told by its week.
 */
export function protectedStretches(
  runs: readonly PlannedRun[],
  legLoad: LoadClass | null = null,
  settings: PlacementSettings = DEFAULT_SETTINGS,
): readonly ProtectedStretch[] {
  const weeks = [...groupByWeek(runs).values()];
  const long = new Set(weeks.flatMap(longRunsOf));
  const isKey = (run: PlannedRun) => isKeyRun(run) || (settings.longRunIsKey && long.has(run));
  const rules = rulesFor(settings).beforeRun.filter(
    (rule) => rule.hardHours > 0 && rule.legs === (legLoad ?? "heavy") && (legLoad !== null || rule.run === "key"),
  );
  return runs.flatMap((run) =>
    rules
      .filter((rule) => (rule.run === "key" ? isKey(run) : long.has(run)))
      .map((rule) => ({ run, rule: rule.id, hours: rule.hardHours })),
  );
}

function groupByWeek(runs: readonly PlannedRun[]): ReadonlyMap<string, readonly PlannedRun[]> {
  const weeks = new Map<string, PlannedRun[]>();
  for (const run of runs) {
    const monday = mondayOf(run.date);
    weeks.set(monday, [...(weeks.get(monday) ?? []), run]);
  }
  return weeks;
}
