import { describe, expect, test } from "vitest";
import { checkFields, legSoreness, UNCHECKED } from "./pre-check";

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
    expect(checkFields({ ...UNCHECKED, painWalking: 0 })).toEqual({ painWalking: 0 });
    expect(checkFields({ ...UNCHECKED, sleptBadly: true, stillSore: true })).toEqual({
      sleptBadly: true,
      stillSore: true,
    });
  });
});
