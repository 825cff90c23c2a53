import { expect, test } from "vitest";
import { plannedSets, prescribe } from "./index";
import type { LoggedSet, SessionLogFields } from "../record";
import { day } from "../testing";
import { loadDone } from "./load-done";

const prescription = prescribe({ kind: "A", week: 5, kit: "dumbbells", maxMinutes: null });

function log(changes: Partial<SessionLogFields> = {}): SessionLogFields {
  return {
    monday: day("2026-11-16"),
    kind: "A",
    prescription,
    date: day("2026-11-19"),
    startedAt: "2026-11-19T17:00:00.000Z",
    mode: "superset",
    ending: "finished",
    sets: allSets(),
    rir: {},
    ...changes,
  };
}

function allSets(): Record<string, LoggedSet> {
  return Object.fromEntries(
    plannedSets(prescription).map(({ entry, exercise }) => [
      entry,
      { pattern: exercise.pattern, state: "done", amount: exercise.amount },
    ]),
  );
}

const only = (...patterns: readonly string[]) =>
  Object.fromEntries(Object.entries(allSets()).filter(([, { pattern }]) => patterns.includes(pattern)));

test("[LOAD7] a session done as asked costs the legs what it was planned to cost", () => {
  expect(loadDone(log(), { exposures: 3 })).toEqual({ points: 11.5, class: "heavy" });
});

test("[LOAD7] the sets that were done count, never the name of the session", () => {
  expect(loadDone(log({ sets: only("P6F", "P6S") }), { exposures: 3 })).toEqual({ points: 0, class: "none" });
  // Three sets of P3 at three in reserve.
  expect(loadDone(log({ sets: only("P3") }), { exposures: 3 })).toEqual({ points: 3, class: "moderate" });
  expect(loadDone(log({ kind: "C", sets: only("P3", "P2") }), { exposures: 3 })).toEqual({
    points: 6,
    class: "moderate",
  });
  const skipped = Object.fromEntries(
    Object.entries(allSets()).map(([key, set]) => [key, { ...set, state: "skipped" as const }]),
  );
  expect(loadDone(log({ sets: skipped }), { exposures: 3 }).points).toBe(0);
});

test("[LOAD7] the reps that were left in reserve count, not those asked for", () => {
  expect(loadDone(log({ sets: only("P3"), rir: { P3: 0 } }), { exposures: 3 }).points).toBe(5.4);
  expect(loadDone(log({ sets: only("P3"), rir: { P3: 5 } }), { exposures: 3 }).points).toBe(1.2);
});

test("[LOAD7] a set of a pattern that was not asked for counts by its pattern; contacts count one by one", () => {
  const added: Record<string, LoggedSet> = {
    a: { pattern: "P1", state: "done", amount: 8 },
    b: { pattern: "P1", state: "failed", amount: 6 },
    c: { pattern: "PLYO", state: "done", amount: 50 },
  };
  expect(loadDone(log({ sets: added }), { exposures: 3 })).toEqual({ points: 3, class: "moderate" });
});

test("[LOAD7] a session that was only ticked counts as asked", () => {
  expect(loadDone(log({ ending: "ticked", sets: {} }), { exposures: 0 }).class).toBe("heavy");
});
