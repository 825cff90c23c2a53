import { expect, test } from "vitest";
import { nextWeight, weightSteps } from "./weight-steps";

const OWNED = { kit: "dumbbells", weights: { "4000": "pair", "6000": "pair", "10000": "one" } } as const;

test("only the weights owned stand in an exercise, pairs where two are held", () => {
  expect(weightSteps("P2.2", OWNED)).toEqual([4000, 6000]);
  expect(weightSteps("P4.3", OWNED)).toEqual([4000, 6000, 10_000]);
  expect(weightSteps("P1.3", OWNED)).toEqual([4000]);
});

test("without weights entered any weight may stand", () => {
  expect(weightSteps("P2.2", { kit: "gym" })).toBeNull();
  expect(weightSteps("P2.2", { kit: "dumbbells", weights: {} })).toBeNull();
});

test("steps go from one owned weight to the next, down to none", () => {
  const weights = [4000, 6000];
  expect(nextWeight(weights, 0, 1)).toBe(4000);
  expect(nextWeight(weights, 4000, 1)).toBe(6000);
  expect(nextWeight(weights, 6000, 1)).toBe(6000);
  expect(nextWeight(weights, 5000, -1)).toBe(4000);
  expect(nextWeight(weights, 4000, -1)).toBe(0);
});
