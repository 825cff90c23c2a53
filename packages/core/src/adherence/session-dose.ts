import { PATTERNS, type Pattern } from "../exercise/pattern";
import { amountRange, plannedSets } from "../programme";
import type { Prescription, SessionKind } from "../programme/prescription";
import type { LoggedSet, SessionLogFields } from "../record/kinds";

/** What is read of a logged session. */
export interface LoggedSession {
  /** What was asked: for a session that the app made smaller, the smaller one. */
  readonly prescription: Prescription;
  /** Keyed by entry: `P3.1` is the first planned set of P3; other keys are added sets. */
  readonly sets: Readonly<Record<string, LoggedSet>>;
  readonly ending: SessionLogFields["ending"] | null;
  /** What the runner did, when that is not what was asked. */
  readonly kind?: SessionKind;
}

export interface SessionDose {
  /** Share of the weighted sets asked that were done, 0–1. */
  readonly dose: number;
  /** False when the share was assumed: ticked as done, without sets. */
  readonly verified: boolean;
}

/** A set counts from this share of its lowest target on. */
const SET_COUNTS_FROM = 0.8;
/** Assumed for a session that was ticked without sets. Our own choice. */
const TICKED_DOSE = 0.8;
/** Core and upper body done in place of a leg session, chosen by the runner. Our own choice. */
const CORE_FOR_LEGS = 0.3;
/** From this dose on a session counts in full; our own choice, near the 70–80 % used in trials. */
const FULL_CREDIT_FROM = 0.8;
/** Below this dose a session earns nothing. Our own choice. */
const NO_CREDIT_BELOW = 0.3;

/** How much one set of a pattern weighs in a session. Our own choice: leg work first. */
const SET_WEIGHT: Readonly<Record<Pattern, number>> = {
  P1: 1,
  P2: 1,
  P3: 1,
  P4: 1,
  P5: 0.75,
  P6F: 0.5,
  P6S: 0.5,
  P7: 0.75,
  P8: 1,
  PLYO: 0.5,
  U1: 0.5,
  U2: 0.5,
  U3: 0.5,
  BAL: 0.5,
  MOB: 0.5,
};

/** The dose of one session, 0–1: weighted sets done over weighted sets asked. Sets beyond those asked add nothing. */
export function sessionDose(session: LoggedSession): SessionDose {
  if (isCoreForLegs(session)) return { dose: CORE_FOR_LEGS, verified: true };
  if (session.ending === "ticked") return { dose: TICKED_DOSE, verified: false };
  const planned = plannedWeight(session.prescription);
  return { dose: planned === 0 ? 0 : doneWeight(session) / planned, verified: true };
}

/** What a session counts for, 0–1: all of it from a dose of 0.8 or after a stop for pain, none of it below 0.3. */
export function sessionCredit(session: LoggedSession): number {
  if (isCoreForLegs(session)) return CORE_FOR_LEGS;
  if (session.ending === "painStop") return 1;
  return creditOfDose(sessionDose(session).dose);
}

/** Credit (0–1) for a dose (0–1), endings aside. */
export function creditOfDose(dose: number): number {
  // Sums of quarters are exact; a dose of 0.8 ticked or counted must not fall through on a last bit.
  if (dose >= FULL_CREDIT_FROM - 1e-9) return 1;
  return dose >= NO_CREDIT_BELOW - 1e-9 ? dose : 0;
}

/** How much one set of a pattern weighs in a session. */
export function setWeight(pattern: Pattern): number {
  return SET_WEIGHT[pattern];
}

/** Weighted sets asked by a session. */
export function plannedWeight(prescription: Prescription): number {
  return plannedSets(prescription).reduce((sum, { exercise }) => sum + SET_WEIGHT[exercise.pattern], 0);
}

function doneWeight({ prescription, sets }: LoggedSession): number {
  const asked = plannedSets(prescription);
  const targets = new Map(asked.map(({ entry, exercise }) => [entry, amountRange(exercise, prescription.phase)[0]]));
  return PATTERNS.reduce((sum, pattern) => {
    const planned = asked.filter(({ exercise }) => exercise.pattern === pattern);
    if (planned.length === 0) return sum;
    // A set that was added stands in for any of its pattern.
    const smallest = Math.min(...planned.map(({ exercise }) => amountRange(exercise, prescription.phase)[0]));
    const done = Object.entries(sets).filter(
      ([entry, set]) => set.pattern === pattern && setCounts(set, targets.get(entry) ?? smallest),
    ).length;
    return sum + SET_WEIGHT[pattern] * Math.min(done, planned.length);
  }, 0);
}

function setCounts(set: LoggedSet, target: number): boolean {
  return set.state !== "skipped" && set.amount >= SET_COUNTS_FROM * target;
}

function isCoreForLegs({ prescription, kind, sets, ending }: LoggedSession): boolean {
  if (kind !== "C" || prescription.kind === "C") return false;
  // Opened and left again is not done.
  return ending === "ticked" || ending === "painStop" || Object.values(sets).some(({ state }) => state !== "skipped");
}
