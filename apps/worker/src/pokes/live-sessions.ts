import { type Db, schema } from "@legwork/db";
import { and, eq, gt, sql } from "drizzle-orm";

/** Which of these session tokens still stand: not ended, not run out, their account not deleted. */
export async function liveSessions(db: Db, tokens: readonly string[]): Promise<ReadonlySet<string>> {
  const { session, user } = schema;
  const rows = await db.orm
    .select({ token: session.token })
    .from(session)
    .innerJoin(user, eq(user.id, session.userId))
    .where(and(sql`${session.token} = any(${sql.param(tokens)}::text[])`, gt(session.expiresAt, sql`now()`)));
  return new Set(rows.map(({ token }) => token));
}
