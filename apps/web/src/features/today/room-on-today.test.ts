import { expect, test } from "vitest";
import { roomOnToday } from "./room-on-today";

test("a stop for safety leaves room for nothing that asks for more", () => {
  expect(roomOnToday({ safety: "stops", proposed: ["A"], asked: "B" })).toEqual({
    proposal: "none",
    tests: false,
    mistake: false,
  });
});

test("a proposal stands above the answer only when it changes it", () => {
  const place = (asked: "A" | "B" | null) => roomOnToday({ safety: "none", proposed: ["B"], asked }).proposal;
  expect([place("B"), place("A"), place(null)]).toEqual(["aboveAnswer", "underAnswer", "aboveAnswer"]);
});

test("a word on the last weeks waits while a question or a proposal stands", () => {
  const quiet = { safety: "none", proposed: [], asked: "A" } as const;
  expect(roomOnToday(quiet)).toEqual({ proposal: "none", tests: true, mistake: true });
  expect(roomOnToday({ ...quiet, safety: "asks" }).mistake).toBe(false);
  expect(roomOnToday({ ...quiet, proposed: ["B"] }).mistake).toBe(false);
});
