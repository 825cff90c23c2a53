import { type Db, saveDevices } from "@legwork/db";
import type { RunnerId } from "@legwork/core/record";
import type { DeviceReport } from "./stream-store";

type Noted = DeviceReport & { readonly runner: RunnerId };

/**
 * Writes down what devices report, one statement at a time: those that come while it runs go together with the next. When many
 * phones are back at once, a commit and its flush to the disk then serve several of them.
 */
export function noteDevices(db: Db): (report: Noted) => Promise<void> {
  let waiting = new Map<string, Noted>();
  let running: Promise<void> = Promise.resolve();
  let next: Promise<void> | null = null;

  function flush(): Promise<void> {
    const batch = [...waiting.values()];
    waiting = new Map();
    next = null;
    return saveDevices(db, batch);
  }

  return (report) => {
    waiting.set(`${report.runner} ${report.device}`, report);
    if (next === null) {
      next = running.then(flush);
      // A failure belongs to those who wait for it; the next batch is tried all the same.
      running = next.catch(() => {});
    }
    return next;
  };
}
