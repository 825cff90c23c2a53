import type { RunnerId } from "@legwork/core/record";
import type { DeviceReport } from "./stream-store";

/** A device is noted at most this often, so that a pull stays a read and a push stays one transaction. Our own choice. */
const NOTE_EVERY_MS = 60_000;
/** A bound on memory, our own choice; a forgotten device is noted once more. */
const DEVICES_MAX = 20_000;

/** Whether a report says something that this process has not noted lately. */
export function deviceNotes(now: () => Date): (runner: RunnerId, report: DeviceReport) => boolean {
  const noted = new Map<string, { readonly atMs: number; readonly account: string }>();
  return (runner, { device, account }) => {
    const key = `${runner} ${device}`;
    const atMs = now().getTime();
    const last = noted.get(key);
    if (last?.account === account && atMs - last.atMs < NOTE_EVERY_MS) return false;
    noted.delete(key);
    noted.set(key, { atMs, account });
    if (noted.size > DEVICES_MAX) noted.delete(noted.keys().next().value ?? "");
    return true;
  };
}
