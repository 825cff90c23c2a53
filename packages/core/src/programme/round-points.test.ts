import fc from "fast-check";
import { expect, test } from "vitest";
import { roundPoints } from "./round-points";

test("[LOAD2] points round to one decimal, ties down, so that 7.95 is not yet heavy", () => {
  expect([0, 0.04, 5.25, 5.250000000000001, 5.26, 7.95, 7.96, 11.25].map(roundPoints)).toEqual([
    0, 0, 5.2, 5.2, 5.3, 7.9, 8, 11.2,
  ]);
});

test("[LOAD2] rounding moves a number by half a tenth at most", () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1000, noNaN: true }), (value) => {
      expect(Math.abs(roundPoints(value) - value)).toBeLessThanOrEqual(0.05 + 1e-6);
    }),
  );
});
