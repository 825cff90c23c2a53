import type { WalkStep } from "@legwork/core/programme";
import type { RecordId, SessionLogFields } from "@legwork/core/record";
import { addDays } from "@legwork/core/calendar";
import { type DraftSet, useDeviceValue, useRecords, writeDeviceValue } from "@/data";
import { useState } from "react";
import { lastTimeOf, prefill } from "./last-time";

/** Older logs say nothing about today's weight. Our own number: longer than the programme. */
const LAST_TIME_WITHIN_DAYS = 120;

/** The numbers of the set before it is done: as planned, as last time, or as the runner has changed them. */
export function useDraft({ id, log, step }: { id: RecordId; log: SessionLogFields; step: WalkStep }) {
  const earlier = useRecords("session_log", { from: addDays(log.date, -LAST_TIME_WITHIN_DAYS) });
  const kept = useDeviceValue(`draft/${id}`).value;
  const [changed, setChanged] = useState<DraftSet | null>(null);
  const lastTime = lastTimeOf(step.exercise, earlier.value, id);
  const planned = { entry: step.entry, ...prefill(step.exercise, { sets: log.sets, lastTime }) };
  const draft = changed ?? (kept?.entry === step.entry ? kept : planned);

  return {
    draft,
    lastTime,
    change: (change: Partial<Pick<DraftSet, "amount" | "loadGrams">>) => {
      const next = { ...draft, ...change };
      setChanged(next);
      void writeDeviceValue(`draft/${id}`, next);
    },
  };
}
