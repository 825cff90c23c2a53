import type { ExerciseId } from "@legwork/core/exercise";

/** Whether the figure is much wider than high and wants the whole width; known without the figures' poses. */
export function isLying(exercise: ExerciseId): boolean {
  return WIDE.test(exercise);
}

const WIDE = /^(P4|P6|P7\.[0125]|P8\.[01245]|U1\.[2-5]|U2\.[145]|MOB\.(figureFour|catCow|childsPose))/;
