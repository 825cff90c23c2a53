import { expect, test } from "vitest";
import { isSecondHalf } from "./double-tap";

test("the second half of a double click or double tap is not the next set", () => {
  expect(isSecondHalf({ detail: 2, timeStamp: 5_000, pointerType: "mouse" }, 1_000)).toBe(true);
  expect(isSecondHalf({ detail: 1, timeStamp: 1_200, pointerType: "touch" }, 1_000)).toBe(true);
});

test("a first tap is one, however soon a mouse or a key comes", () => {
  expect(isSecondHalf({ detail: 1, timeStamp: 1_400, pointerType: "touch" }, 1_000)).toBe(false);
  expect(isSecondHalf({ detail: 1, timeStamp: 1_010, pointerType: "mouse" }, 1_000)).toBe(false);
  expect(isSecondHalf({ detail: 0, timeStamp: 1_010 }, 1_000)).toBe(false);
});
