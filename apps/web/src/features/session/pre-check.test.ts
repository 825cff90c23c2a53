import { describe, expect, test } from "vitest";
import { checkFields, checkVerdict, legSoreness, UNCHECKED } from "./pre-check";

describe("the check before a session", () => {
  test("nothing said writes nothing", () => {
    expect(checkFields(UNCHECKED)).toBeNull();
    expect(checkFields({ ...UNCHECKED, sore: { calf: 0 } })).toBeNull();
  });

  test("the legs are as sore as their worst area, and the other areas are written as 0", () => {
    const check = { ...UNCHECKED, sore: { calf: 2, glute: 5 } };
    expect(legSoreness(check)).toBe(5);
    expect(checkFields(check)).toEqual({ soreness: 5, sore: { calf: 2, frontThigh: 0, hamstring: 0, glute: 5 } });
  });

  test("only what was tapped is written", () => {
    expect(checkFields({ ...UNCHECKED, limping: true, painWalking: 3 })).toEqual({ limping: true, painWalking: 3 });
    expect(checkFields({ ...UNCHECKED, sleptBadly: true, stillSore: true })).toEqual({
      sleptBadly: true,
      stillSore: true,
    });
  });

  test("the worst signal decides what is said", () => {
    const verdict = (change: Partial<typeof UNCHECKED>) => checkVerdict({ ...UNCHECKED, ...change });
    expect(verdict({ sore: { calf: 5 }, painWalking: 3 })).toBeNull();
    expect(verdict({ sore: { calf: 6 } })).toBe("lighter");
    expect(verdict({ sore: { calf: 8 } })).toBe("restLegs");
    expect(verdict({ sore: { calf: 6 }, limping: true })).toBe("restLegs");
    expect(verdict({ painWalking: 4 })).toBe("restLegs");
  });
});
