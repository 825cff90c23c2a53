import { Pencil } from "lucide-react";
import { useTranslations } from "use-intl";
import { loadText } from "@legwork/core/adaptation";
import { amountRange, cutText, type PrescribedExercise, type Prescription } from "@legwork/core/programme";
import { LazyFigure } from "@/drawing/figure/lazy-figure";
import { useTranslate } from "@/i18n/use-reason-words";
import { IconButton } from "@/ui/button";
import { useExerciseWords } from "./use-words";

interface PairListProps {
  readonly prescription: Prescription;
  /** Opens the choice of another rung or weight; absent where none can be chosen. */
  readonly onChoose?: (exercise: PrescribedExercise) => void;
}

/** What will be done, pair by pair: how often, between how many, with what. */
export function PairList({ prescription, onChoose }: PairListProps) {
  const t = useTranslations("session.opening");
  const translate = useTranslate();
  const { phase, cut } = prescription;
  return (
    <ol>
      {cut !== undefined && <li className="py-2 text-row text-ink2">{cutText(cut, translate)}</li>}
      {prescription.plyo.length > 0 && <Block title={t("spring")} exercises={prescription.plyo} phase={phase} />}
      {prescription.pairs.map((pair, index) => (
        <Block
          key={pair.map((each) => each.exercise).join("+")}
          title={pair.length > 1 ? t("pair", { number: index + 1 }) : t("alone")}
          exercises={pair}
          phase={phase}
          {...(onChoose === undefined ? {} : { onChoose })}
        />
      ))}
    </ol>
  );
}

interface BlockProps extends Pick<Prescription, "phase">, Pick<PairListProps, "onChoose"> {
  readonly title: string;
  readonly exercises: readonly PrescribedExercise[];
}

function Block({ title, exercises, phase, onChoose }: BlockProps) {
  const t = useTranslations("session.opening");
  const words = useExerciseWords();
  const translate = useTranslate();
  return (
    <li className="grid gap-x-3 gap-y-1 border-b border-rule py-3 desk:grid-cols-[64px_1fr]">
      <span className="pt-0.5 text-caption text-ink2">{title}</span>
      <ul className="relative grid gap-1.5 pl-3 before:absolute before:inset-y-1 before:left-0 before:w-[2px] before:rounded-full before:bg-strength">
        {exercises.map((exercise) => (
          <li key={exercise.exercise} className="flex items-center gap-x-3">
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
            <span className="min-w-0 grow">
              <span className="block text-body">{words.name(exercise)}</span>
              <span className="block text-row text-ink2">
                {t("exercise", { sets: exercise.sets, amount: words.range(exercise, phase) })}
                {exercise.amount > amountRange(exercise, phase)[0] ? `, ${t("aim", { amount: exercise.amount })}` : ""}
                {exercise.loadGrams === undefined ? "" : `, ${words.load(exercise)}`}
              </span>
              {exercise.loadWhy !== undefined && (
                <span className="block text-caption text-ink2">{loadText(exercise, translate)}</span>
              )}
              {exercise.tempo !== null && (
                <span className="block text-caption text-ink2">{words.tempo(exercise.tempo)}</span>
              )}
            </span>
            {onChoose !== undefined && (
              <IconButton
                label={t("change", { exercise: words.name(exercise) })}
                className="-mr-3 text-ink2!"
                onClick={() => onChoose(exercise)}
              >
                <Pencil size={18} strokeWidth={1.75} aria-hidden="true" />
              </IconButton>
            )}
          </li>
        ))}
      </ul>
    </li>
  );
}
