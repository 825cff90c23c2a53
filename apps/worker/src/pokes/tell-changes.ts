import { type ChangedStream, type Db, notifyPokes } from "@legwork/db";
import type { Logger } from "pino";
import { loggableError } from "../middleware/loggable-error";

/** Changes that may wait while the database is slow. Beyond, news are lost, which does no harm: phones look again by themselves. Our own choice. */
const WAITING_MAX = 10_000;

/** Tells changes to all servers: at once when nothing is under way, together with others otherwise. Never waits and never throws. */
export function tellChanges(db: Db, logger: Logger): (change: ChangedStream) => void {
  const waiting = new Map<string, ChangedStream>();
  let isTelling = false;
  const tellAll = async () => {
    isTelling = true;
    while (waiting.size > 0) {
      const changes = [...waiting.values()];
      waiting.clear();
      try {
        await notifyPokes(db, changes);
      } catch (error) {
        logger.warn({ err: loggableError(error) }, "pokes were lost");
      }
    }
    isTelling = false;
  };
  return (change) => {
    if (waiting.size >= WAITING_MAX) return;
    waiting.set([change.runner, change.by, change.device].join("\n"), change);
    if (!isTelling) void tellAll();
  };
}
