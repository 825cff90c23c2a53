import type { Prescription, SessionMinutes, SessionMode } from "./prescription";
import { COOL_DOWN_SECONDS, warmUpSeconds } from "./seconds";
import { walk } from "./walk";

/** Minutes of a session, to one decimal, warm-up and cool-down included. */
export function sessionMinutes(prescription: Prescription): SessionMinutes {
  return { superset: minutesOf(prescription, "superset"), straight: minutesOf(prescription, "straight") };
}

function minutesOf(prescription: Prescription, mode: SessionMode): number {
  const seconds = walk(prescription, mode)
    .map((step) => step.setUpSeconds + step.workSeconds + step.changeSeconds + step.restSecondsAfter)
    .reduce((sum, each) => sum + each, warmUpSeconds(prescription) + COOL_DOWN_SECONDS);
  return Number((seconds / 60).toFixed(1));
}
