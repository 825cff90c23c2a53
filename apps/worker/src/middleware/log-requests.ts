import { randomUUID } from "node:crypto";
import { createMiddleware } from "hono/factory";
import { matchedRoutes } from "hono/route";
import type { Logger } from "pino";
import type { AppEnv } from "../env";

/** Gives each request an id and a logger, and writes one line without address, cookies or body when it is answered. */
export function logRequests(logger: Logger) {
  return createMiddleware<AppEnv>(async function logRequests(context, next) {
    const requestId = randomUUID();
    const startMs = performance.now();
    context.set("requestId", requestId);
    context.set("logger", logger.child({ requestId }));
    await next();
    const ms = Math.round((performance.now() - startMs) * 10) / 10;
    // The pattern and not the path: a path may hold an invitation code.
    const route = matchedRoutes(context).find(({ path }) => !path.includes("*"))?.path ?? "static";
    context.var.logger.info({
      method: context.req.method,
      route,
      status: context.res.status,
      ms,
    });
  });
}
