import { expect, test } from "vitest";
import { differingKeys } from "./differing-keys";

test("a removed value and one that never was say the same", () => {
  expect(differingKeys({ km: null, minutes: 40 }, { minutes: 40 })).toEqual([]);
});

test("changed, new and missing values are named", () => {
  expect(differingKeys({ km: 5, minutes: 40, effort: 3 }, { km: 6, minutes: 40, "tags/hot": true })).toEqual([
    "effort",
    "km",
    "tags/hot",
  ]);
});
