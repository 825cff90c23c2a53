import { expect, test } from "vitest";
import { ruleNumber } from "./rule-number";

test("only a rule with a number is shown by it: `room` and `locked` are words of ours", () => {
  expect(["C1", "C14", "room", "locked", "oneADay"].map(ruleNumber)).toEqual(["C1", "C14", null, null, null]);
});
