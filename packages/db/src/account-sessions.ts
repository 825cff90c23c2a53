import type { RunnerId } from "@legwork/core/record";
import { type Connection, rowsOf } from "./connection";

/** Whoever a session belongs to. */
export interface SessionOwner {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  /** The runner that the account is; null when it was cut off before it got one. */
  readonly runner: RunnerId | null;
}

// Key by key: a plan that joins would read whole tables while they are small, and is kept when they are not.
const FRESH_SESSIONS = {
  name: "fresh_sessions",
  text: `
    select found.* from unnest($1::text[]) as asked (token) cross join lateral (
      select s.token, u.id, u.email, u.name, r.runner_id as runner
      from session s join "user" u on u.id = s.user_id left join account_runner r on r.account_id = u.id
      where s.token = asked.token and s.expires_at > now() + make_interval(days => $2) limit 1) found`,
};

/** Whose sessions these are, in the order asked; null for one that has no more than so many days left. Every request of a phone asks this. */
export async function ownersOfSessions(
  connection: Connection,
  tokens: readonly string[],
  { daysLeft }: { readonly daysLeft: number },
): Promise<readonly (SessionOwner | null)[]> {
  const rows = await rowsOf<SessionOwner & { readonly token: string }>(connection, FRESH_SESSIONS, [tokens, daysLeft]);
  const owners = new Map(rows.map(({ token, ...owner }) => [token, owner]));
  return tokens.map((token) => owners.get(token) ?? null);
}

/** A signed-in browser, without its token. */
export interface StoredSession {
  readonly id: string;
  readonly since: Date;
  /** Noted once a day. */
  readonly lastUsed: Date;
  readonly userAgent: string;
  readonly isCurrent: boolean;
}

const SESSIONS = {
  name: "sessions_of_account",
  text: `
    select id, created_at as since, updated_at as "lastUsed", coalesce(user_agent, '') as "userAgent", token = $2 as "isCurrent"
    from session where user_id = $1 and expires_at > now() order by token = $2 desc, updated_at desc, id`,
};
const END = { name: "end_session", text: `delete from session where user_id = $1 and id = $2 returning id` };
const END_OTHERS = {
  name: "end_other_sessions",
  text: `delete from session where user_id = $1 and token <> $2 returning id`,
};

/** The one with `token` first, then the last used. */
export function sessionsOfAccount(
  connection: Connection,
  account: string,
  token: string,
): Promise<readonly StoredSession[]> {
  return rowsOf<StoredSession>(connection, SESSIONS, [account, token]);
}

/** False when the account has no such session. */
export async function endSession(connection: Connection, account: string, id: string): Promise<boolean> {
  return (await rowsOf(connection, END, [account, id])).length > 0;
}

/** How many were ended. */
export async function endOtherSessions(connection: Connection, account: string, token: string): Promise<number> {
  return (await rowsOf(connection, END_OTHERS, [account, token])).length;
}
