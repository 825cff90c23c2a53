import fc from "fast-check";
import { expect, test } from "vitest";
import { defaultRung, holdsRung, KITS, PATTERNS, startRung, type LadderPattern } from "./index";

const LADDER_PATTERNS = PATTERNS.filter((pattern): pattern is LadderPattern => pattern !== "PLYO" && pattern !== "MOB");
const EXPERIENCES = ["new", "some", "trained"] as const;
const start = (change: Partial<Parameters<typeof startRung>[0]> = {}) =>
  startRung({ pattern: "P1", kit: "gym", experience: "some", age: 40, tests: null, ...change });

const anyScore = fc.oneof(fc.nat(60), fc.constantFrom(-1, Number.NaN, Number.POSITIVE_INFINITY, 7.5));
const anySide = fc.record(
  { calfRaise: anyScore, sidePlank: anyScore, sitToStand: anyScore, bridge: anyScore, balance: anyScore },
  { requiredKeys: [] },
);
const anyStart = fc.record({
  pattern: fc.constantFrom(...LADDER_PATTERNS),
  kit: fc.constantFrom(...KITS),
  experience: fc.constantFrom(...EXPERIENCES),
  age: fc.option(fc.oneof(fc.integer({ min: -5, max: 130 }), fc.constant(Number.NaN))),
  tests: fc.option(fc.record({ left: anySide, right: anySide }, { requiredKeys: [] })),
});

test("[EX9] a runner with some training begins on the default rung of the kit", () => {
  for (const pattern of LADDER_PATTERNS)
    for (const kit of KITS) expect(start({ pattern, kit })).toBe(defaultRung({ pattern, phase: 1, kit }));
});

test.each([
  ["new to leg training", start({ experience: "new" }), 1],
  ["59 years old", start({ age: 59 }), 2],
  ["60 years old", start({ age: 60 }), 1],
  ["new and 60", start({ experience: "new", age: 60 }), 1],
  ["trained", start({ experience: "trained" }), 3],
  ["trained and 60", start({ experience: "trained", age: 60 }), 1],
  ["trained, with a start test that fails", start({ experience: "trained", tests: { left: { sitToStand: 4 } } }), 1],
  ["of unknown age", start({ age: null }), 2],
])(
  "[EX9] someone %s begins one rung lower, on the default or one higher, never two steps away",
  (_who, rung, asked) => {
    expect(rung).toBe(asked);
  },
);

test.each([
  ["P1", "sitToStand", 5],
  ["P2", "sitToStand", 5],
  ["P3", "sitToStand", 5],
  ["P4", "bridge", 8],
  ["P8", "bridge", 8],
  ["P5", "calfRaise", 10],
  ["P6F", "sidePlank", 15],
  ["P6S", "sidePlank", 15],
] as const)("[EX10] the start test of %s is the %s, and its worse side fails under %i", (pattern, name, least) => {
  const rung = start({ pattern });
  const lower = Math.max(0, (rung ?? 0) - 1);
  expect(start({ pattern, tests: { left: { [name]: least - 1 }, right: { [name]: 60 } } })).toBe(lower);
  expect(start({ pattern, tests: { left: { [name]: least }, right: { [name]: least } } })).toBe(rung);
});

test("[EX10] other tests, and scores that are none, change no start", () => {
  expect(start({ pattern: "P7", tests: { left: { sitToStand: 0, calfRaise: 0, balance: 0 } } })).toBe(1);
  expect(start({ tests: { left: { sitToStand: -1 }, right: { sitToStand: Number.NaN } } })).toBe(2);
});

test("[EX11] a start is never above the default and one, never below 0, never a rung that the kit lacks", () => {
  fc.assert(
    fc.property(anyStart, (wanted) => {
      const fallback = defaultRung({ pattern: wanted.pattern, phase: 1, kit: wanted.kit });
      const rung = startRung(wanted);
      if (fallback === null || rung === null) {
        expect(rung).toBe(fallback);
        return;
      }
      expect(rung).toBeGreaterThanOrEqual(0);
      expect(rung).toBeLessThanOrEqual(fallback + 1);
      expect(holdsRung(wanted.kit, wanted.pattern, rung)).toBe(true);
    }),
  );
});

test("[EX11] training never lowers a start, and being new never raises it", () => {
  fc.assert(
    fc.property(anyStart, (wanted) => {
      const [asNew, asSome, asTrained] = EXPERIENCES.map((experience) => startRung({ ...wanted, experience }) ?? -1);
      expect(asNew).toBeLessThanOrEqual(asSome ?? -1);
      expect(asSome).toBeLessThanOrEqual(asTrained ?? -1);
    }),
  );
});
