import type { PrescribedExercise } from "@legwork/core/programme";
import type { LoggedSet, RecordId, SessionLogFields } from "@legwork/core/record";

/** How this exercise went the last time it was done. */
export interface LastTime {
  readonly amounts: readonly number[];
  readonly loadGrams: number | null;
  readonly rir: number | null;
}

export interface EarlierLog {
  readonly id: RecordId;
  readonly fields: Pick<SessionLogFields, "startedAt" | "prescription" | "sets" | "rir">;
}

/** The latest other session in which a set of the same exercise was done; null when there is none. */
export function lastTimeOf(
  exercise: PrescribedExercise,
  logs: readonly EarlierLog[],
  present: RecordId,
): LastTime | null {
  const earlier = logs
    .filter((log) => log.id !== present)
    .sort((a, b) => b.fields.startedAt.localeCompare(a.fields.startedAt));
  for (const { fields } of earlier) {
    const same = [...fields.prescription.plyo, ...fields.prescription.pairs.flat()].some(
      (each) => each.exercise === exercise.exercise,
    );
    const sets = Object.entries(fields.sets)
      .filter(([, set]) => set.pattern === exercise.pattern && set.state !== "skipped")
      .sort(([a], [b]) => a.localeCompare(b))
      .map(([, set]) => set);
    if (!same || sets.length === 0) continue;
    return {
      amounts: sets.map((set) => set.amount),
      loadGrams: heaviest(sets),
      rir: fields.rir[exercise.pattern] ?? null,
    };
  }
  return null;
}

/** What stands in the steppers: as planned, with the weight of the set before, else the one offered, else that of last time. */
export function prefill(
  exercise: PrescribedExercise,
  before: { readonly sets: Readonly<Record<string, LoggedSet>>; readonly lastTime: LastTime | null },
): { readonly amount: number; readonly loadGrams: number | null } {
  const today = Object.values(before.sets).filter((set) => set.pattern === exercise.pattern && set.state !== "skipped");
  const loadGrams = heaviest(today) ?? exercise.loadGrams ?? before.lastTime?.loadGrams ?? null;
  return { amount: exercise.amount, loadGrams };
}

function heaviest(sets: readonly LoggedSet[]): number | null {
  const loads = sets.flatMap((set) => set.loadGrams ?? []);
  return loads.length === 0 ? null : Math.max(...loads);
}
