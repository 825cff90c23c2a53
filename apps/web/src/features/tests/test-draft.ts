import { SIDES, type Side, type TestScores } from "@legwork/core/exercise";
import { STRENGTH_TESTS, type Json, type StrengthTest, type StrengthTestFields } from "@legwork/core/record";
import type { LocalDate } from "@legwork/core/calendar";

export const NO_SCORES: TestScores = { left: {}, right: {} };

/** The scores with those of a test entered, whole; null clears both sides. */
export function withScores(
  scores: TestScores,
  test: StrengthTest,
  sides: Readonly<Partial<Record<Side, number>>> | null,
): TestScores {
  return { left: withScore(scores.left, test, sides?.left), right: withScore(scores.right, test, sides?.right) };

  function withScore(side: TestScores[Side], name: StrengthTest, score: number | undefined): TestScores[Side] {
    if (score !== undefined) return { ...side, [name]: Math.floor(score) };
    if (sides !== null) return side;
    const { [name]: _cleared, ...others } = side;
    return others;
  }
}

/** What changes in the record of that day; empty when nothing was entered. A cleared score goes as null. */
export function testPatch(
  date: LocalDate,
  scores: TestScores,
  kept: StrengthTestFields | null,
): Readonly<Record<string, Json>> {
  const changed = SIDES.flatMap((side) =>
    STRENGTH_TESTS.flatMap((test) => {
      const [before, now] = [kept?.[side][test] ?? null, scores[side][test] ?? null];
      return before === now ? [] : [[`${side}/${test}`, now] as const];
    }),
  );
  return changed.length === 0 ? {} : { date, ...Object.fromEntries(changed) };
}

/** The latest tests before a day; null when there are none. */
export function testsBefore(date: LocalDate, tests: readonly StrengthTestFields[]): StrengthTestFields | null {
  return tests.filter((each) => each.date < date).reduce<StrengthTestFields | null>(later, null);
}

function later(one: StrengthTestFields | null, other: StrengthTestFields): StrengthTestFields {
  return one === null || other.date > one.date ? other : one;
}
