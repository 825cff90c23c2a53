import { expect, test } from "vitest";
import { painAction } from "./pain-rule";

test("pain decides by its height what goes on today", () => {
  const actions = [0, 2, 3, 4, 5, 6, 10].map((pain) => painAction({ pain, alarming: false }));
  expect(actions).toEqual([
    "goOn",
    "goOn",
    "finishNoIncrease",
    "stopExercise",
    "stopExercise",
    "stopSession",
    "stopSession",
  ]);
});

test("sharp pain, limping or a leg that gives way ends the session at any height", () => {
  expect(painAction({ pain: 1, alarming: true })).toBe("stopSession");
});
