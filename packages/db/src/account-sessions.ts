import { type Connection, rowsOf } from "./connection";

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
