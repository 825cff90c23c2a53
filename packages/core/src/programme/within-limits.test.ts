import fc from "fast-check";
import { expect, test } from "vitest";
import { KITS, RUNGS, rungOf } from "../exercise";
import { hardestSpringDrill, NO_LIMITS, type SafetyLimits } from "../safety";
import { sessionLibrary } from "../session-library";
import { checkPrescription, legLoad, prescribe, SESSION_KINDS, withinLimits } from "./index";

const anyLimits: fc.Arbitrary<SafetyLimits> = fc.record({
  blocked: fc.boolean(),
  springDrills: fc.boolean(),
  nordics: fc.boolean(),
  hamstringCurl: fc.boolean(),
  rungMax: fc.constantFrom(...RUNGS),
  rirMin: fc.constantFrom(0, 3),
  groups: fc.constantFrom([], ["sixtyPlus" as const]),
});
const anySession = fc.tuple(fc.constantFrom(...KITS), fc.nat(2000), fc.boolean()).map(([kit, index, isOwn]) => {
  const own = prescribe({ kind: SESSION_KINDS[index % 8] ?? "A", week: (index % 12) + 1, kit, maxMinutes: null });
  const library = sessionLibrary().filter((each) => KITS.indexOf(each.kit) <= KITS.indexOf(kit));
  return { kit, prescription: isOwn ? own : (library[index % library.length]?.prescription ?? own) };
});

test("[SAFE13] within any limits no exercise, drill or effort lies beyond them, and what stays is sound and no heavier", () => {
  fc.assert(
    fc.property(anySession, anyLimits, ({ kit, prescription }, limits) => {
      const within = withinLimits(prescription, limits, kit);
      const hardest = hardestSpringDrill(limits);
      for (const { exercise, pattern, rir } of within.pairs.flat()) {
        expect(rungOf(exercise) ?? 0).toBeLessThanOrEqual(limits.rungMax);
        expect(rir).toBeGreaterThanOrEqual(limits.rirMin);
        if (pattern === "P8") expect(limits.hamstringCurl).toBe(true);
        if (pattern === "P8" && !limits.nordics) expect(rungOf(exercise)).toBeLessThanOrEqual(2);
      }
      for (const { exercise } of within.plyo)
        expect(hardest !== null && exercise <= (`PLYO.${hardest}` as const)).toBe(true);
      if (within.pairs.length > 0) expect(checkPrescription(within, kit)).toEqual([]);
      const known = { exposures: 3 };
      expect(legLoad(within, known).points).toBeLessThanOrEqual(legLoad(prescription, known).points);
    }),
  );
});

test("[SAFE13] without limits the session is the same one", () => {
  for (const { prescription, kit } of sessionLibrary())
    expect(withinLimits(prescription, NO_LIMITS, kit)).toBe(prescription);
});

test("[SAFE13] a lower rung leaves the load of the higher one", () => {
  const asked = prescribe({
    kind: "A",
    week: 5,
    kit: "dumbbells",
    maxMinutes: null,
    rungs: { P5: 5 },
    adapted: { exercises: { P5A: { loadGrams: 10_000, hands: 1 } }, spring: "all" },
  });
  const calf = (limits: SafetyLimits) =>
    withinLimits(asked, limits, "dumbbells")
      .pairs.flat()
      .find(({ pattern }) => pattern === "P5");
  expect(calf(NO_LIMITS)).toMatchObject({ exercise: "P5.5", loadGrams: 10_000, perSide: true });
  expect(calf({ ...NO_LIMITS, rungMax: 1 })).toMatchObject({ exercise: "P5.1", perSide: false });
  expect(calf({ ...NO_LIMITS, rungMax: 1 })).not.toHaveProperty("loadGrams");
});
