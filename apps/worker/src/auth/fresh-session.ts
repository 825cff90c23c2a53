import { createHmac, timingSafeEqual } from "node:crypto";
import { type Db, ownersOfSessions, type SessionOwner } from "@legwork/db";
import DataLoader from "dataloader";
import type { Context } from "hono";
import { getCookie } from "hono/cookie";
import { RENEW_AFTER_DAYS, SESSION_DAYS } from "./accounts";

/** Whoever is signed in. */
export interface Account {
  readonly id: string;
  readonly email: string;
  readonly name: string;
}

export interface FreshSessionOptions {
  readonly db: Db;
  readonly secret: string;
  readonly cookieName: string;
}

/** Of one statement. Our own choice. */
const TOGETHER_MAX = 64;

/**
 * The owner of a session that need not be renewed yet, by one prepared statement for all that ask in one turn of the event loop. Null =
 * ask better-auth, which knows whether there is none, whether it has ended, and renews it.
 */
export function freshSessions({ db, secret, cookieName }: FreshSessionOptions) {
  const owners = new DataLoader<string, SessionOwner | null>(
    (tokens) => ownersOfSessions(db, tokens, { daysLeft: SESSION_DAYS - RENEW_AFTER_DAYS }),
    { cache: false, maxBatchSize: TOGETHER_MAX, batchScheduleFn: (ask) => void setImmediate(ask) },
  );
  return async (context: Context): Promise<SessionOwner | null> => {
    const token = sessionToken(context, { cookieName, secret });
    return token === null ? null : owners.load(token);
  };
}

/** The token in the request's cookie; null when there is none that this server signed. */
export function sessionToken(
  context: Context,
  { cookieName, secret }: Pick<FreshSessionOptions, "cookieName" | "secret">,
): string | null {
  return signedToken(getCookie(context, cookieName) ?? "", secret);
}

/** The token of `<token>.<HMAC-SHA-256 of the token, base64>`; null when the signature is another. */
function signedToken(cookie: string, secret: string): string | null {
  const dot = cookie.lastIndexOf(".");
  const token = cookie.slice(0, Math.max(dot, 0));
  const given = Buffer.from(cookie.slice(dot + 1), "base64");
  // Node's own HMAC: WebCrypto's goes through the thread pool, half a millisecond each time.
  const expected = createHmac("sha256", secret).update(token).digest();
  return given.length === expected.length && timingSafeEqual(given, expected) ? token : null;
}
