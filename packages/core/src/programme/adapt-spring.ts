import type { PrescribedExercise, SessionAdaptation, SpringLevel } from "./prescription";

/** Contacts of the first sessions after a long gap. EX */
const CONTACTS_AFTER_GAP = 30;

/** The spring drills that a runner may do: other drills with the same contacts, fewer contacts after a gap, or none. */
export function adaptSpring(
  drills: readonly PrescribedExercise[],
  { spring, springAfterGap }: Pick<SessionAdaptation, "spring" | "springAfterGap">,
): readonly PrescribedExercise[] {
  if (spring === "none" || drills.length === 0) return [];
  const allowed = drills.map((drill) => ({ ...drill, exercise: allowedDrill(drill.exercise, spring) }));
  if (springAfterGap === "half") return allowed.map((drill) => ({ ...drill, amount: Math.ceil(drill.amount / 2) }));
  if (springAfterGap === undefined) return allowed;
  const [first] = allowed;
  if (first === undefined) return [];
  const exercise = spring === "toesDown" ? "PLYO.Y0" : "PLYO.Y1";
  return [{ ...first, exercise, sets: 2, amount: CONTACTS_AFTER_GAP / 2 }];
}

function allowedDrill(
  drill: PrescribedExercise["exercise"],
  spring: Exclude<SpringLevel, "none">,
): PrescribedExercise["exercise"] {
  if (spring === "toesDown") return "PLYO.Y0";
  if (spring === "pogo") return "PLYO.Y1";
  return spring === "twoLegs" && ON_ONE_LEG.includes(drill) ? "PLYO.Y1" : drill;
}

const ON_ONE_LEG: readonly PrescribedExercise["exercise"][] = ["PLYO.Y3", "PLYO.Y5"];
