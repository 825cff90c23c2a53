import fc from "fast-check";
import { expect, test } from "vitest";
import type { Pattern } from "../exercise/pattern";
import type { PrescribedExercise, Prescription } from "../programme/prescription";
import type { LoggedSet } from "../record/kinds";
import { creditOfDose, plannedWeight, sessionCredit, sessionDose } from "./index";

const asked = (pattern: Pattern, sets: number, amount: number, more: Partial<PrescribedExercise> = {}) =>
  ({
    pattern,
    exercise: `${pattern}.1`,
    sets,
    amount,
    unit: pattern.startsWith("P6") ? "seconds" : "reps",
    perSide: false,
    tempo: null,
    rir: 3,
    ...more,
  }) as PrescribedExercise;

/** Session A of week 5: 3 P3, 2 P6F, 3 P2, 2 P5, 3 P8, 2 P6S. */
const week5A: Prescription = {
  kind: "A",
  week: 5,
  phase: 2,
  reduced: false,
  rir: 3,
  plyo: [],
  pairs: [
    [asked("P3", 3, 8), asked("P6F", 2, 30)],
    [asked("P2", 3, 8), asked("P5", 2, 10)],
    [asked("P8", 3, 5), asked("P6S", 2, 20)],
  ],
};

function allSets(
  prescription: Prescription,
  change: (set: LoggedSet) => LoggedSet | null = (set) => set,
): Record<string, LoggedSet> {
  const entries = [...prescription.plyo, ...prescription.pairs.flat()].flatMap(({ pattern, sets, amount }) =>
    Array.from({ length: sets }, (_, index) => {
      const set = change({ pattern, state: "done", amount });
      return set === null ? [] : [[`${pattern}.${index + 1}`, set] as const];
    }).flat(),
  );
  return Object.fromEntries(entries);
}

const finished = (sets: Record<string, LoggedSet>, prescription = week5A) => ({
  prescription,
  sets,
  ending: "finished" as const,
});

test("[ADH1] the worked session, A of week 5 without its Nordic sets, has the dose 9.5 of 12.5", () => {
  const sets = allSets(week5A, (set) => (set.pattern === "P8" ? null : set));
  expect(plannedWeight(week5A)).toBe(12.5);
  expect(sessionDose(finished(sets))).toEqual({ dose: 0.76, verified: true });
  expect(sessionCredit(finished(sets))).toBe(0.76);
});

test("[ADH1] a set more than asked of one exercise does not pay for one left out of another", () => {
  const sets = allSets(week5A, (set) => (set.pattern === "P8" ? null : set));
  const extra = { "01890a5d": { pattern: "P3", state: "done", amount: 8 } } as const;
  expect(sessionDose(finished({ ...sets, ...extra })).dose).toBe(0.76);
});

test("[ADH1] a set added in place of one that was skipped counts", () => {
  const sets = allSets(week5A);
  const replaced = {
    ...sets,
    "P3.2": { pattern: "P3", state: "skipped", amount: 0 } as const,
    "01890a5d": { pattern: "P3", state: "done", amount: 8 } as const,
  };
  expect(sessionDose(finished(replaced)).dose).toBe(1);
});

test("[ADH1] a dose stays within 0 and 1 whatever was logged, and another set never lowers it", () => {
  const anySet = fc.record({
    pattern: fc.constantFrom("P3", "P6F", "P2", "P5", "P8", "P6S", "U1", "PLYO"),
    state: fc.constantFrom("done", "failed", "skipped"),
    amount: fc.integer({ min: 0, max: 60 }),
  }) as fc.Arbitrary<LoggedSet>;
  const anyEntry = fc.oneof(fc.constantFrom("P3.1", "P3.9", "P8.2", "P5.1", "PLYO.0"), fc.uuid());
  fc.assert(
    fc.property(fc.dictionary(anyEntry, anySet), fc.uuid(), anySet, (sets, id, more) => {
      const { dose } = sessionDose(finished(sets));
      expect(dose).toBeGreaterThanOrEqual(0);
      expect(dose).toBeLessThanOrEqual(1);
      expect(sessionDose(finished({ [id]: more, ...sets })).dose).toBeGreaterThanOrEqual(dose);
    }),
  );
});

test("[ADH2] each pattern weighs what its family weighs", () => {
  const weightOf = (pattern: Pattern) => plannedWeight({ ...week5A, pairs: [[asked(pattern, 1, 8)]] });
  expect(["P1", "P2", "P3", "P4", "P8"].map((each) => weightOf(each as Pattern))).toEqual([1, 1, 1, 1, 1]);
  expect(["P5", "P7"].map((each) => weightOf(each as Pattern))).toEqual([0.75, 0.75]);
  expect(["P6F", "P6S", "U1", "U2", "U3"].map((each) => weightOf(each as Pattern))).toEqual([0.5, 0.5, 0.5, 0.5, 0.5]);
});

test("[ADH2] five sets of spring drills weigh 2.5", () => {
  const plyo = [
    asked("PLYO", 2, 20, { unit: "contacts", exercise: "PLYO.Y1" }),
    asked("PLYO", 3, 5, { unit: "contacts", exercise: "PLYO.Y4" }),
  ];
  expect(plannedWeight({ ...week5A, plyo, pairs: [] })).toBe(2.5);
});

test("[ADH3] five of six to eight reps count, four do not", () => {
  // Phase 2 takes two reps off the target: 8 stands for 6–8, and 80 % of 6 is 4.8.
  const withReps = (amount: number) =>
    finished(allSets(week5A, (set) => (set.pattern === "P3" ? { ...set, amount } : set)));
  expect(sessionDose(withReps(5)).dose).toBe(1);
  expect(sessionDose(withReps(4)).dose).toBe(9.5 / 12.5);
});

test("[ADH3] a hold counts from 80 % of its seconds on, and a Nordic from 80 % of its reps", () => {
  const withHold = (amount: number) =>
    sessionDose(finished(allSets(week5A, (set) => (set.pattern === "P6F" ? { ...set, amount } : set)))).dose;
  expect(withHold(24)).toBe(1);
  expect(withHold(23)).toBeLessThan(1);
  const withNordic = (amount: number) =>
    sessionDose(finished(allSets(week5A, (set) => (set.pattern === "P8" ? { ...set, amount } : set)))).dose;
  expect(withNordic(4)).toBe(1);
  expect(withNordic(3)).toBe(9.5 / 12.5);
});

test("[ADH3] a failed set counts by its reps, a skipped one never", () => {
  const failed = allSets(week5A, (set) => ({ ...set, state: "failed", amount: Math.ceil(set.amount * 0.8) }));
  expect(sessionDose(finished(failed)).dose).toBe(1);
  expect(sessionDose(finished(allSets(week5A, (set) => ({ ...set, state: "skipped" })))).dose).toBe(0);
});

test("[ADH3] each spring drill is held to its own contacts", () => {
  const plyo = [
    asked("PLYO", 2, 20, { unit: "contacts", exercise: "PLYO.Y1" }),
    asked("PLYO", 3, 5, { unit: "contacts", exercise: "PLYO.Y4" }),
  ];
  const springs: Prescription = { ...week5A, plyo, pairs: [] };
  const set = (amount: number): LoggedSet => ({ pattern: "PLYO", state: "done", amount });
  const jumps = { "PLYO-Y4.1": set(5), "PLYO-Y4.2": set(5), "PLYO-Y4.3": set(5) };
  const sets = { "PLYO-Y1.1": set(5), "PLYO-Y1.2": set(20), ...jumps };
  expect(sessionDose(finished(sets, springs)).dose).toBe(0.8);
});

test("[ADH4] credit has its steps at 0.8 and 0.3", () => {
  expect([1, 0.8, 0.79, 0.3, 0.29, 0].map(creditOfDose)).toEqual([1, 1, 0.79, 0.3, 0, 0]);
  expect(creditOfDose(0.1 + 0.2)).toBeCloseTo(0.3, 12);
});

test("[ADH5] a ticked session has the dose 0.8, full credit, and is not verified", () => {
  const ticked = { prescription: week5A, sets: {}, ending: "ticked" as const };
  expect(sessionDose(ticked)).toEqual({ dose: 0.8, verified: false });
  expect(sessionCredit(ticked)).toBe(1);
});

test("[ADH6] a stop for pain earns full credit and the dose that was done", () => {
  const sets = { "P3.1": { pattern: "P3", state: "done", amount: 8 } } as const;
  const stopped = { prescription: week5A, sets, ending: "painStop" as const };
  expect(sessionDose(stopped).dose).toBe(1 / 12.5);
  expect(sessionCredit(stopped)).toBe(1);
});

test("[ADH6] a stop for any other reason earns what was done", () => {
  const sets = { "P3.1": { pattern: "P3", state: "done", amount: 8 } } as const;
  expect(sessionCredit({ prescription: week5A, sets, ending: "stopped" })).toBe(0);
});

test("[ADH7] core chosen in place of legs earns 0.3, core asked by the app earns its sets", () => {
  const core: Prescription = { ...week5A, kind: "C", pairs: [[asked("U1", 2, 8), asked("P6F", 2, 30)]] };
  const chosen = { prescription: week5A, sets: allSets(core), ending: "finished" as const, kind: "C" as const };
  expect([sessionDose(chosen).dose, sessionCredit(chosen)]).toEqual([0.3, 0.3]);
  const byApp = { ...finished(allSets(core), core), kind: "C" as const };
  expect([sessionDose(byApp).dose, sessionCredit(byApp)]).toEqual([1, 1]);
  const opened = { ...chosen, sets: {} };
  expect([sessionDose(opened).dose, sessionCredit(opened)]).toEqual([0, 0]);
});
