import type { Context } from "hono";
import { createMiddleware } from "hono/factory";
import type { SignedInEnv } from "../auth/session";
import { ProblemError } from "../problem";
import { outgoingOf } from "./outgoing";
import { retryAfter } from "./retry-after";

/** Requests of one account at a time. */
export interface TurnLimits {
  readonly atWork: number;
  /** Beyond these, further ones wait in line, and beyond those they are refused. */
  readonly waiting: number;
}

/**
 * Our own choices: a phone sends one request after the other, and an account has few phones. Whoever sends a hundred at once, perhaps
 * all to one runner whose lock they wait for, holds less than half of the database's connections.
 */
export const ACCOUNT_TURNS: TurnLimits = { atWork: 4, waiting: 16 };
const RETRY_AFTER_S = 1;

interface Line {
  atWork: number;
  readonly waiting: (() => void)[];
}

/** Gives each account its turns. A turn ends when the answer was taken, so unread answers do not pile up either. */
export function accountTurns(limits: TurnLimits | null) {
  const lines = new Map<string, Line>();
  const end = (account: string, line: Line) => {
    const next = line.waiting.shift();
    if (next) next();
    else if ((line.atWork -= 1) === 0) lines.delete(account);
  };
  return createMiddleware<SignedInEnv>(async function accountTurns(context, next) {
    if (limits === null) return next();
    const account = context.var.account.id;
    const line = lines.get(account) ?? { atWork: 0, waiting: [] };
    lines.set(account, line);
    if (line.atWork < limits.atWork) line.atWork += 1;
    else if (line.waiting.length < limits.waiting) await new Promise<void>((go) => line.waiting.push(go));
    else {
      throw new ProblemError(
        "tooManyRequests",
        { detail: "Too many requests of this account at once." },
        retryAfter(RETRY_AFTER_S),
      );
    }
    let isTaken = false;
    try {
      await next();
      isTaken = whenTaken(context, () => end(account, line));
    } finally {
      if (!isTaken) end(account, line);
    }
  });
}

/** Calls back when the answer has left or its connection is gone; false when there is no connection to ask, as in tests. */
function whenTaken(context: Context, callback: () => void): boolean {
  const outgoing = outgoingOf(context);
  if (outgoing === null || outgoing.closed) return false;
  outgoing.once("close", callback);
  return true;
}
