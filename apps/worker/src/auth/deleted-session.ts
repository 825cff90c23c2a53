import { isDeletedSession } from "@legwork/db";
import type { Context } from "hono";
import { type FreshSessionOptions, sessionToken } from "./fresh-session";

/** Whether the request comes from a device that was signed in when its account was deleted. */
export async function isOfDeletedAccount(context: Context, options: FreshSessionOptions): Promise<boolean> {
  const token = sessionToken(context, options);
  return token !== null && (await isDeletedSession(options.db, token));
}
