import { expect, test } from "vitest";
import { remember } from "./remember";

test("an answer is made once, and again after so many others", () => {
  let made = 0;
  const double = remember<number>(2);
  const ask = (value: number) =>
    double(String(value), () => {
      made += 1;
      return value * 2;
    });
  expect([ask(1), ask(1), ask(2)]).toEqual([2, 2, 4]);
  expect(made).toBe(2);
  expect([ask(3), ask(1)]).toEqual([6, 2]);
  expect(made).toBe(4);
});
