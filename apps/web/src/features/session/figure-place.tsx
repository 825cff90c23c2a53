import { useTranslations } from "use-intl";
import { PRIME_MOVERS } from "@legwork/core/exercise";
import type { PrescribedExercise, Tempo } from "@legwork/core/programme";
import { classNames } from "@/ui/class-names";
import { ExerciseFigure } from "./figure/exercise-figure";
import { moveOf } from "./figure/poses";

/** How it is done: the figure with its tempo and the muscles that work; only the words where no drawing is true. */
export function FigurePlace({ exercise }: { exercise: PrescribedExercise }) {
  const drawn = moveOf(exercise.exercise) !== null;
  return (
    <div
      className={classNames(
        "relative mt-2 flex items-end border-b-[1.5px] border-line",
        drawn ? "h-[max(88px,min(330px,calc(100dvh-560px)))]" : "h-[max(72px,min(170px,calc(100dvh-640px)))]",
      )}
    >
      {drawn && (
        <ExerciseFigure
          exercise={exercise.exercise}
          pattern={exercise.pattern}
          className="h-full w-[72%] max-w-[300px] -translate-x-[4%]"
        />
      )}
      <div className={classNames(drawn ? "absolute top-2 right-0 max-w-[42%]" : "mb-3")}>
        <TempoWords tempo={exercise.tempo} />
        <Muscles exercise={exercise} />
      </div>
    </div>
  );
}

function TempoWords({ tempo }: { tempo: Tempo | null }) {
  const t = useTranslations("session.set");
  if (tempo === null) return null;
  const [down = "0", pause = "0", up = "0"] = tempo.split("-");
  return (
    <div className="mb-3">
      <p className="text-caption text-ink2">{t("tempo")}</p>
      <p className="text-row font-strong">{t("down", { seconds: Number(down) })}</p>
      {Number(pause) > 0 && <p className="text-row font-strong">{t("pause", { seconds: Number(pause) })}</p>}
      <p className="text-row font-strong">{up === "X" ? t("upFast") : t("up", { seconds: Number(up) })}</p>
    </div>
  );
}

function Muscles({ exercise }: { exercise: PrescribedExercise }) {
  const t = useTranslations("programme");
  return (
    <p className="flex gap-2 text-caption text-ink2">
      <span className="mt-0.5 size-3 shrink-0 rounded-[3px] bg-strength" aria-hidden="true" />
      {PRIME_MOVERS[exercise.pattern].map((muscle) => t(`muscle.${muscle}`)).join(", ")}
    </p>
  );
}
