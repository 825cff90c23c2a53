import { type Digest, endEpoch, type Epochs, type RunnerId } from "@legwork/core/record";
import { type Connection, rowsOf, type Tx } from "./connection";

export interface RunnerHead {
  readonly runner: RunnerId;
  /** The runner's own account. */
  readonly account: string;
  readonly epoch: string;
  /** The last rev handed out. */
  readonly head: number;
  /** Head at the restore point when this epoch began; 0 in a first epoch. */
  readonly restoreHead: number;
  /** Of each ended epoch: the last rev that still means what it meant then. */
  readonly endedEpochs: Epochs["endedEpochs"];
  readonly digest: Digest;
  readonly grantsRev: number;
  /** False until a device of the runner has been met after a restore: all grants rest until then. */
  readonly isMet: boolean;
}

const HEAD_COLUMNS = `runner_id as runner, account_id as account, epoch, head, restore_head as "restoreHead", ended_epochs as "endedEpochs", digest, grants_rev as "grantsRev",
  server_epoch = (select epoch from server_state) as "isMet"`;
const READ_HEAD = { name: "read_head", text: `select ${HEAD_COLUMNS} from runner_head where runner_id = $1` };
const LOCK_HEAD = {
  name: "lock_head",
  text: `update runner_head set head = head + $2 where runner_id = $1 returning ${HEAD_COLUMNS}`,
};
const LOCK_FREE_HEADS = {
  name: "lock_free_heads",
  text: `select ${HEAD_COLUMNS} from runner_head where runner_id = any ($1::uuid[]) for no key update skip locked`,
};
const BEGIN_EPOCH = {
  name: "begin_epoch",
  text: `update runner_head set epoch = $2, head = $3, restore_head = $4, ended_epochs = $5,
         server_epoch = (select epoch from server_state) where runner_id = $1`,
};

/** Null when the server does not know the runner. */
export async function readHead(connection: Connection, runner: RunnerId): Promise<RunnerHead | null> {
  const [head] = await rowsOf<RunnerHead>(connection, READ_HEAD, [runner]);
  return head ?? null;
}

/**
 * Takes the runner's row lock, held until the transaction ends, and hands out `count` revs: head − count + 1 … head. With 0 it
 * only locks; `writePushes` can move the head then. Nothing read before this call holds after it: read the grant again.
 * Null when the server does not know the runner.
 */
export async function lockHead(tx: Tx, runner: RunnerId, count: number): Promise<RunnerHead | null> {
  const [head] = await rowsOf<RunnerHead>(tx, LOCK_HEAD, [runner, count]);
  return head ?? null;
}

/**
 * Takes the locks of those runners that nobody holds at this moment, and waits for none: whoever is missing is locked elsewhere or
 * not known. The lock is that of `lockHead`, beside which `saveDevices` may note. For several pushes in one transaction, which so can neither wait for each other in a ring nor for a slow one.
 */
export function lockFreeHeads(tx: Tx, runners: readonly RunnerId[]): Promise<readonly RunnerHead[]> {
  return rowsOf<RunnerHead>(tx, LOCK_FREE_HEADS, [runners]);
}

/** Starts a new history for a runner whose server went backwards, and meets the runner in this life of the server. Only under the lock of `lockHead`. */
export async function beginEpoch(
  tx: Tx,
  before: RunnerHead,
  next: { readonly epoch: string; readonly head: number; readonly restoreHead: number },
): Promise<void> {
  const endedEpochs = JSON.stringify(endEpoch(before, next.restoreHead));
  await rowsOf(tx, BEGIN_EPOCH, [before.runner, next.epoch, next.head, next.restoreHead, endedEpochs]);
}
