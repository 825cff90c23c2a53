import type { WalkStep } from "@legwork/core/programme";
import type { RecordId, SessionLogFields } from "@legwork/core/record";
import { useRecords, useSafety } from "@/data";
import { suggestsCalibration } from "./calibration";

/** Whether this set is suggested to be taken to the end; never to whom safety keeps reps in reserve. */
export function useCalibration(set: {
  readonly id: RecordId;
  readonly log: SessionLogFields;
  readonly step: WalkStep;
}): boolean {
  const logs = useRecords("session_log").value;
  const { limits } = useSafety();
  const { id, log, step } = set;
  return limits.rirMin === 0 && suggestsCalibration({ id, prescription: log.prescription, step, logs });
}
