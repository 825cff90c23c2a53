import { ChevronDown } from "lucide-react";
import { useState } from "react";
import {
  exerciseId,
  MOBILITY_MOVES,
  musclesOf,
  RUNGS,
  SPRING_DRILLS,
  SUBSTITUTED_PATTERNS,
  type ExerciseId,
  type Pattern,
} from "@legwork/core/exercise";
import { useTranslations } from "use-intl";
import { classNames } from "@/ui/class-names";
import { ExerciseItem } from "./exercise-item";
import { inSentence } from "./in-sentence";

interface PatternRowProps {
  readonly pattern: Pattern;
  /** What the plan asks for next; null = nothing, or no plan. */
  readonly own: ExerciseId | null;
}

/** One way to move; a tap opens its steps. */
export function PatternRow({ pattern, own }: PatternRowProps) {
  const t = useTranslations("exercises");
  const exercise = useTranslations("exercise");
  const programme = useTranslations("programme");
  const [open, setOpen] = useState(false);
  return (
    <details className="border-b border-rule" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="focus-inside flex min-h-16 cursor-pointer list-none items-center justify-between gap-3 py-2 active:bg-sunk [&::-webkit-details-marker]:hidden">
        <span className="min-w-0">
          <span className="block text-body font-strong">{programme(`pattern.${pattern}.name`)}</span>
          <span className="block text-row text-ink2">
            {own === null
              ? programme(`pattern.${pattern}.purpose`)
              : t("yoursIs", { name: exercise(`${own}.name` as "P1.0.name") })}
          </span>
        </span>
        <ChevronDown
          size={20}
          strokeWidth={1.75}
          className={classNames("shrink-0 text-ink2", open && "rotate-180")}
          aria-hidden="true"
        />
      </summary>
      {open && <Steps pattern={pattern} own={own} />}
    </details>
  );
}

function Steps({ pattern, own }: PatternRowProps) {
  const t = useTranslations("exercises");
  const exercise = useTranslations("exercise");
  const programme = useTranslations("programme");
  const muscles = musclesOf(pattern).map((muscle) => inSentence(programme(`muscle.${muscle}`)));
  const substitute = SUBSTITUTED_PATTERNS.find((each) => each === pattern);
  return (
    <div className="pb-4">
      {own !== null && <p className="text-row">{programme(`pattern.${pattern}.purpose`)}</p>}
      {muscles.length > 0 && <p className="text-row text-ink2">{t("muscles", { muscles: muscles.join(", ") })}</p>}
      <ol className="mt-2">
        {exercisesOf(pattern).map((each) => (
          <ExerciseItem key={each} exercise={each} own={each === own} />
        ))}
      </ol>
      {substitute !== undefined && (
        <>
          <h3 className="mt-3 text-row font-strong">{t("missing")}</h3>
          <p className="text-row">{exercise(`substitute.${substitute}`)}</p>
        </>
      )}
    </div>
  );
}

function exercisesOf(pattern: Pattern): readonly ExerciseId[] {
  if (pattern === "PLYO") return SPRING_DRILLS.map((drill) => `PLYO.${drill}` as const);
  if (pattern === "MOB") return MOBILITY_MOVES.map((move) => `MOB.${move}` as const);
  return RUNGS.map((rung) => exerciseId(pattern, rung));
}
