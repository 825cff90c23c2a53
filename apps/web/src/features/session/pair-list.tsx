import { useTranslations } from "use-intl";
import type { PrescribedExercise, Prescription } from "@legwork/core/programme";
import { LazyFigure } from "@/drawing/figure/lazy-figure";
import { useExerciseWords } from "./use-words";

/** What will be done, pair by pair. */
export function PairList({ prescription }: { prescription: Prescription }) {
  const t = useTranslations("session.opening");
  return (
    <ol>
      {prescription.plyo.length > 0 && <Block title={t("spring")} exercises={prescription.plyo} />}
      {prescription.pairs.map((pair, index) => (
        <Block
          key={pair.map((each) => each.exercise).join("+")}
          title={pair.length > 1 ? t("pair", { number: index + 1 }) : t("alone")}
          exercises={pair}
        />
      ))}
    </ol>
  );
}

function Block({ title, exercises }: { title: string; exercises: readonly PrescribedExercise[] }) {
  const t = useTranslations("session.opening");
  const words = useExerciseWords();
  return (
    <li className="grid grid-cols-[64px_1fr] gap-x-3 border-b border-rule py-3">
      <span className="pt-0.5 text-caption text-ink2">{title}</span>
      <ul className="relative grid gap-1.5 pl-3 before:absolute before:inset-y-1 before:left-0 before:w-[2px] before:rounded-full before:bg-strength">
        {exercises.map((exercise) => (
          <li key={exercise.exercise} className="flex items-end gap-3">
            <span className="flex h-11 w-12 shrink-0 border-b border-line">
              <LazyFigure
                exercise={exercise.exercise}
                pattern={exercise.pattern}
                tempo={exercise.tempo}
                moving
                lines="fine"
                className="h-full w-full"
              />
            </span>
            <span className="flex min-w-0 grow flex-wrap items-baseline justify-between gap-x-3">
              <span className="text-body">{words.name(exercise)}</span>
              <span className="text-row text-ink2">
                {t("exercise", { sets: exercise.sets, amount: words.amount(exercise, exercise.amount) })}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </li>
  );
}
