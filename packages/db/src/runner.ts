import { randomUUID } from "node:crypto";
import type { RunnerId } from "@legwork/core/record";
import { type Connection, rowsOf, type Tx } from "./connection";

const RUNNER_OF_ACCOUNT = {
  name: "runner_of_account",
  text: `select runner_id from account_runner where account_id = $1`,
};
const INSERT_HEAD = {
  name: "insert_head",
  text: `insert into runner_head (runner_id, account_id, epoch, server_epoch)
         select $1, $2, $3, epoch from server_state on conflict do nothing returning runner_id`,
};
const POINT_ACCOUNT = {
  name: "point_account",
  text: `insert into account_runner (account_id, runner_id) values ($1, $2)
         on conflict (account_id) do update set runner_id = excluded.runner_id`,
};
const LOCK_ACCOUNT = {
  name: "lock_account",
  text: `select runner_id from account_runner where account_id = $1 for update`,
};
const DELETE_EMPTY_HEAD = {
  name: "delete_empty_head",
  text: `delete from runner_head where runner_id = $1 and account_id = $2 and head = 0 returning runner_id`,
};

export type ClaimResult =
  | { readonly ok: true; readonly runner: RunnerId }
  | { readonly ok: false; readonly error: "runnerTaken" | "hasRecords"; readonly runner: RunnerId };

/** The runner an account is; null before `createRunner`. */
export async function runnerOfAccount(connection: Connection, account: string): Promise<RunnerId | null> {
  const [row] = await rowsOf<{ runner_id: RunnerId }>(connection, RUNNER_OF_ACCOUNT, [account]);
  return row?.runner_id ?? null;
}

/** Makes the runner of a new account with an epoch of its own. False when the id is taken: nothing is written then. */
export async function createRunner(
  tx: Tx,
  { account, runner }: { readonly account: string; readonly runner: RunnerId },
): Promise<boolean> {
  const made = await rowsOf(tx, INSERT_HEAD, [runner, account, randomUUID()]);
  if (made.length === 0) return false;
  await rowsOf(tx, POINT_ACCOUNT, [account, runner]);
  return true;
}

/**
 * Gives an account the runner id that its phone made before there was an account. Refused when another account has that id
 * (`runnerTaken`) or when the account's own runner has records already (`hasRecords`); `runner` says whose id stays.
 */
export async function claimRunner(
  tx: Tx,
  { account, runner }: { readonly account: string; readonly runner: RunnerId },
): Promise<ClaimResult> {
  const [row] = await rowsOf<{ runner_id: RunnerId }>(tx, LOCK_ACCOUNT, [account]);
  const current = row?.runner_id ?? null;
  if (current === runner) return { ok: true, runner };
  if (!(await createRunner(tx, { account, runner })))
    return { ok: false, error: "runnerTaken", runner: current ?? runner };
  if (current === null) return { ok: true, runner };
  const emptied = await rowsOf(tx, DELETE_EMPTY_HEAD, [current, account]);
  if (emptied.length > 0) return { ok: true, runner };
  await rowsOf(tx, DELETE_EMPTY_HEAD, [runner, account]);
  await rowsOf(tx, POINT_ACCOUNT, [account, current]);
  return { ok: false, error: "hasRecords", runner: current };
}
