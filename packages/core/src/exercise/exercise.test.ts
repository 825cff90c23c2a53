import fc from "fast-check";
import { expect, test } from "vitest";
import texts from "../../messages/en/exercise.json";
import {
  exerciseFor,
  holdsRung,
  isTwoLegged,
  KITS,
  LADDERS,
  MOBILITY_MOVES,
  MUSCLES,
  musclesOf,
  nearestRungDown,
  PATTERNS,
  PRIME_MOVERS,
  RUNGS,
  SPRING_DRILLS,
  SUBSTITUTED_PATTERNS,
  type Kit,
  type LadderPattern,
} from "./index";

const LADDER_PATTERNS = PATTERNS.filter((pattern): pattern is LadderPattern => pattern !== "PLYO" && pattern !== "MOB");
const anyPattern = fc.constantFrom(...LADDER_PATTERNS);
const anyKit = fc.constantFrom(...KITS);
const anyPhase = fc.constantFrom(1 as const, 2 as const, 3 as const);
const anyRung = fc.constantFrom(...RUNGS);

/** Rungs in phases 1, 2, 3; a dash where the kit leaves the pattern out. */
const DEFAULTS: Readonly<Record<string, Readonly<Record<Kit, string>>>> = {
  P1: { none: "1 2 4", band: "1 2 4", dumbbells: "1 3 4", gym: "2 3 5" },
  P2: { none: "0 4 4", band: "1 1 4", dumbbells: "2 3 5", gym: "2 3 5" },
  P3: { none: "1 2 4", band: "1 2 4", dumbbells: "1 3 4", gym: "2 3 5" },
  P4: { none: "0 2 4", band: "1 3 4", dumbbells: "1 3 4", gym: "1 3 5" },
  P5: { none: "1 3 4", band: "1 3 4", dumbbells: "1 3 5", gym: "1 3 5" },
  P6F: { none: "0 2 3", band: "0 2 3", dumbbells: "0 2 3", gym: "0 2 3" },
  P6S: { none: "0 2 3", band: "0 2 3", dumbbells: "0 2 3", gym: "0 2 3" },
  P7: { none: "1 1 4", band: "1 2 3", dumbbells: "1 2 3", gym: "1 2 3" },
  P8: { none: "0 1 2", band: "1 2 2", dumbbells: "1 2 2", gym: "1 2 3" },
  U2: { none: "- - -", band: "1 1 1", dumbbells: "1 2 3", gym: "2 3 5" },
};

test.each(Object.entries(DEFAULTS))(
  "[EX1] %s begins each phase on the rung that the kit asks for",
  (pattern, byKit) => {
    for (const kit of KITS) {
      const rungs = ([1, 2, 3] as const).map((phase) => {
        const exercise = exerciseFor({ pattern: pattern as LadderPattern, phase, kit });
        return exercise === null ? "-" : exercise.slice(pattern.length + 1);
      });
      expect(`${kit}: ${rungs.join(" ")}`).toBe(`${kit}: ${byKit[kit]}`);
    }
  },
);

test("[EX2] a bigger kit holds every rung that a smaller one holds", () => {
  fc.assert(
    fc.property(anyPattern, anyRung, anyKit, anyKit, (pattern, rung, one, other) => {
      const [smaller, bigger] = KITS.indexOf(one) < KITS.indexOf(other) ? [one, other] : [other, one];
      expect(!holdsRung(smaller, pattern, rung) || holdsRung(bigger, pattern, rung)).toBe(true);
    }),
  );
});

test("[EX2] a rung that the kit lacks goes down to the next one it holds, never up", () => {
  fc.assert(
    fc.property(anyPattern, anyRung, anyKit, (pattern, rung, kit) => {
      const found = nearestRungDown(kit, pattern, rung);
      const held = RUNGS.filter((each) => each <= rung && holdsRung(kit, pattern, each));
      expect(found).toBe(held.at(-1) ?? null);
    }),
  );
});

test("[EX3] Nordics are offered only where an anchor is sure to be safe", () => {
  fc.assert(
    fc.property(anyPhase, fc.constantFrom("none" as const, "band" as const, "dumbbells" as const), (phase, kit) => {
      const exercise = exerciseFor({ pattern: "P8", phase, kit });
      expect(["P8.0", "P8.1", "P8.2"]).toContain(exercise);
    }),
  );
  expect(texts.substitute.P8).toContain("Never use a door or a radiator");
});

test("[EX4] every rung and drill has a name, a cue and two faults of its own", () => {
  const entries = [
    ...LADDER_PATTERNS.flatMap((pattern) => RUNGS.map((rung) => texts[pattern][rung])),
    ...SPRING_DRILLS.map((drill) => texts.PLYO[drill]),
    ...MOBILITY_MOVES.map((move) => texts.MOB[move]),
  ];
  for (const { name, cue, fault1, fault2 } of entries) {
    expect(name.length).toBeGreaterThan(3);
    expect(cue.endsWith(".")).toBe(true);
    expect(new Set([fault1, fault2]).size).toBe(2);
  }
  const names = entries.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
});

test("[EX4] a substitute is told for exactly the patterns that have one", () => {
  expect(Object.keys(texts.substitute)).toEqual([...SUBSTITUTED_PATTERNS]);
});

test("[EX5] every pattern has prime movers, named first among its muscles and only once", () => {
  expect(musclesOf("MOB")).toEqual([]);
  for (const pattern of PATTERNS.filter((each) => each !== "MOB")) {
    const muscles = musclesOf(pattern);
    expect(PRIME_MOVERS[pattern].length).toBeGreaterThan(0);
    expect(muscles.slice(0, PRIME_MOVERS[pattern].length)).toEqual(PRIME_MOVERS[pattern]);
    expect(new Set(muscles).size).toBe(muscles.length);
  }
  expect(MUSCLES.filter((muscle) => !PATTERNS.some((pattern) => musclesOf(pattern).includes(muscle)))).toEqual([]);
});

test("[EX6] sit-to-stands and calf raises on two legs have no sides", () => {
  expect(
    LADDER_PATTERNS.flatMap((pattern) => RUNGS.map((rung) => `${pattern}.${rung}` as const)).filter(isTwoLegged),
  ).toEqual(["P1.0", "P5.0", "P5.1"]);
  expect(Object.keys(LADDERS)).toEqual(LADDER_PATTERNS);
});
