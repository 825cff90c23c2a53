import { expect, test } from "vitest";
import { placeAfter } from "./place-after";

test("only a place of this app follows a sign-in", () => {
  expect(placeAfter("/invitation?code=ABCD")).toBe("/invitation?code=ABCD");
  expect(["//evil.example", "https://evil.example", "/\\evil.example", "", null].map(placeAfter)).toEqual(
    Array.from({ length: 5 }, () => "/more"),
  );
});
