import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { KITS, type ExerciseId } from "../exercise";
import { sessionLibrary } from "../session-library";
import {
  checkPrescription,
  prescribe,
  PRESCRIPTION_FAULTS,
  SESSION_KINDS,
  type PrescribedExercise,
  type PrescriptionFault,
  type Prescription,
} from "./index";

const RUNS = { numRuns: Number(process.env["LEGWORK_CASES"] ?? 1000) };

test("[BUILD1] everything that the programme prescribes is sound, for every kind, week, kit, limit and turn", () => {
  fc.assert(
    fc.property(
      fc.record({
        kind: fc.constantFrom(...SESSION_KINDS),
        week: fc.integer({ min: 1, max: 12 }),
        kit: fc.constantFrom(...KITS),
        maxMinutes: fc.option(fc.integer({ min: 1, max: 60 })),
        turn: fc.integer({ min: 1, max: 4 }),
        noNordics: fc.boolean(),
      }),
      (input) => {
        expect(checkPrescription(prescribe(input), input.kit)).toEqual([]);
      },
    ),
    RUNS,
  );
});

test("[BUILD1] every session of the library is sound for its kit", () => {
  const faulty = sessionLibrary().filter(({ prescription, kit }) => checkPrescription(prescription, kit).length > 0);
  expect(faulty).toEqual([]);
});

const sound = prescribe({ kind: "B", week: 10, kit: "dumbbells", maxMinutes: null });
const first = { kind: "A", week: 2, kit: "dumbbells", maxMinutes: null } as const;

/** The session with its `index`th exercise of `pair` changed. */
function changed(pair: number, index: number, change: Partial<PrescribedExercise>): Prescription {
  return {
    ...sound,
    pairs: sound.pairs.map((exercises, at) =>
      at === pair ? exercises.map((each, place) => (place === index ? { ...each, ...change } : each)) : exercises,
    ),
  };
}

const springs = (exercise: ExerciseId, change: Partial<PrescribedExercise> = {}): readonly PrescribedExercise[] => [
  {
    pattern: "PLYO",
    exercise,
    sets: 2,
    amount: 10,
    unit: "contacts",
    perSide: false,
    tempo: null,
    rir: 3,
    ...change,
  },
];

const squat = sound.pairs[0]?.[0];
if (squat === undefined) throw new Error("B has no squat");

const PLANTED: readonly (readonly [what: string, fault: PrescriptionFault, prescription: Prescription])[] = [
  ["nothing in it", "shape", { ...sound, pairs: [] }],
  ["an empty pair", "shape", { ...sound, pairs: [...sound.pairs, []] }],
  ["three in a pair", "shape", { ...sound, pairs: [[squat, squat, squat]] }],
  ["a thirteenth week", "week", { ...sound, week: 13 }],
  ["the phase of another week", "week", { ...sound, phase: 1 }],
  ["a reduced week that is none", "week", { ...sound, reduced: true }],
  ["legs in a core session", "kind", { ...sound, kind: "C" }],
  ["hard legs in a light session", "kind", { ...sound, kind: "L" }],
  ["squat with step-up", "primeMover", changed(0, 1, { ...squat, pattern: "P3", exercise: "P3.2" })],
  ["a rung of another pattern", "exercise", changed(0, 0, { exercise: "P2.2" })],
  ["a rung that does not exist", "exercise", changed(0, 0, { exercise: "P1.9" as ExerciseId })],
  ["a spring drill in a pair", "exercise", changed(0, 1, { pattern: "PLYO", exercise: "PLYO.Y1", unit: "contacts" })],
  ["a lift among the springs", "exercise", { ...sound, plyo: [squat] }],
  ["a Nordic at home", "kit", changed(2, 0, { ...squat, pattern: "P8", exercise: "P8.3", perSide: false })],
  ["no sets", "sets", changed(0, 0, { sets: 0 })],
  ["five sets", "sets", changed(0, 0, { sets: 5 })],
  ["half a set", "sets", changed(0, 0, { sets: 1.5 })],
  ["two reps", "amount", changed(0, 0, { amount: 2 })],
  ["a plank of two minutes", "amount", changed(0, 1, { amount: 120 })],
  ["amount that is no number", "amount", changed(0, 0, { amount: Number.NaN })],
  ["squats for a time", "unit", changed(0, 0, { unit: "seconds", tempo: null })],
  ["planks by reps", "unit", changed(0, 1, { unit: "reps", tempo: "2-0-1-0" })],
  ["one rep in reserve", "rir", changed(0, 0, { rir: 1 })],
  ["a session to failure", "rir", { ...sound, rir: 0 }],
  ["reps without a tempo", "tempo", changed(0, 0, { tempo: null })],
  ["reps of half a minute", "tempo", changed(0, 0, { tempo: "15-0-15-0" })],
  ["a plank with a tempo", "tempo", changed(0, 1, { tempo: "2-0-1-0" })],
  ["sides of a two-legged sit-to-stand", "sides", changed(0, 0, { exercise: "P1.0", perSide: true })],
  ["a single-leg squat without sides", "sides", changed(0, 0, { perSide: false })],
  ["a bridge with sides", "sides", changed(1, 0, { perSide: true })],
  ["drop jumps", "spring", { ...sound, plyo: springs("PLYO.Y5") }],
  ["springs in week 2 of the programme", "spring", { ...prescribe(first), plyo: springs("PLYO.Y1") }],
  [
    "jumps at the first level of the library",
    "spring",
    { ...prescribe(first), library: "x", plyo: springs("PLYO.Y4") },
  ],
  ["a hundred contacts", "spring", { ...sound, plyo: springs("PLYO.Y1", { sets: 4, amount: 25 }) }],
  ["an odd number of hops on one leg", "amount", { ...sound, plyo: springs("PLYO.Y3", { amount: 15 }) }],
];

describe("[BUILD2] a planted fault is found and named", () => {
  test("the session is sound before", () => {
    expect(checkPrescription(sound, "dumbbells")).toEqual([]);
  });

  test.each(PLANTED)("%s: %s", (_, fault, prescription) => {
    expect(checkPrescription(prescription, "dumbbells").map((each) => each.fault)).toContain(fault);
  });

  test("every fault of the list is planted", () => {
    expect([...new Set(PLANTED.map(([, fault]) => fault))].sort()).toEqual([...PRESCRIPTION_FAULTS].sort());
  });
});
