import { addDays, type LocalDate } from "@legwork/core/calendar";
import type { LadderPattern } from "@legwork/core/exercise";
import type { Plan } from "@legwork/core/plan";
import { adjustmentsId, type AdjustmentsFields, type ChosenEntry, type Json } from "@legwork/core/record";
import { useRecord, useRunner } from "./records";
import { useWriteRecord } from "./write-record";

type Choice = Pick<ChosenEntry, "rung" | "loadGrams">;

/** What a person decides instead of the app. Each resolves with the way back, once it is on the disk. */
export function useAdjustments() {
  const runner = useRunner();
  const before = useRecord("adjustments", runner === null ? null : adjustmentsId(runner)).value?.fields ?? NOTHING;
  const write = useWriteRecord();
  const put = (entry: string, value: Json) =>
    write((runner) => [{ id: adjustmentsId(runner), kind: "adjustments", patch: { [entry]: value } }]);

  return {
    /** Takes a decision of the app back, or puts it back in place. */
    async takeBack(id: string, { again }: { readonly again: boolean }) {
      const entry = `undone/${id}`;
      await put(entry, again ? null : true);
      return () => put(entry, again ? true : null);
    },
    async choose(pattern: LadderPattern, choice: Choice, plan: Plan) {
      const entry = `chosen/${pattern}`;
      const earlier = before.chosen[pattern];
      await put(entry, { from: choiceDay(plan), ...choice });
      return () => put(entry, earlier === undefined ? null : { ...earlier });
    },
  };
}

const NOTHING: AdjustmentsFields = { chosen: {}, undone: {} };

/** The day from which a choice holds: today, or tomorrow once a session of today is begun or done. */
export function choiceDay({ today, weeks }: Pick<Plan, "today" | "weeks">): LocalDate {
  const begunToday = weeks
    .flatMap(({ sessions }) => sessions)
    .some(({ state }) => state.status === "started" || ("date" in state && state.date === today));
  return begunToday ? addDays(today, 1) : today;
}
