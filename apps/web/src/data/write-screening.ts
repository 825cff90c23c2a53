import { healthId } from "@legwork/core/record";
import { screeningJson, type Screening } from "@legwork/core/safety";
import { useToday } from "./today";
import { useWriteRecord } from "./write-record";

/** Writes answers to the safety questions. */
export function useWriteScreening(): (screening: Screening) => Promise<void> {
  const write = useWriteRecord();
  const today = useToday();
  return (screening) =>
    write((runner) => [
      {
        id: healthId(runner, "screening"),
        kind: "health",
        patch: { date: today, screening: screeningJson(screening) },
      },
    ]);
}
