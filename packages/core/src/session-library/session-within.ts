import type { Kit } from "../exercise";
import { legLoad, sessionMinutes, withinLimits } from "../programme";
import type { SafetyLimits } from "../safety";
import type { LibrarySession } from "./library";

/** As for every session beside the plan: all of it counts as known. */
const KNOWN = { exposures: 3 };

/**
 * A session as safety's limits allow it, under its own id and name, with its minutes and leg load; null when nothing of it is left. The
 * same object where nothing is to change.
 */
export function sessionWithin(session: LibrarySession, limits: SafetyLimits, kit: Kit): LibrarySession | null {
  const prescription = withinLimits(session.prescription, limits, kit);
  if (prescription === session.prescription) return session;
  if (prescription.pairs.length === 0) return null;
  return {
    ...session,
    prescription,
    minutes: sessionMinutes(prescription),
    legLoad: legLoad(prescription, KNOWN),
    needsSpringGate: session.needsSpringGate && prescription.plyo.length > 0,
  };
}
