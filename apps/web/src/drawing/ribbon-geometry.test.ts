import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hourPosition, stretchPosition, weekPosition, widestLane } from "./ribbon-geometry";

const anyRun = fc.record({ day: fc.integer({ min: 0, max: 6 }), hour: fc.double({ min: 0, max: 23.99, noNaN: true }) });
const anyHours = fc.constantFrom(12, 24, 36);

describe("where an hour stands in its day", () => {
  test("four in the morning is the lane's beginning and ten at night its end", () => {
    expect([4, 13, 22].map(hourPosition)).toEqual([0, 0.5, 1]);
  });

  test("hours outside what a lane shows stand at its rim", () => {
    expect([0, 3.5, 23].map(hourPosition)).toEqual([0, 0, 1]);
  });

  test("a later hour never stands before an earlier one", () => {
    fc.assert(
      fc.property(anyRun, anyRun, (one, other) => {
        const inOrder = one.day * 24 + one.hour <= other.day * 24 + other.hour;
        const [first, second] = inOrder ? [one, other] : [other, one];
        expect(weekPosition(first.day, first.hour)).toBeLessThanOrEqual(weekPosition(second.day, second.hour));
      }),
    );
  });
});

describe("the protected stretch", () => {
  test("36 h before Wednesday seven o'clock begins on Monday at 19", () => {
    expect(stretchPosition({ day: 2, hour: 7 }, 36)).toEqual({
      from: 15 / 18,
      to: 2 + 3 / 18,
      beginsHere: true,
    });
  });

  test("a stretch that began last week is cut at Monday and has no beginning here", () => {
    expect(stretchPosition({ day: 0, hour: 13 }, 36)).toEqual({ from: 0, to: 0.5, beginsHere: false });
  });

  test("nothing is drawn when nothing of it lies in the week", () => {
    expect(stretchPosition({ day: 0, hour: 3 }, 24)).toBeNull();
  });

  test("it always ends at the run and lies within the week", () => {
    fc.assert(
      fc.property(anyRun, anyHours, (run, hours) => {
        const place = stretchPosition(run, hours);
        if (place === null) return;
        expect(place.to).toBe(weekPosition(run.day, run.hour));
        expect(place.from).toBeGreaterThanOrEqual(0);
        expect(place.from).toBeLessThan(place.to);
      }),
    );
  });

  test("its word stands in the lane it covers most", () => {
    expect(widestLane({ from: 0.83, to: 2.17 })).toBe(1);
    expect(widestLane({ from: 4.1, to: 4.4 })).toBe(4);
  });
});
