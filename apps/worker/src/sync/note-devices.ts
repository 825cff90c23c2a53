import { type Db, saveDevices } from "@legwork/db";
import type { RunnerId } from "@legwork/core/record";
import type { Logger } from "pino";
import { gathered } from "../gathered";
import { loggableError } from "../middleware/loggable-error";
import type { DeviceReport } from "./stream-store";

type Noted = DeviceReport & { readonly runner: RunnerId };

/** Our own choice: ten statements a second and as many flushes to the disk, however many phones are back at once. */
const GATHER_MS = 100;

/** Writes down what devices report, behind the answer to them. A lost report is followed by the next. */
export function noteDevices(db: Db, logger: Logger): (report: Noted) => void {
  return gathered({
    waitMs: GATHER_MS,
    keyOf: ({ runner, device }) => `${runner} ${device}`,
    send: (reports) => saveDevices(db, reports),
    onLost: (error) => logger.warn({ err: loggableError(error) }, "what devices reported was lost"),
  });
}
