import { randomUUID } from "node:crypto";
import { claimRunner, type Db, holdAccount, inTransaction, runnerOfAccount } from "@legwork/db";
import type { RunnerId } from "@legwork/core/record";
import { ProblemError } from "../problem";

/** The runner that an account is; `accountDeleted` when it is none any more. One that was cut off between account and runner gets its runner now. */
export async function runnerOf(db: Db, account: string): Promise<RunnerId> {
  const known = await runnerOfAccount(db, account);
  if (known !== null) return known;
  const claim = await inTransaction(db, async (tx) => {
    if (!(await holdAccount(tx, account))) throw new ProblemError("accountDeleted");
    return claimRunner(tx, { account, runner: randomRunnerId() });
  });
  return claim.runner;
}

export function randomRunnerId(): RunnerId {
  return randomUUID() as string as RunnerId;
}
