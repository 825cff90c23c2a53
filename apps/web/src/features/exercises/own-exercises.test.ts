import { expect, test } from "vitest";
import type { Plan } from "@legwork/core/plan";
import { prescribe, type SessionKind } from "@legwork/core/programme";
import { ownExercises } from "./own-exercises";

// Only what is read of a plan.
const planOf = (weeks: readonly (readonly [SessionKind, number])[][], currentWeek: number) =>
  ({
    currentWeek,
    weeks: weeks.map((sessions) => ({
      sessions: sessions.map(([kind, week]) => ({
        prescription: prescribe({ kind, week, kit: "dumbbells", maxMinutes: null }),
      })),
    })),
  }) as unknown as Pick<Plan, "weeks" | "currentWeek">;

test("the runner's step is that of the nearest session, not of a later phase", () => {
  const own = ownExercises(
    planOf(
      [
        [
          ["A", 1],
          ["B", 1],
        ],
        [
          ["A", 9],
          ["B", 9],
        ],
      ],
      0,
    ),
  );
  expect(own.P3).toBe("P3.1");
  expect(own.P1).toBe("P1.1");
});

test("weeks that are over say nothing any more, and a plan to come begins with its first week", () => {
  const weeks: readonly (readonly [SessionKind, number])[][] = [[["A", 1]], [["A", 9]]];
  expect(ownExercises(planOf(weeks, 1)).P3).toBe("P3.4");
  expect(ownExercises(planOf(weeks, -1)).P3).toBe("P3.1");
});

test("what stands further away than next week is nobody's step yet", () => {
  const far = planOf([[["A", 1]], [["A", 2]], [["B", 5]]], 0);
  expect(ownExercises(far).PLYO).toBeUndefined();
});

test("without a plan no step is marked", () => {
  expect(ownExercises(null)).toEqual({});
});
