import type { PrescribedExercise, Prescription } from "@legwork/core/programme";
import { useTranslations } from "use-intl";

/** What is done, pair by pair: each exercise with its sets, and a tap away how it goes. */
export function PairsOf({ prescription: { plyo, pairs } }: { prescription: Prescription }) {
  const t = useTranslations("libraryPage.sheet");
  return (
    <ol>
      {plyo.length > 0 && <Block title={t("spring")} exercises={plyo} />}
      {pairs.map((pair, index) => (
        <Block
          key={pair.map(({ exercise }) => exercise).join("+")}
          title={pair.length > 1 ? t("pair", { number: index + 1 }) : t("alone")}
          exercises={pair}
        />
      ))}
    </ol>
  );
}

function Block({ title, exercises }: { title: string; exercises: readonly PrescribedExercise[] }) {
  const t = useTranslations("today");
  const exerciseWords = useTranslations("exercise");
  return (
    <li className="grid grid-cols-[52px_1fr] gap-x-3 border-b border-rule py-1">
      <span className="pt-4.5 text-caption text-ink2">{title}</span>
      <ul className="relative grid pl-3 before:absolute before:inset-y-1 before:left-0 before:w-[2px] before:rounded-full before:bg-strength">
        {exercises.map(({ exercise, sets, amount, unit, perSide }) => (
          <li key={exercise}>
            <details>
              <summary className="focus-inside flex min-h-12 cursor-pointer list-none flex-wrap items-center justify-between gap-x-3 rounded-tile py-1 [&::-webkit-details-marker]:hidden">
                <span className="text-body underline decoration-line decoration-dotted underline-offset-4">
                  {exerciseWords(`${exercise}.name` as "P1.0.name")}
                </span>
                <span className="text-row text-ink2">{t("amount", { sets, amount, unit, side: String(perSide) })}</span>
              </summary>
              <p className="pb-2 text-row text-ink2">{exerciseWords(`${exercise}.cue` as "P1.0.cue")}</p>
            </details>
          </li>
        ))}
      </ul>
    </li>
  );
}
