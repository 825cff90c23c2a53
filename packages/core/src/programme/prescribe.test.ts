import fc from "fast-check";
import { expect, test } from "vitest";
import texts from "../../messages/en/programme.json";
import { KITS, PATTERNS, sharedPrimeMovers, type Pattern } from "../exercise";
import {
  amountRange,
  LOAD_CLASSES,
  plannedSets,
  prescribe,
  SESSION_KINDS,
  variantOf,
  type PrescribedExercise,
  type PrescribeInput,
  type Prescription,
} from "./index";

const WEEKS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;

const session = (over: Partial<PrescribeInput> & Pick<PrescribeInput, "kind" | "week">): Prescription =>
  prescribe({ kit: "dumbbells", maxMinutes: null, ...over });

const anyInput: fc.Arbitrary<PrescribeInput> = fc.record({
  kind: fc.constantFrom(...SESSION_KINDS),
  week: fc.constantFrom(...WEEKS),
  kit: fc.constantFrom(...KITS),
  maxMinutes: fc.constant(null),
  turn: fc.integer({ min: 1, max: 4 }),
});

/** As the programme writes a dose: `3×8/side`, `2×20 s`. */
function doseText({ sets, amount, unit, perSide }: PrescribedExercise): string {
  return `${sets}×${amount}${unit === "seconds" ? " s" : ""}${perSide ? "/side" : ""}`;
}
const shown = ({ plyo, pairs }: Prescription) =>
  [
    ...pairs.map((pair) => pair.map((each) => `${each.pattern} ${doseText(each)}`).join(" + ")),
    ...plyo.map(springText),
  ].join("; ");
const springText = (each: PrescribedExercise) => `${each.exercise} ${each.sets}×${each.amount}`;

test("[PRG4] no pair shares a prime mover, whatever the kind, week and kit", () => {
  fc.assert(
    fc.property(anyInput, (input) => {
      for (const [one, other] of prescribe(input).pairs)
        if (one && other) expect(sharedPrimeMovers(one.pattern, other.pattern)).toEqual([]);
    }),
  );
});

test("[PRG5] the row needs a band; without one the bridge stands alone", () => {
  for (const week of WEEKS)
    for (const kit of KITS) {
      const second = session({ kind: "B", week, kit }).pairs[1]?.map(({ pattern }) => pattern);
      expect(second).toEqual(kit === "none" ? ["P4"] : ["P4", "U2"]);
    }
});

test("[PRG6] the other kinds ask for what their table says", () => {
  const asked = (kind: PrescribeInput["kind"]) => shown(session({ kind, week: 9 }));
  expect(asked("M")).toBe("P3 2×6/side + P6S 2×25 s/side; P2 2×6 + P5 2×8/side; P8 2×5 + P7 2×12/side; PLYO.Y1 2×15");
  expect(asked("V")).toBe("P3 1×8/side + P6S 1×25 s/side; P2 1×8 + P5 1×10/side; P8 1×5 + P7 1×12/side");
  expect(asked("L")).toBe("P1 2×6/side + P6F 2×30 s; P4 2×10 + P6S 2×20 s/side; P7 2×10/side + P5 1×10");
  expect(asked("C")).toBe("U1 2×8 + P6F 2×8/side; U2 2×10 + P6S 2×25 s/side; U3 2×10 + P6F 2×35 s");
  expect(asked("T2")).toBe("P3 2×5/side + P6F 2×30 s; P2 2×5 + P5 2×8/side; PLYO.Y1 2×15");
  expect(asked("T1")).toBe("P3 1×5/side + P6F 1×30 s; P4 1×8 + P6S 1×20 s/side; P5 1×10 + P6F 1×6/side");
});

test("[PRG6] core sessions and race week name their core exercises; light calf raises are on two legs", () => {
  const exercises = (kind: "C" | "T1" | "L") =>
    session({ kind, week: 9 })
      .pairs.flat()
      .map(({ exercise }) => exercise);
  expect(exercises("C")).toEqual(["U1.3", "P6F.1", "U2.3", "P6S.3", "U3.3", "P6F.2"]);
  expect(exercises("T1").slice(4)).toEqual(["P5.1", "P6F.1"]);
  expect(exercises("L").at(-1)).toBe("P5.1");
});

test("[PRG7] M and V keep the week's reps in reserve, L and T1 stay at five, C and T2 at three", () => {
  const rirs = (kind: PrescribeInput["kind"]) => WEEKS.map((week) => session({ kind, week }).rir).join("");
  expect([rirs("A"), rirs("M"), rirs("V")]).toEqual(Array.from({ length: 3 }, () => "443433242224"));
  expect([rirs("L"), rirs("T1")]).toEqual(["555555555555", "555555555555"]);
  expect([rirs("C"), rirs("T2")]).toEqual(["333333333333", "333333333333"]);
});

test("[PRG8] every second M trains the single-leg squat and the bridge in place of step-up and hamstrings", () => {
  const patterns = (turn: number) =>
    session({ kind: "M", week: 6, turn })
      .pairs.map((pair) => pair[0])
      .map((each) => each && `${each.pattern} ${doseText(each)}`);
  expect(patterns(1)).toEqual(["P3 2×6/side", "P2 2×6", "P8 2×5"]);
  expect(patterns(2)).toEqual(["P1 2×6/side", "P2 2×6", "P4 2×8"]);
  expect(patterns(3)).toEqual(patterns(1));
});

test("[PRG9] no session of any kind has spring drills before week 5", () => {
  fc.assert(
    fc.property(anyInput, (input) => {
      if (input.week < 5) expect(prescribe(input).plyo).toEqual([]);
    }),
  );
});

test("[PRG10] a rung that the runner reached stands in place of the default, as far as the kit holds it", () => {
  const squat = (kit: PrescribeInput["kit"], rung: 0 | 3 | 5) =>
    session({ kind: "B", week: 1, kit, rungs: { P1: rung } }).pairs[0]?.[0]?.exercise;
  expect([squat("gym", 5), squat("dumbbells", 3), squat("none", 3), squat("none", 5), squat("gym", 0)]).toEqual([
    "P1.5",
    "P1.3",
    "P1.2",
    "P1.4",
    "P1.0",
  ]);
});

test("[PRG10] L takes the single-leg squat one rung down, and never below the first", () => {
  const squat = (rung: 0 | 4) => session({ kind: "L", week: 5, rungs: { P1: rung } }).pairs[0]?.[0];
  expect(squat(4)).toMatchObject({ exercise: "P1.3", perSide: true });
  expect(squat(0)).toMatchObject({ exercise: "P1.0", perSide: false });
});

test("[PRG10] calf raises stay on two legs, without sides, for a runner who is not past that rung", () => {
  const calf = (rung: 1 | 3) => session({ kind: "A", week: 6, rungs: { P5: rung } }).pairs[1]?.[1];
  expect(calf(1)).toMatchObject({ exercise: "P5.1", perSide: false });
  expect(calf(3)).toMatchObject({ exercise: "P5.3", perSide: true });
});

test("[PRG11] entry ids are unique in every session and count on when a pattern comes twice", () => {
  fc.assert(
    fc.property(anyInput, (input) => {
      const entries = plannedSets(prescribe(input)).map(({ entry }) => entry);
      expect(new Set(entries).size).toBe(entries.length);
    }),
  );
  expect(plannedSets(session({ kind: "C", week: 1 })).map(({ entry }) => entry)).toEqual([
    "U1.1",
    "U1.2",
    "P6F.1",
    "P6F.2",
    "U2.1",
    "U2.2",
    "P6S.1",
    "P6S.2",
    "U3.1",
    "U3.2",
    "P6F.3",
    "P6F.4",
  ]);
  expect(plannedSets(session({ kind: "B", week: 9 })).map(({ entry }) => entry)).toEqual(
    expect.arrayContaining(["PLYO-Y1.1", "PLYO-Y1.2", "PLYO-Y4.1", "PLYO-Y4.2"]),
  );
});

test("[PRG13] a week that the programme does not have is refused", () => {
  for (const week of [0, 13, 1.5, Number.NaN]) expect(() => session({ kind: "A", week })).toThrow(RangeError);
});

test("[PRG14] every kind, phase, pattern and load class has its words", () => {
  expect(Object.keys(texts.session).toSorted()).toEqual([...SESSION_KINDS].toSorted());
  expect(Object.keys(texts.pattern)).toEqual([...PATTERNS]);
  expect(Object.keys(texts.loadClass)).toEqual([...LOAD_CLASSES]);
  expect(texts.session.A).toEqual({ name: "Hinge and push", short: "Hinge" });
  expect(texts.session.B).toEqual({ name: "Single-leg and hip", short: "Hips" });
});

test("[PRG14] no text promises less injury or more speed", () => {
  expect(JSON.stringify(texts)).not.toMatch(/injur|faster runn|prevent|percent|%/i);
});

test("[PRG15] calf raises are done with a straight knee in A and its versions, with a bent one in B and L", () => {
  const bent = SESSION_KINDS.filter((kind) => variantOf(kind, "P5") === "bentKnee");
  expect(bent).toEqual(["B", "L"]);
  expect(PATTERNS.filter((pattern) => variantOf("B", pattern) !== null)).toEqual(["P5"]);
  expect(texts.variant).toHaveProperty("straightKnee");
  expect(texts.variant).toHaveProperty("bentKnee");
});

test("[PRG16] before a goal race the hamstring curl stays below the Nordics, and nothing else changes", () => {
  const asked = { kind: "A", week: 9, kit: "gym", maxMinutes: null } as const;
  const names = (noNordics: boolean) =>
    prescribe({ ...asked, noNordics })
      .pairs.flat()
      .map(({ exercise }) => exercise);
  expect(names(false)).toContain("P8.3");
  expect(names(true)).toEqual(names(false).map((exercise) => (exercise === "P8.3" ? "P8.2" : exercise)));
});

test("[PRG17] without weights the main lifts of the last phase ask for eight reps, with weights for six", () => {
  const reps = (kit: PrescribeInput["kit"], kind: PrescribeInput["kind"]) =>
    prescribe({ kind, week: 9, kit, maxMinutes: null })
      .pairs.flat()
      .filter(({ pattern }) => ["P1", "P2", "P3"].includes(pattern))
      .map(({ amount }) => amount);
  expect([reps("none", "A"), reps("band", "B"), reps("dumbbells", "A"), reps("gym", "B")]).toEqual([
    [8, 8],
    [8],
    [6, 6],
    [6],
  ]);
  expect([reps("none", "T2"), reps("none", "L")]).toEqual([[5, 5], [6]]);
});

test("[PRG17] without weights the calf raises of the last phase ask for 12 to 15, but not in the short version or a taper", () => {
  const calf = (kit: PrescribeInput["kit"], kind: PrescribeInput["kind"], week = 9) => {
    const asked = prescribe({ kind, week, kit, maxMinutes: null })
      .pairs.flat()
      .find(({ pattern }) => pattern === "P5");
    return asked && [asked.amount, amountRange(asked, week > 8 ? 3 : 2).join("-")].join(" ");
  };
  expect([calf("none", "A"), calf("band", "B"), calf("none", "M")]).toEqual(["12 12-15", "12 12-15", "12 12-15"]);
  expect([calf("dumbbells", "A"), calf("none", "V"), calf("none", "T2")]).toEqual(["8 8-10", "10 10-12", "8 8-10"]);
  expect(calf("none", "A", 8)).toBe("10 8-10");
});

test("[PRG3] without kit slow lowering stands in for a load: leg raises in phase 2, the hinge in phase 3", () => {
  const tempo = (kit: PrescribeInput["kit"], kind: "A" | "B", week: number, pattern: Pattern) =>
    session({ kind, week, kit })
      .pairs.flat()
      .find((each) => each.pattern === pattern)?.tempo;
  expect([tempo("none", "B", 6, "P7"), tempo("none", "A", 9, "P2")]).toEqual(["3-0-1-0", "3-0-1-0"]);
  expect([tempo("band", "B", 6, "P7"), tempo("none", "B", 3, "P7"), tempo("none", "B", 9, "P7")]).toEqual(
    Array.from({ length: 3 }, () => "2-0-1-0"),
  );
  expect(tempo("dumbbells", "A", 9, "P2")).toBe("2-0-X-0");
});

test("[PRG18] an amount stands for a range: what the phase and the pattern make of it", () => {
  const range = (pattern: Pattern, amount: number, phase: 1 | 2 | 3, unit: "reps" | "seconds" = "reps") =>
    amountRange({ pattern, amount, unit }, phase).join("-");
  expect([range("P3", 8, 1), range("P3", 8, 2), range("P3", 6, 3), range("P3", 8, 3)]).toEqual([
    "8-10",
    "6-8",
    "5-8",
    "8-12",
  ]);
  expect([range("P5", 12, 1), range("P5", 10, 2), range("P5", 8, 3), range("P7", 12, 3)]).toEqual([
    "12-14",
    "8-10",
    "8-10",
    "10-12",
  ]);
  expect([range("P8", 4, 1), range("P8", 5, 2), range("P8", 6, 3)]).toEqual(["4-5", "5-6", "6-6"]);
  expect(range("P6F", 30, 2, "seconds")).toBe("30-40");
  for (const week of [1, 6, 10]) {
    const core = session({ kind: "C", week }).pairs.map(([first]) => first && amountRange(first, 2).join("-"));
    expect(core.slice(0, 2)).toEqual(["8-12", "10-12"]);
  }
});
