import { useState } from "react";
import type { Side, TestScores } from "@legwork/core/exercise";
import { healthId, strengthTestId, type StrengthTest, type StrengthTestFields } from "@legwork/core/record";
import { useTranslations } from "use-intl";
import { useRecord, useRecords, useRunner, useToday, useWriteRecord } from "@/data";
import { useDates } from "@/i18n/use-dates";
import { showToast } from "@/ui/toast";
import { ageOn } from "./age";
import { NO_SCORES, testPatch, testsBefore, withScores } from "./test-draft";

export interface Tests {
  readonly ready: boolean;
  /** Null = not known. */
  readonly age: number | null;
  readonly scores: TestScores;
  /** The latest tests before today. */
  readonly earlier: StrengthTestFields | null;
  readonly changed: boolean;
  /** Scores of one or both sides; null clears both. */
  readonly enter: (test: StrengthTest, sides: Readonly<Partial<Record<Side, number>>> | null) => void;
  readonly save: () => Promise<void>;
}

/** Today's tests as they are entered, beside the earlier ones. */
export function useTests(): Tests {
  const t = useTranslations("tests");
  const dates = useDates();
  const today = useToday();
  const runner = useRunner();
  const write = useWriteRecord();
  const stored = useRecords("strength_test");
  const screening = useRecord("health", runner === null ? null : healthId(runner, "screening"));
  const [draft, setDraft] = useState<TestScores | null>(null);

  const all = stored.value.map(({ fields }) => fields);
  const kept = all.find(({ date }) => date === today) ?? null;
  const scores = draft ?? kept ?? NO_SCORES;
  const patch = testPatch(today, scores, kept);

  async function save() {
    try {
      await write((id) => [{ id: strengthTestId(id, today), kind: "strength_test", patch }]);
    } catch {
      showToast(t("notSaved"));
      return;
    }
    showToast(t("saved", { date: dates.dayMonth(today) }));
  }

  return {
    ready: stored.status !== "loading" && runner !== null && screening.status !== "loading",
    age: ageOn(today, screening.value?.fields.screening),
    scores,
    earlier: testsBefore(today, all),
    changed: Object.keys(patch).length > 0,
    enter: (test, sides) => setDraft(withScores(scores, test, sides)),
    save,
  };
}
