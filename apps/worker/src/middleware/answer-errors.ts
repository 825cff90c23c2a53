import type { ErrorHandler } from "hono";
import { HTTPException } from "hono/http-exception";
import type { AppEnv } from "../env";
import { makeProblem, ProblemError, problemResponse } from "../problem";
import { isUnstorableText } from "../sync/poison";
import { isDatabaseDown, isDiskFull } from "./database-down";
import { loggableError } from "./loggable-error";

/** Seconds after which a phone may ask again while the database is away. Our own choice. */
const RETRY_AFTER_S = 5;

/** Turns whatever was thrown into problem+json. What we did not expect is logged under an id, and only the id leaves the house. */
export const answerErrors: ErrorHandler<AppEnv> = (error, context) => {
  if (error instanceof ProblemError) return problemResponse(error.problem, error.headers);
  if (isDatabaseDown(error)) {
    context.var.logger.warn({ err: loggableError(error) }, "database unavailable");
    return problemResponse(makeProblem("unavailable"), { "Retry-After": String(RETRY_AFTER_S) });
  }
  if (isUnstorableText(error)) {
    return problemResponse(makeProblem("invalidRequest", { detail: "No text may hold U+0000." }));
  }
  if (isDiskFull(error)) {
    context.var.logger.error({ err: loggableError(error) }, "disk full");
    const detail = "The server's disk is full: nothing was stored.";
    return problemResponse(makeProblem("unavailable", { detail }), { "Retry-After": String(RETRY_AFTER_S) });
  }
  if (error instanceof HTTPException && error.status === 400) {
    return problemResponse(makeProblem("invalidRequest", { detail: "The body is not JSON." }));
  }
  const id = context.var.requestId;
  context.var.logger.error({ err: loggableError(error), id }, "unexpected fault");
  return problemResponse(makeProblem("serverFault", { id }));
};
