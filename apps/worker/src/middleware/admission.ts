import { createMiddleware } from "hono/factory";
import type { AppEnv } from "../env";
import { ProblemError } from "../problem";
import { clientKey } from "./rate-limit";
import { retryAfter } from "./retry-after";

/** Requests that may be at work or waiting for the database at a time. */
export interface AdmissionLimits {
  readonly atWork: number;
  /** Of these, from one client address: who sends slowly from one place leaves room for others. */
  readonly perClient: number;
}

/** Our own choices: 256 requests of 256 kB are 64 MB at worst, and a fraction of a second of work for the database. */
export const ADMISSION: AdmissionLimits = { atWork: 256, perClient: 128 };
const RETRY_AFTER_S = 1;
const BUSY = "The server has as much to do as it can: try again in a moment.";

/** Sends away at once, body unread, what would only wait. Who watches the server is always let in. */
export function admission(limits: AdmissionLimits | null, options: { readonly always: readonly string[] }) {
  const byClient = new Map<string, number>();
  let atWork = 0;
  return createMiddleware<AppEnv>(async function admission(context, next) {
    if (limits === null || options.always.includes(context.req.path)) return next();
    const client = clientKey(context.var.client);
    const own = byClient.get(client) ?? 0;
    if (atWork >= limits.atWork || own >= limits.perClient) {
      throw new ProblemError("unavailable", { detail: BUSY }, retryAfter(RETRY_AFTER_S));
    }
    atWork += 1;
    byClient.set(client, own + 1);
    try {
      return await next();
    } finally {
      atWork -= 1;
      const left = (byClient.get(client) ?? 1) - 1;
      if (left === 0) byClient.delete(client);
      else byClient.set(client, left);
    }
  });
}
