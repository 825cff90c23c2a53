import { useState } from "react";
import { useTranslations } from "use-intl";
import type { WalkStep } from "@legwork/core/programme";
import type { LoggedSet, SessionLogFields } from "@legwork/core/record";
import { Button } from "@/ui/button";
import { SegmentedControl } from "@/ui/segmented-control";
import { loggedSet } from "./logged-set";
import { SetNumbers } from "./set-numbers";
import type { Session } from "./use-session";
import { useExerciseWords } from "./use-words";

interface SetEditorProps {
  readonly session: Session;
  readonly log: SessionLogFields;
  readonly step: WalkStep;
  readonly onDone: () => void;
}

/** One set as it was, to be set right. */
export function SetEditor({ session, log, step, onDone }: SetEditorProps) {
  const t = useTranslations("session.menu");
  const words = useExerciseWords();
  const before = log.sets[step.entry];
  const [state, setState] = useState<LoggedSet["state"]>(before?.state ?? "done");
  const [numbers, setNumbers] = useState({
    amount: before === undefined || before.state === "skipped" ? step.exercise.amount : before.amount,
    loadGrams: before?.loadGrams ?? null,
  });

  async function save(set: LoggedSet | null) {
    await session.correct(step.entry, set);
    onDone();
  }

  return (
    <div className="pt-4">
      <h3 className="text-section font-strong">{words.name(step.exercise)}</h3>
      <p className="mb-3 text-row text-ink2">
        {t("edit", { exercise: words.short(step.exercise), set: step.setNumber })}
      </p>
      <SegmentedControl
        label={t("state")}
        value={state}
        onChange={setState}
        options={[
          { value: "done", text: t("done") },
          { value: "failed", text: t("failed") },
          { value: "skipped", text: t("skipped") },
        ]}
      />
      {state !== "skipped" && (
        <SetNumbers
          exercise={step.exercise}
          phase={log.prescription.phase}
          draft={numbers}
          onChange={(change) => setNumbers({ ...numbers, ...change })}
        />
      )}
      <div className="mt-4 grid gap-2">
        <Button
          wide
          onClick={() =>
            void save(
              loggedSet(step, {
                state,
                ...numbers,
                calibration: before?.calibration === true,
                ...(state === "skipped" ? { amount: 0 } : {}),
              }),
            )
          }
        >
          {t("save")}
        </Button>
        <div className="grid grid-cols-2 gap-2">
          <Button look="text" onClick={onDone}>
            {t("back")}
          </Button>
          {before !== undefined && (
            <Button look="text" onClick={() => void save(null)}>
              {t("clear")}
            </Button>
          )}
        </div>
      </div>
    </div>
  );
}
