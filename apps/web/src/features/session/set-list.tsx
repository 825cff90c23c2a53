import { ChevronRight } from "lucide-react";
import { useTranslations } from "use-intl";
import type { WalkStep } from "@legwork/core/programme";
import type { LoggedSet, SessionLogFields } from "@legwork/core/record";
import { stepsOf } from "./flow";
import { useExerciseWords } from "./use-words";

/** Every set in the order of the session, with what became of it. */
export function SetList({ log, onEdit }: { log: SessionLogFields; onEdit: (step: WalkStep) => void }) {
  const t = useTranslations("session.menu");
  const words = useExerciseWords();
  return (
    <ul className="mt-4" aria-label={t("sets")}>
      {stepsOf(log).map((step) => {
        const exercise = words.name(step.exercise);
        return (
          <li key={step.entry} className="border-b border-rule">
            <button
              type="button"
              aria-label={t("edit", { exercise, set: step.setNumber })}
              className="flex min-h-12 w-full items-center gap-3 py-1 text-left active:bg-sunk"
              onClick={() => onEdit(step)}
            >
              <span className="w-5 shrink-0 text-row font-strong text-strength">{step.setNumber}</span>
              <span className="min-w-0 grow truncate text-body">{exercise}</span>
              <SetResult step={step} set={log.sets[step.entry]} />
              <ChevronRight size={18} strokeWidth={1.75} className="shrink-0 text-ink2" aria-hidden="true" />
            </button>
          </li>
        );
      })}
    </ul>
  );
}

function SetResult({ step, set }: { step: WalkStep; set: LoggedSet | undefined }) {
  const t = useTranslations("session.menu");
  const words = useExerciseWords();
  if (set === undefined) return <span className="shrink-0 text-row text-ink3">{t("open")}</span>;
  if (set.state === "skipped") return <span className="shrink-0 text-row text-ink2">{t("skipped")}</span>;
  const amount = step.exercise.unit === "seconds" ? `${set.amount} s` : String(set.amount);
  const load = set.loadGrams === undefined ? "" : ` × ${words.kg(set.loadGrams)} kg`;
  return (
    <span className="shrink-0 text-row font-strong">
      {amount}
      {load}
      {set.state === "failed" && <span className="font-row text-ink2"> · {t("failed")}</span>}
    </span>
  );
}
