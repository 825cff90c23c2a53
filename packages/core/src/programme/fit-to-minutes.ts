import type { Pattern } from "../exercise";
import { sessionMinutes } from "./minutes";
import type { PrescribedExercise, Prescription, SessionKind } from "./prescription";

/** Below this limit not even the fifteen-minute version is tried: one round of core and upper body. OURS */
const SHORTEST_MINIMUM_MINUTES = 13;

/** What goes first when time is short: patterns, each down to so many sets. EX */
const DROP_ORDER: readonly { readonly patterns: readonly Pattern[]; readonly downTo: number }[] = [
  { patterns: ["U2"], downTo: 0 },
  { patterns: ["P6F", "P6S"], downTo: 2 },
  { patterns: ["P7"], downTo: 2 },
  { patterns: ["P5"], downTo: 2 },
  { patterns: ["P6F", "P6S"], downTo: 1 },
  { patterns: ["P4"], downTo: 2 },
  { patterns: ["P1"], downTo: 2 },
  { patterns: ["P3"], downTo: 2 },
  { patterns: ["P2"], downTo: 2 },
  { patterns: ["P8"], downTo: 2 },
];

/**
 * The session cut to at most `maxMinutes` as supersets, by the drop order; the warm-up always stays. What stays above becomes
 * V (only A, B and M: a light or taper session never grows heavier), then one round of C, which may be longer than the limit.
 */
export function fitToMinutes(
  full: Prescription,
  maxMinutes: number,
  sessionOf: (kind: SessionKind) => Prescription,
): Prescription {
  if (fits(full, maxMinutes)) return full;
  const shorter = withFewerSets(full, maxMinutes);
  if (shorter !== null) return shorter;
  if (mayBecomeMinimum(full.kind) && maxMinutes >= SHORTEST_MINIMUM_MINUTES) {
    const minimum = sessionOf("V");
    if (fits(minimum, maxMinutes)) return { ...minimum, cut: { asked: full.kind, dropped: [] } };
  }
  const last = oneRound(sessionOf("C"), full.kind);
  return isShorter(last, full) ? last : full;
}

function fits(prescription: Prescription, maxMinutes: number): boolean {
  return sessionMinutes(prescription).superset <= maxMinutes;
}

function mayBecomeMinimum(kind: SessionKind): boolean {
  return kind === "A" || kind === "B" || kind === "M";
}

function withFewerSets(full: Prescription, maxMinutes: number): Prescription | null {
  let session = full;
  const dropped: { pattern: Pattern; sets: number }[] = [];
  for (const { patterns, downTo } of DROP_ORDER) {
    for (const exercise of exercisesAbove(session, patterns, downTo)) {
      session = withSets(session, exercise, downTo);
      dropped.push({ pattern: exercise.pattern, sets: exercise.sets - downTo });
      if (fits(session, maxMinutes)) return { ...session, cut: { asked: full.kind, dropped } };
    }
  }
  return null;
}

function exercisesAbove(
  session: Prescription,
  patterns: readonly Pattern[],
  sets: number,
): readonly PrescribedExercise[] {
  return session.pairs.flat().filter((exercise) => patterns.includes(exercise.pattern) && exercise.sets > sets);
}

function withSets(session: Prescription, target: PrescribedExercise, sets: number): Prescription {
  const pairs = session.pairs
    .map((pair) =>
      pair.flatMap((exercise) => {
        if (exercise !== target) return [exercise];
        return sets === 0 ? [] : [{ ...exercise, sets }];
      }),
    )
    .filter((pair) => pair.length > 0);
  return { ...session, pairs };
}

function oneRound(core: Prescription, asked: SessionKind): Prescription {
  const dropped = core.pairs.flat().map(({ pattern, sets }) => ({ pattern, sets: sets - 1 }));
  return {
    ...core,
    pairs: core.pairs.map((pair) => pair.map((exercise) => ({ ...exercise, sets: 1 }))),
    cut: { asked, dropped: asked === core.kind ? dropped : [] },
  };
}

function isShorter(one: Prescription, other: Prescription): boolean {
  return sessionMinutes(one).superset < sessionMinutes(other).superset;
}
