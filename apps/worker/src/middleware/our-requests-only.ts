import { createMiddleware } from "hono/factory";
import type { AppEnv } from "../env";
import { ProblemError } from "../problem";

const SAFE_METHODS = new Set(["GET", "HEAD", "OPTIONS"]);

/** State-changing requests need one of our origins: a foreign page can make a browser send cookies, but not that header. */
export function ourOriginOnly(origins: readonly string[]) {
  return createMiddleware<AppEnv>(async function ourOriginOnly(context, next) {
    if (SAFE_METHODS.has(context.req.method)) return next();
    const origin = context.req.header("Origin");
    if (origin === undefined || !origins.includes(origin)) {
      throw new ProblemError("wrongOrigin", {
        detail: `Send the header Origin: ${origins[0]}. Open the app at that address, or set LEGWORK_URL to the address in use.`,
      });
    }
    return next();
  });
}

/** Bodies are JSON and say so; a form of a foreign page cannot. */
export const jsonOnly = createMiddleware<AppEnv>(async function jsonOnly(context, next) {
  const type = context.req.header("Content-Type")?.split(";")[0]?.trim().toLowerCase();
  const bodyExpected = ["POST", "PUT", "PATCH"].includes(context.req.method) || type !== undefined;
  if (!SAFE_METHODS.has(context.req.method) && bodyExpected && type !== "application/json") {
    throw new ProblemError("wrongMediaType");
  }
  return next();
});
