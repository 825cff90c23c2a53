import type { ExerciseId, Pattern } from "@legwork/core/exercise";
import type { Plan } from "@legwork/core/plan";

export type OwnExercises = Readonly<Partial<Record<Pattern, ExerciseId>>>;

/** The exercise of each pattern in the next sessions of the plan, from the running week on; none before there is a plan. */
export function ownExercises(plan: Pick<Plan, "weeks" | "currentWeek"> | null): OwnExercises {
  if (plan === null) return {};
  const ahead = plan.weeks.slice(Math.max(0, plan.currentWeek)).flatMap((week) => week.sessions);
  const asked = ahead.flatMap(({ prescription }) => [...prescription.plyo, ...prescription.pairs.flat()]);
  // The nearest session is read last, so that its exercise stands.
  return Object.fromEntries(asked.toReversed().map(({ pattern, exercise }) => [pattern, exercise]));
}
