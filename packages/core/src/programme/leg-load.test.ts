import fc from "fast-check";
import { expect, test } from "vitest";
import { KITS } from "../exercise";
import {
  afterOneSession,
  exposureFamily,
  legLoad,
  loadClassOf,
  NO_RETURN,
  noveltyFactor,
  prescribe,
  returnAfter,
  SESSION_KINDS,
} from "./index";
import { roundPoints } from "./round-points";

/** Week, points and class of A, points and class of B: a runner who did every session on default rungs. */
const LEG_LOAD = [
  [1, 8.4, "heavy", 5.2, "moderate"],
  [2, 8.4, "heavy", 5.2, "moderate"],
  [3, 11.2, "heavy", 8.4, "heavy"],
  [4, 5.6, "moderate", 3.5, "moderate"],
  [5, 11.5, "heavy", 7.3, "moderate"],
  [6, 12.0, "heavy", 7.6, "moderate"],
  [7, 14.4, "heavy", 9.6, "heavy"],
  [8, 5.6, "moderate", 4.1, "moderate"],
  [9, 15.0, "heavy", 9.2, "heavy"],
  [10, 15.0, "heavy", 10.6, "heavy"],
  [11, 15.0, "heavy", 11.4, "heavy"],
  [12, 5.6, "moderate", 4.1, "moderate"],
] as const;

const anyKind = fc.constantFrom(...SESSION_KINDS);
const anyWeek = fc.integer({ min: 1, max: 12 });
const anyKit = fc.constantFrom(...KITS);

test.each(LEG_LOAD)(
  "[LOAD1] week %i: A has %d points (%s), B has %d (%s)",
  (week, aPoints, aClass, bPoints, bClass) => {
    for (const kit of KITS) {
      const load = (kind: "A" | "B") =>
        legLoad(prescribe({ kind, week, kit, maxMinutes: null }), { exposures: week - 1 });
      expect(load("A")).toEqual({ points: aPoints, class: aClass });
      expect(load("B")).toEqual({ points: bPoints, class: bClass });
    }
  },
);

test("[LOAD2] classes begin at 0.5, 3 and 8 points", () => {
  expect([0, 0.4, 0.5, 2.9, 3, 7.9, 8, 40].map(loadClassOf)).toEqual([
    "none",
    "none",
    "light",
    "light",
    "moderate",
    "moderate",
    "heavy",
    "heavy",
  ]);
});

test("[LOAD2] the class is that of the points as shown", () => {
  fc.assert(
    fc.property(anyKind, anyWeek, anyKit, fc.nat(5), (kind, week, kit, exposures) => {
      const load = legLoad(prescribe({ kind, week, kit, maxMinutes: null }), { exposures });
      expect(load.class).toBe(loadClassOf(Number(load.points.toFixed(1))));
    }),
  );
});

test("[LOAD3] the first two sessions of a family count half again, the third a quarter more", () => {
  expect([0, 1, 2, 3, 20].map(noveltyFactor)).toEqual([1.5, 1.5, 1.25, 1, 1]);
});

test("[LOAD4] M, V, T1 and T2 share what is new with A, L with B, and C stands for itself", () => {
  expect(SESSION_KINDS.map((kind) => `${kind}${exposureFamily(kind)}`)).toEqual([
    "AA",
    "BB",
    "MA",
    "VA",
    "LB",
    "CC",
    "T1A",
    "T2A",
  ]);
});

test("[LOAD5] the other kinds have the points of their table at two reps in reserve", () => {
  const load = (kind: "M" | "V" | "L" | "C" | "T1" | "T2") =>
    legLoad(prescribe({ kind, week: 9, kit: "dumbbells", maxMinutes: null }), { exposures: 3 });
  expect(load("M")).toEqual({ points: 10.9, class: "heavy" });
  expect(load("V")).toEqual({ points: 5.2, class: "moderate" });
  expect(load("L")).toEqual({ points: 1.8, class: "light" });
  expect(load("T2")).toEqual({ points: 5.6, class: "moderate" });
  expect(load("T1")).toEqual({ points: 0.9, class: "light" });
  expect(load("C")).toEqual({ points: 0, class: "none" });
});

test("[LOAD6] core and upper body never cost the legs anything, and L never more than light", () => {
  fc.assert(
    fc.property(anyWeek, anyKit, fc.nat(5), (week, kit, exposures) => {
      const load = (kind: "C" | "L") => legLoad(prescribe({ kind, week, kit, maxMinutes: null }), { exposures });
      expect(load("C").class).toBe("none");
      expect(load("L").class).toBe("light");
    }),
  );
});

test("[LOAD8] after a gap the next sessions are new again: 1.25 times for one from 11 days on, 1.5 times for two from 18 days on", () => {
  expect([0, 10, 11, 17, 18, 400].map(returnAfter)).toEqual([
    null,
    null,
    { factor: 1.25, sessions: 1 },
    { factor: 1.25, sessions: 1 },
    { factor: 1.5, sessions: 2 },
    { factor: 1.5, sessions: 2 },
  ]);
  expect(afterOneSession({ factor: 1.5, sessions: 2 })).toEqual({ factor: 1.5, sessions: 1 });
  expect(afterOneSession({ factor: 1.25, sessions: 1 })).toEqual(NO_RETURN);
  const A = prescribe({ kind: "A", week: 5, kit: "gym", maxMinutes: null });
  expect(legLoad(A, { exposures: 9, returning: 1.25 }).points).toBe(14.4);
  // New and returning at once is no more than new.
  expect(legLoad(A, { exposures: 0, returning: 1.25 }).points).toBe(legLoad(A, { exposures: 0 }).points);
});

test("[LOAD9] a new rung counts its own points 1.25 times", () => {
  const A = prescribe({ kind: "A", week: 5, kit: "gym", maxMinutes: null });
  // Three sets of P3 at three in reserve are 3 points, so a quarter of them comes on top.
  expect(legLoad(A, { exposures: 9, newRungs: ["P3"] }).points).toBe(roundPoints(11.5 + 0.75));
  expect(legLoad(A, { exposures: 9, newRungs: ["P1"] }).points).toBe(11.5);
});
