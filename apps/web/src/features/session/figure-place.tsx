import { useTranslations } from "use-intl";
import { PRIME_MOVERS } from "@legwork/core/exercise";
import type { PrescribedExercise, Tempo } from "@legwork/core/programme";
import { classNames } from "@/ui/class-names";
import { LazyFigure } from "@/drawing/figure/lazy-figure";
import { isLying } from "@/drawing/figure/lying";
import { useExerciseWords } from "./use-words";

/** How it is done: the figure moving at its tempo, the tempo in words and the muscles that work. */
export function FigurePlace({ exercise }: { exercise: PrescribedExercise }) {
  const words = useExerciseWords();
  const lying = isLying(exercise.exercise);
  const figure = (className: string) => (
    <LazyFigure
      key={exercise.exercise}
      exercise={exercise.exercise}
      pattern={exercise.pattern}
      tempo={exercise.tempo}
      label={`${words.name(exercise)}. ${words.cue(exercise)}`}
      moving
      className={className}
    />
  );
  return (
    <div
      className={classNames(
        "mt-2 flex h-[max(136px,min(330px,calc(100dvh-560px)))] border-b-[1.5px] border-line",
        lying && "flex-col justify-between",
      )}
    >
      {!lying && <div className="flex min-w-0 grow">{figure("h-full w-full")}</div>}
      <div className={lying ? "flex w-full items-end justify-between gap-4 pt-1 pb-2" : "max-w-[46%] shrink-0 pt-1"}>
        <TempoWords tempo={exercise.tempo} />
        <Muscles exercise={exercise} />
      </div>
      {lying && <div className="flex min-h-0 w-full shrink">{figure("h-full w-full")}</div>}
    </div>
  );
}

function TempoWords({ tempo }: { tempo: Tempo | null }) {
  const t = useTranslations("session.set");
  if (tempo === null) return null;
  const [down = "0", pause = "0", up = "0"] = tempo.split("-");
  return (
    <div className="mb-2">
      <p className="text-caption text-ink2">{t("tempo")}</p>
      <p className="text-row font-strong">{t("down", { seconds: Number(down) })}</p>
      {Number(pause) > 0 && <p className="text-row font-strong">{t("pause", { seconds: Number(pause) })}</p>}
      <p className="text-row font-strong">{up === "X" ? t("upFast") : t("up", { seconds: Number(up) })}</p>
    </div>
  );
}

function Muscles({ exercise }: { exercise: PrescribedExercise }) {
  const t = useTranslations("programme");
  if (PRIME_MOVERS[exercise.pattern].length === 0) return null;
  return (
    <p className="flex gap-2 text-caption text-ink2">
      <span className="mt-0.5 size-3 shrink-0 rounded-[3px] bg-strength" aria-hidden="true" />
      {PRIME_MOVERS[exercise.pattern].map((muscle) => t(`muscle.${muscle}`)).join(", ")}
    </p>
  );
}
