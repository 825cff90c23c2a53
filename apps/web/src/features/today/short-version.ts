import type { Kit } from "@legwork/core/exercise";
import { prescribe, sessionMinutes, type Prescription, type SessionMinutes } from "@legwork/core/programme";

export interface ShortVersion {
  readonly prescription: Prescription;
  readonly minutes: SessionMinutes;
}

/** The session for a day with a quarter of an hour. */
export function shortVersion(week: number, kit: Kit): ShortVersion {
  const prescription = prescribe({ kind: "V", week, kit, maxMinutes: null });
  return { prescription, minutes: sessionMinutes(prescription) };
}
