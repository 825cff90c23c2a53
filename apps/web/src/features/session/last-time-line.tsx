import { useTranslations } from "use-intl";
import type { PrescribedExercise } from "@legwork/core/programme";
import type { LastTime } from "./last-time";
import { useExerciseWords } from "./use-words";

/** The grey line: what I did last time. */
export function LastTimeLine({ exercise, lastTime }: { exercise: PrescribedExercise; lastTime: LastTime | null }) {
  const t = useTranslations("session.set");
  const words = useExerciseWords();
  if (lastTime === null && isEasy(exercise)) return null;
  if (lastTime === null) return <p className="mt-2 text-row text-ink2">{t("firstTime", { rir: exercise.rir })}</p>;
  const amounts = lastTime.amounts.join(" · ");
  const load = lastTime.loadGrams === null ? "" : ` ${t("lastLoad", { kg: words.kg(lastTime.loadGrams) })}`;
  return (
    <p className="mt-2 flex justify-between gap-4 text-row text-ink2">
      <span>
        {t("lastTime")}
        {load}
      </span>
      <span className="text-right">
        {lastTime.rir === null ? amounts : t("toSpare", { amounts, rir: lastTime.rir })}
      </span>
    </p>
  );
}

/** Balance and mobility are no effort: nothing is kept to spare in them. */
function isEasy({ pattern }: PrescribedExercise): boolean {
  return pattern === "BAL" || pattern === "MOB";
}
