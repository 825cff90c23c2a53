import { createHash } from "node:crypto";
import { isOfDeletedAccount } from "@legwork/db";
import type { RunnerId } from "@legwork/core/record";
import type { Context } from "hono";
import { createMiddleware } from "hono/factory";
import type { AppEnv } from "../env";
import { ProblemError } from "../problem";
import type { Accounts } from "./accounts";
import { type Account, type FreshSessionOptions, freshSessions, sessionToken } from "./fresh-session";

export interface SignedInEnv {
  readonly Variables: AppEnv["Variables"] & {
    readonly account: Account;
    /** The runner that the account is, where the session told it. */
    readonly ownRunner: RunnerId | null;
  };
}

/** Lets only signed-in requests through, and prolongs their session once a day. */
export function signedIn(accounts: Accounts, options: FreshSessionOptions) {
  const findFresh = freshSessions(options);
  return createMiddleware<SignedInEnv>(async function signedIn(context, next) {
    const fresh = await findFresh(context);
    if (fresh !== null) {
      const { runner, ...account } = fresh;
      context.set("account", account);
      context.set("ownRunner", runner);
      return next();
    }
    const { headers, response } = await accounts.api.getSession({
      headers: context.req.raw.headers,
      returnHeaders: true,
    });
    if (response === null)
      throw new ProblemError((await wasDeleted(context, options)) ? "accountDeleted" : "signInNeeded");
    const { id, email, name } = response.user;
    context.set("account", { id, email, name });
    context.set("ownRunner", null);
    await next();
    for (const cookie of headers?.getSetCookie() ?? []) context.header("Set-Cookie", cookie, { append: true });
  });
}

/** A device whose account was deleted elsewhere is told so: it is the only answer upon which it clears. */
async function wasDeleted(context: Context, options: FreshSessionOptions): Promise<boolean> {
  const token = sessionToken(context, options);
  if (token === null) return false;
  return isOfDeletedAccount(options.db, createHash("sha256").update(token).digest());
}
