import { expect, test } from "vitest";
import type { FieldShape } from "@legwork/core/exchange";
import { typedValue } from "./mendable";

const MINUTES: FieldShape = { type: "number", lowest: 1, highest: 1440, whole: true };

test.each<[FieldShape, string, unknown]>([
  [MINUTES, " 45 ", 45],
  [MINUTES, "4000", null],
  [MINUTES, "0", null],
  [MINUTES, "4,5", null],
  [MINUTES, "forty", null],
  [{ ...MINUTES, whole: false }, "4,5", 4.5],
  [{ type: "yesNo" }, "false", false],
  [{ type: "yesNo" }, "", null],
  [{ type: "day" }, "2026-11-16", "2026-11-16"],
  [{ type: "text", longest: 80 }, "  ", null],
])("%j reads %j as %j", (shape, typed, value) => {
  expect(typedValue(shape, typed)).toBe(value);
});
