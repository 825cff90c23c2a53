import type { Kit } from "@legwork/core/exercise";
import { prescribe, sessionMinutes, type Prescription, type SessionMinutes } from "@legwork/core/programme";

export interface ShortVersion {
  readonly prescription: Prescription;
  readonly minutes: SessionMinutes;
}

interface ShortVersionInput {
  /** As the runner's records make it; null where the plan has none. */
  readonly own: Prescription | null;
  readonly week: number;
  readonly kit: Kit;
}

/** The session for a day with a quarter of an hour. */
export function shortVersion({ own, week, kit }: ShortVersionInput): ShortVersion {
  const prescription = own ?? prescribe({ kind: "V", week, kit, maxMinutes: null });
  return { prescription, minutes: sessionMinutes(prescription) };
}
