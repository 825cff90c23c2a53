import fc from "fast-check";
import { expect, test } from "vitest";
import { plateGeometry } from "./plate-geometry";
import { plateLetter, plateStateOf } from "./plate-state";

const anySize = fc.record({ width: fc.integer({ min: 14, max: 60 }), height: fc.integer({ min: 11, max: 44 }) });

test("a plate with its stubs and lines stays within its box", () => {
  fc.assert(
    fc.property(anySize, ({ width, height }) => {
      const { block, stroke, stubs } = plateGeometry(width, height);
      expect(block.x - stroke / 2).toBeGreaterThanOrEqual(0);
      expect(block.x + block.width + stroke / 2).toBeLessThanOrEqual(width + 1e-9);
      expect(block.y + block.height + stroke / 2).toBeLessThanOrEqual(height + 1e-9);
      expect(stubs[0].x).toBe(0);
      expect(stubs[1].x + stubs[1].width).toBeCloseTo(width);
    }),
  );
});

test("the corner grows with the plate and stops at seven", () => {
  expect(plateGeometry(15, 11.5).radius).toBeCloseTo(2.76);
  expect(plateGeometry(60, 44).radius).toBe(7);
});

test("a part-done plate is filled from below to its dose", () => {
  const { block, filled } = plateGeometry(34, 26);
  expect(filled(0.5)).toContain(`M${block.x} ${block.y + block.height / 2}H`);
  expect(filled(7)).toBe(filled(1));
});

test("what is due or begun is still a planned plate, what was skipped a missed one", () => {
  expect((["ahead", "due", "started"] as const).map(plateStateOf)).toEqual(["planned", "planned", "planned"]);
  expect(plateStateOf("skipped")).toBe("missed");
});

test("both taper sessions carry a T", () => {
  expect([plateLetter("T1"), plateLetter("T2"), plateLetter("A")]).toEqual(["T", "T", "A"]);
});
