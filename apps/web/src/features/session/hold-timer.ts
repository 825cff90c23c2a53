import type { PrescribedExercise } from "@legwork/core/programme";

/** Time to put the phone down and get into position. Our own number. */
const GET_READY_MS = 5_000;
const SIDE_CHANGE_MS = 5_000;

/** Where a hold stands `elapsedMs` after its tap. */
export type HoldStanding =
  | { readonly phase: "ready" | "change"; readonly leftMs: number; readonly totalMs: number }
  | { readonly phase: "hold"; readonly side: 1 | 2; readonly leftMs: number; readonly totalMs: number }
  | { readonly phase: "over" };

export function holdStanding(
  hold: { readonly seconds: number; readonly perSide: boolean },
  elapsedMs: number,
): HoldStanding {
  const holdMs = hold.seconds * 1000;
  const phases = [
    { phase: "ready", totalMs: GET_READY_MS },
    { phase: "hold", side: 1, totalMs: holdMs },
    ...(hold.perSide
      ? ([
          { phase: "change", totalMs: SIDE_CHANGE_MS },
          { phase: "hold", side: 2, totalMs: holdMs },
        ] as const)
      : []),
  ] as const;
  let before = 0;
  for (const each of phases) {
    const leftMs = before + each.totalMs - elapsedMs;
    if (leftMs > 0) return { ...each, leftMs };
    before += each.totalMs;
  }
  return { phase: "over" };
}

/** From the tap to the end of the last side. */
export function holdMs(hold: { readonly seconds: number; readonly perSide: boolean }): number {
  return GET_READY_MS + hold.seconds * 1000 * (hold.perSide ? 2 : 1) + (hold.perSide ? SIDE_CHANGE_MS : 0);
}

/** Whole seconds held on the worse side when it is stopped early; 0 before the first one is through. */
export function secondsHeld(hold: { readonly seconds: number; readonly perSide: boolean }, elapsedMs: number): number {
  const standing = holdStanding(hold, elapsedMs);
  if (standing.phase === "over") return hold.seconds;
  if (standing.phase !== "hold") return 0;
  const held = Math.floor((standing.totalMs - standing.leftMs) / 1000);
  return hold.perSide && standing.side === 1 ? 0 : held;
}

export function isHold(exercise: PrescribedExercise): boolean {
  return exercise.unit === "seconds";
}
