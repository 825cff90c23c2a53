import { createHmac, randomUUID } from "node:crypto";
import { createRunner, type Db, inTransaction, schema } from "@legwork/db";
import type { RunnerId } from "@legwork/core/record";
import { randomRunner } from "./stream";
import { SECRET } from "./test-server";

/** An account with one session. */
export interface QuickAccount {
  readonly account: string;
  readonly runner: RunnerId;
  /** For the header of that name. */
  readonly cookie: string;
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** Signed up and in without the cost of a password: tests need hundreds. */
export async function quickAccount(db: Db): Promise<QuickAccount> {
  const [account, token, runner] = [randomUUID(), randomUUID(), randomRunner()];
  await db.orm.insert(schema.user).values({ id: account, name: "Mo", email: `${account}@example.org` });
  const expiresAt = new Date(Date.now() + 90 * DAY_MS);
  await db.orm.insert(schema.session).values({ id: randomUUID(), token, userId: account, expiresAt });
  await inTransaction(db, (tx) => createRunner(tx, { account, runner }));
  const signature = createHmac("sha256", SECRET).update(token).digest("base64");
  return { account, runner, cookie: `legwork.session_token=${encodeURIComponent(`${token}.${signature}`)}` };
}
