import { addDays, clockTimeFrom, minutesIntoDay, type ClockTime, type LocalDate } from "@legwork/core/calendar";
import type { Kit, Pattern } from "@legwork/core/exercise";
import type { PlanSession } from "@legwork/core/plan";
import { plannedSets } from "@legwork/core/programme";
import type { LoggedSet, SessionLogFields } from "@legwork/core/record";
import type { Random } from "./random";
import type { Fate } from "./stories";

export interface SessionToLog {
  readonly session: PlanSession;
  readonly monday: LocalDate;
  readonly date: LocalDate;
  readonly fate: Exclude<Fate, "missed" | "illness">;
  readonly kit: Kit;
  /** How strong this runner is, in kilograms of the first dumbbell. */
  readonly firstLoadKg: number;
}

/** Share of the sets after which a session cut short ends. Invented. */
const CUT_SHORT = [0.45, 0.75] as const;
/** A set falls short now and then; not so often that a session loses credit. Invented. */
const SHORT_SET_SHARE = 0.04;
/** Kilograms gained a week. Invented. */
const GAIN_KG = 0.75;
const LOADED: readonly Pattern[] = ["P1", "P2", "P3", "P4", "U2"];

/** The log that such a runner leaves of a session. */
export function logSession(asked: SessionToLog, random: Random): SessionLogFields {
  const { session, monday, date, fate } = asked;
  const planned = plannedSets(session.prescription);
  const share = fate === "partly" ? CUT_SHORT[0] + random.next() * (CUT_SHORT[1] - CUT_SHORT[0]) : 1;
  const sets = planned.slice(0, Math.ceil(planned.length * share));
  const startMinutes = minutesIntoDay(session.startTime) + random.between(-10, 25);
  const minutes = Math.round(session.minutes.superset * share) + random.between(0, 4);
  const patterns = new Set(sets.map(({ exercise }) => exercise.pattern));
  return {
    monday,
    slot: session.slot,
    kind: session.prescription.kind,
    prescription: session.prescription,
    date,
    startedAt: instantOf(date, clockTimeFrom(startMinutes)),
    finishedAt: instantOf(date, clockTimeFrom(startMinutes + minutes)),
    mode: "superset",
    ending: fate === "partly" ? "stopped" : "finished",
    effort: Math.min(10, Math.max(3, 10 - session.prescription.rir + random.between(-1, 1))),
    sets: Object.fromEntries(
      sets.map(({ entry, exercise }) => [
        entry,
        logSet({ ...asked, pattern: exercise.pattern, amount: exercise.amount }, random),
      ]),
    ),
    rir: Object.fromEntries(
      [...patterns].map((pattern) => [
        pattern,
        Math.min(5, Math.max(0, session.prescription.rir + random.between(-1, 1))),
      ]),
    ),
  };
}

function logSet(
  { pattern, amount, kit, firstLoadKg, session }: SessionToLog & { readonly pattern: Pattern; readonly amount: number },
  random: Random,
): LoggedSet {
  const isShort = random.happens(SHORT_SET_SHARE);
  const loadGrams = kit === "none" || kit === "band" ? undefined : loadOf({ pattern, firstLoadKg, week: session.week });
  return {
    pattern,
    state: isShort ? "failed" : "done",
    amount: isShort ? Math.ceil(amount * 0.85) : amount,
    ...(loadGrams === undefined ? {} : { loadGrams }),
  };
}

function loadOf({ pattern, firstLoadKg, week }: { pattern: Pattern; firstLoadKg: number; week: number }) {
  if (!LOADED.includes(pattern)) return undefined;
  const kilograms = firstLoadKg + GAIN_KG * (week - 1);
  return Math.floor(kilograms / 2) * 2_000;
}

/** Near enough to the runner's clock for a story: one hour east of Greenwich. */
function instantOf(date: LocalDate, time: ClockTime): string {
  const minutes = minutesIntoDay(time) - 60;
  const onDate = minutes < 0 ? addDays(date, -1) : date;
  return `${onDate}T${clockTimeFrom((minutes + 1_440) % 1_440)}:00.000Z`;
}
