import { type ChangedStream, type Db, notifyPokes } from "@legwork/db";
import type { Logger } from "pino";
import { gathered } from "../gathered";
import { loggableError } from "../middleware/loggable-error";

/** Our own choice: nobody sees it, and on a busy server one statement tells of several pushes. */
const GATHER_MS = 10;

/** Tells changes to all servers. A lost one does no harm: phones look again by themselves. */
export function tellChanges(db: Db, logger: Logger): (change: ChangedStream) => void {
  return gathered({
    waitMs: GATHER_MS,
    keyOf: ({ runner, by, device }) => [runner, by, device].join("\n"),
    send: (changes) => notifyPokes(db, changes),
    onLost: (error) => logger.warn({ err: loggableError(error) }, "pokes were lost"),
  });
}
