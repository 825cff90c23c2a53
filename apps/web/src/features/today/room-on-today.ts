import type { Slot } from "@legwork/core/programme";

interface Competing {
  /** The line on safety: `stops` = no session or no running until somebody has looked, `asks` = a new answer is due. */
  readonly safety: "none" | "asks" | "stops";
  /** The sessions that had better be moved. */
  readonly proposed: readonly Slot[];
  /** The session that Today asks for; null on other days. */
  readonly asked: Slot | null;
}

/** Where each thing beside the answer of today stands, or that it waits. */
export interface RoomOnToday {
  readonly proposal: "aboveAnswer" | "underAnswer" | "none";
  readonly tests: boolean;
  readonly mistake: boolean;
}

/**
 * What is shown when several compete. Our own choice: safety first, and with a stop nothing else; a proposal above the
 * answer only when it changes it; a word on the last weeks only when nothing else is asked.
 */
export function roomOnToday({ safety, proposed, asked }: Competing): RoomOnToday {
  if (safety === "stops") return { proposal: "none", tests: false, mistake: false };
  const changesAnswer = asked === null || proposed.includes(asked);
  const proposal = proposed.length === 0 ? "none" : changesAnswer ? "aboveAnswer" : "underAnswer";
  return { proposal, tests: true, mistake: safety === "none" && proposal === "none" };
}
