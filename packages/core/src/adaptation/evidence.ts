import { sorenessOf } from "./sore-areas";
import type { ExerciseSituation, Verdict } from "./decide-exercise";
import type { DoneSession } from "./input";
import type { Evidence } from "./types";

/** An increase after two sessions in agreement, and a step down after two that fell short, rest on both. */
export function earlierEvidence({ series }: ExerciseSituation, { rule, action }: Verdict): readonly Evidence[] {
  const isSecond = (rule === "AD6" && series.agreed) || (action === "regress" && series.fellShort);
  return isSecond && series.last !== null ? [series.last] : [];
}

/** What one session said of an exercise. */
export function evidenceOf({ lesson, pain, next, pattern }: ExerciseSituation, { id, log }: DoneSession): Evidence {
  const sore = next === null ? null : sorenessOf(pattern, next);
  return {
    session: id,
    date: log.date,
    sets: lesson.sets,
    range: lesson.range,
    rir: lesson.rir,
    rirAsked: lesson.asked.rir,
    form: lesson.form,
    pain: pain?.level ?? null,
    soreness: sore?.level ?? null,
    sorest: sore?.area ?? null,
  };
}
