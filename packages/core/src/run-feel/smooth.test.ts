import fc from "fast-check";
import { expect, test } from "vitest";
import { hasTrend, smoothFeel, weeklyFeel, type FeelPoint } from "./index";
import { normalShareBelow, studentT975 } from "./spread";

/** Expected figures in this file were computed apart from the code, with NumPy and SciPy. */
const days = [0.25, 2.5, 4.75, 7.25, 9.5, 12, 15.25, 18.5, 21.75, 25.25];
const values = [3, 2, 2, 3, 2, 1, 3, 3, 4, 3];
const tenRuns: readonly FeelPoint[] = days.map((day, index) => ({ day, value: values[index] ?? 3 }));

const anyPoints = fc
  .array(fc.record({ day: fc.double({ min: 0, max: 84, noNaN: true }), value: fc.integer({ min: 1, max: 5 }) }), {
    minLength: 4,
    maxLength: 40,
  })
  .map((points) => [{ day: 0, value: 3 }, ...points, { day: 60, value: 3 }]);
const everyDay = Array.from({ length: 85 }, (_, day) => day);

test("[FEEL6] the line of ten runs is the kernel mean", () => {
  const line = smoothFeel(tenRuns, { at: [1, 5, 12, 20, 25] });
  const expected = [2.350249009345416, 2.3370055184483234, 2.45416345017561, 2.8248833448845447, 3.047135463335961];
  expect(line.map((point) => point.day)).toEqual([1, 5, 12, 20, 25]);
  for (const [index, point] of line.entries()) expect(point.value).toBeCloseTo(expected[index] ?? NaN, 10);
});

test("[FEEL6] a run sixty days away does not move the line here", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5 }), (value) => {
      const [before] = smoothFeel(tenRuns, { at: [12] });
      const [after] = smoothFeel([...tenRuns, { day: 84, value }], { at: [12] });
      expect(after?.value).toBeCloseTo(before?.value ?? NaN, 9);
    }),
  );
});

test("[FEEL6] the line does not depend on the order of the runs", () => {
  fc.assert(
    fc.property(anyPoints, (points) => {
      const forward = smoothFeel(points, { at: everyDay });
      const backward = smoothFeel(points.toReversed(), { at: everyDay });
      expect(backward.map((point) => point.day)).toEqual(forward.map((point) => point.day));
      for (const [index, point] of forward.entries()) expect(backward[index]?.value).toBeCloseTo(point.value, 9);
    }),
  );
});

test("[FEEL7] no line before six runs, nor when six runs stand within twenty days", () => {
  const six = [0, 4, 8, 12, 16, 20].map((day) => ({ day, value: 3 }));
  expect(hasTrend(six)).toBe(true);
  expect(hasTrend(six.slice(0, 5))).toBe(false);
  expect(hasTrend(six.map((point) => ({ ...point, day: point.day * 0.95 })))).toBe(false);
  expect(smoothFeel(six.slice(1), { at: everyDay })).toEqual([]);
});

test("[FEEL7] the line stays between the first and the last run, and leaves out days that rest on too little", () => {
  const gap = [0, 2, 4, 6, 60, 62, 64, 66].map((day) => ({ day, value: 3 }));
  const drawn = smoothFeel(gap, { at: everyDay }).map((point) => point.day);
  expect(drawn.at(0)).toBe(0);
  expect(drawn.at(-1)).toBe(66);
  const lonely = [0, 2, 30, 58, 60, 62, 64].map((day) => ({ day, value: 3 }));
  expect(smoothFeel(lonely, { at: everyDay }).map((point) => point.day)).not.toContain(30);
});

test("[FEEL8] the band of ten runs has the golden width", () => {
  const [first, , third] = smoothFeel(tenRuns, { at: [1, 5, 12] });
  expect([first?.low, first?.high].map((value) => value?.toFixed(10))).toEqual(["1.7642905022", "2.9362075165"]);
  expect([third?.low, third?.high].map((value) => value?.toFixed(10))).toEqual(["1.9571772114", "2.9511496890"]);
});

test("[FEEL8] line and band stay within 1 and 5, the line inside its band", () => {
  fc.assert(
    fc.property(anyPoints, (points) => {
      for (const { low, value, high } of smoothFeel(points, { at: everyDay })) {
        expect(low).toBeGreaterThanOrEqual(1);
        expect(low).toBeLessThanOrEqual(value);
        expect(value).toBeLessThanOrEqual(high);
        expect(high).toBeLessThanOrEqual(5);
      }
    }),
  );
});

test("[FEEL9] the seven days before the last run are the edge", () => {
  const line = smoothFeel(tenRuns, { at: [17, 18, 19, 25] });
  expect(line.map((point) => point.edge)).toEqual([false, false, true, true]);
});

test("[FEEL10] a week of four runs has the golden whisker, a week of one none", () => {
  const four = [2, 3, 1, 3].map((value, index) => ({ day: index, value }));
  const [week] = weeklyFeel(four);
  expect(week).toMatchObject({ week: 0, runs: 4, mean: 2.25 });
  expect(week?.whisker?.low).toBeCloseTo(2.25 - 1.0297466416894931, 3);
  expect(week?.whisker?.high).toBeCloseTo(2.25 + 1.0297466416894931, 3);
  expect(weeklyFeel([{ day: 8, value: 4 }])).toEqual([{ week: 1, runs: 1, mean: 4, whisker: null }]);
});

test("[FEEL10] a whisker is cut at the ends of the scale", () => {
  expect(weeklyFeel([1, 1].map((value) => ({ day: 0, value })))[0]?.whisker?.low).toBe(1);
});

test("[FEEL10] Student's t agrees with the tables", () => {
  const table = [
    [5, 2.5705818],
    [6, 2.4469119],
    [7, 2.3646243],
    [10, 2.2281389],
    [20, 2.0859634],
  ] as const;
  for (const [degrees, t] of table) expect(Math.abs(studentT975(degrees) - t)).toBeLessThan(0.001);
});

test("[FEEL12] the normal distribution agrees with the tables", () => {
  const table = [
    [-3, 0.001349898],
    [-1.96, 0.0249978951],
    [-0.5, 0.3085375387],
    [0, 0.5],
    [1, 0.8413447461],
    [2.5, 0.9937903347],
  ] as const;
  for (const [z, share] of table) expect(Math.abs(normalShareBelow(z) - share)).toBeLessThan(2e-7);
});
