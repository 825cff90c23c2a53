import { daysBetween, type LocalDate } from "../calendar";
import type { ExerciseId, Pattern } from "../exercise";
import { plannedSets } from "../programme";
import type { SeenSession, SeenWeek } from "./seen-weeks";
import { JUMP_DAYS, LOAD_JUMP_GRAMS, LOAD_JUMP_SHARE, LOAD_KNOWN_SESSIONS } from "./thresholds";
import type { Mistake } from "./types";

interface Lift {
  readonly pattern: Pattern;
  readonly date: LocalDate;
  readonly grams: number;
  /** What the plan offered; 0 when it named no weight. */
  readonly offered: number;
}

/** The last load that was far above the one before it on the same exercise, and above what the plan offered. */
export function jumpOf(weeks: readonly SeenWeek[], today: LocalDate): Mistake | null {
  const sessions = weeks.flatMap(({ done }) => done).toSorted((one, other) => daysBetween(other.date, one.date));
  const known = new Map<ExerciseId, readonly Lift[]>();
  let last: Mistake | null = null;
  for (const session of sessions)
    for (const [exercise, lift] of liftsOf(session)) {
      const before = known.get(exercise) ?? [];
      const jump = before.length >= LOAD_KNOWN_SESSIONS ? jumpBetween(before.at(-1), lift) : null;
      if (jump !== null && daysBetween(lift.date, today) < JUMP_DAYS) last = jump;
      known.set(exercise, [...before, lift]);
    }
  return last;
}

/** The heaviest set of each exercise of a session; body weight is no load. */
function liftsOf({ prescription, logged, date }: SeenSession): ReadonlyMap<ExerciseId, Lift> {
  const planned = plannedSets(prescription);
  const lifts = new Map<ExerciseId, Lift>();
  for (const [entry, { state, pattern, loadGrams = 0 }] of Object.entries(logged)) {
    const exercise =
      planned.find((each) => each.entry === entry)?.exercise ??
      planned.find((each) => each.exercise.pattern === pattern)?.exercise;
    if (exercise === undefined || state === "skipped" || loadGrams <= 0) continue;
    const heaviest = lifts.get(exercise.exercise);
    if (heaviest === undefined || loadGrams > heaviest.grams)
      lifts.set(exercise.exercise, { pattern, date, grams: loadGrams, offered: exercise.loadGrams ?? 0 });
  }
  return lifts;
}

function jumpBetween(before: Lift | undefined, now: Lift): Mistake | null {
  if (before === undefined || now.grams <= now.offered) return null;
  const step = now.grams - before.grams;
  if (now.grams <= LOAD_JUMP_SHARE * before.grams || step <= LOAD_JUMP_GRAMS) return null;
  const { pattern, date } = now;
  return {
    mistake: "tooMuchTooSoon",
    rule: "MIS4",
    found: Math.ceil((100 * now.grams) / before.grams - 1e-3),
    threshold: Math.round(100 * LOAD_JUMP_SHARE),
    params: { pattern, fromKg: before.grams / 1_000, toKg: now.grams / 1_000 },
    rows: [{ kind: "load", pattern, date, fromGrams: before.grams, toGrams: now.grams }],
    action: null,
  };
}
