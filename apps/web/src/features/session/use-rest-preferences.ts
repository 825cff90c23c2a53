import { settingsId } from "@legwork/core/record";
import { useDeviceValue, useRecords, useWriteRecord, writeDeviceValue } from "@/data";

/** Whether rests start by themselves here, and whether their end sounds. */
export function useRestPreferences() {
  const off = useDeviceValue("restTimerOff").value === true;
  const sound = useRecords("settings").value[0]?.fields.restSound !== false;
  const write = useWriteRecord();
  return {
    automatic: !off,
    sound,
    setAutomatic: (on: boolean) => writeDeviceValue("restTimerOff", on ? null : true),
    setSound: (on: boolean) =>
      write((runner) => [{ id: settingsId(runner), kind: "settings", patch: { restSound: on } }]),
  };
}
