import { expect, test } from "vitest";
import { parseNumber } from "./parse-number";
import { nextOwned, OWNABLE_GRAMS, readOwnedGrams, typedOwned } from "./weights";

test("a tap makes one, the next a pair, the third none again", () => {
  const taps = ["none", "one", "pair"] as const;
  expect(taps.map(nextOwned)).toEqual(["one", "pair", "none"]);
});

test("typing a weight that is owned takes nothing away", () => {
  expect((["none", "one", "pair"] as const).map(typedOwned)).toEqual(["one", "one", "pair"]);
});

test("the chips go from 2 to 30 kg, each once, in order", () => {
  expect([OWNABLE_GRAMS[0], OWNABLE_GRAMS.at(-1)]).toEqual([2000, 30_000]);
  expect([...new Set(OWNABLE_GRAMS)].sort((a, b) => a - b)).toEqual([...OWNABLE_GRAMS]);
});

test("another weight is typed with a comma or a point, and nonsense is none", () => {
  const typed = ["12,5", "12.5", " 9 ", "0", "-4", "5000", "heavy", ""];
  expect(typed.map((text) => readOwnedGrams(parseNumber(text)))).toEqual([
    12_500,
    12_500,
    9000,
    null,
    null,
    null,
    null,
    null,
  ]);
});
