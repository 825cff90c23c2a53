import { createMiddleware } from "hono/factory";
import type { AppEnv } from "../env";
import { ProblemError } from "../problem";

/** Refuses a body unread that no route would take; a route may take less. One that lies about its length is cut where it is read. */
export function bodiesUpTo(maxBytes: number) {
  return createMiddleware<AppEnv>(async function bodiesUpTo(context, next) {
    if (Number(context.req.header("Content-Length") ?? 0) > maxBytes) {
      throw new ProblemError("tooLarge", { detail: `At most ${maxBytes} bytes.` });
    }
    return next();
  });
}
