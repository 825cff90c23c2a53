/** What the runner said about pain during a session. */
export interface PainReport {
  /** 0–10. */
  readonly pain: number;
  /** Sharp, limping, or the leg gives way. */
  readonly alarming: boolean;
}

export type PainAction = "goOn" | "finishNoIncrease" | "stopExercise" | "stopSession";

/** EX: the pain-monitoring model, stricter than in supervised rehab because nobody is watching. */
export function painAction({ pain, alarming }: PainReport): PainAction {
  if (alarming || pain >= 6) return "stopSession";
  if (pain >= 4) return "stopExercise";
  return pain === 3 ? "finishNoIncrease" : "goOn";
}

/** OURS: this often within this many days, and a physiotherapist is the better adviser. */
export const REPEATED_PAIN = { times: 3, withinDays: 14, from: 4 } as const;
