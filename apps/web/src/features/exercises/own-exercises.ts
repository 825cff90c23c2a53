import type { ExerciseId, Pattern } from "@legwork/core/exercise";
import type { Plan } from "@legwork/core/plan";

export type OwnExercises = Readonly<Partial<Record<Pattern, ExerciseId>>>;

/** What is more than a week away may still change. Our own choice. */
const WEEKS_AHEAD = 2;

/** The exercise of each pattern in the sessions of this week and the next one; none without a plan. */
export function ownExercises(plan: Pick<Plan, "weeks" | "currentWeek"> | null): OwnExercises {
  if (plan === null) return {};
  const first = Math.max(0, plan.currentWeek);
  const ahead = plan.weeks.slice(first, first + WEEKS_AHEAD).flatMap((week) => week.sessions);
  const asked = ahead.flatMap(({ prescription }) => [...prescription.plyo, ...prescription.pairs.flat()]);
  // The nearest session is read last, so that its exercise stands.
  return Object.fromEntries(asked.toReversed().map(({ pattern, exercise }) => [pattern, exercise]));
}
