import { type Db, inTransaction, lockHead, readGrant, removeMember, revokeGrant, type Tx } from "@legwork/db";
import type { RunnerId } from "@legwork/core/record";
import { lockedStream } from "../sync/postgres-stream";
import { recordRevocation } from "./grant-record";

export interface Ending {
  readonly runner: RunnerId;
  /** Account of the coach. */
  readonly grantee: string;
  /** Account of whoever ends it. */
  readonly by: string;
  /** Only if it belongs to this squad; absent = whichever. */
  readonly squad?: string;
  readonly now: Date;
}

/** Ends a coach's access under the runner's lock: no rev of theirs lands after it. False when there was none. */
export function endGrant(db: Db, ending: Ending): Promise<boolean> {
  return inTransaction(db, (tx) => endGrantIn(tx, ending));
}

/** The same within a transaction that does more; the runner stays locked until it ends. */
export async function endGrantIn(tx: Tx, { runner, grantee, by, squad, now }: Ending): Promise<boolean> {
  const head = await lockHead(tx, runner, 0);
  if (head === null) return false;
  const grant = await readGrant(tx, runner, grantee);
  if (grant === null || (squad !== undefined && grant.squad !== squad)) return false;
  await revokeGrant(tx, runner, grantee);
  await recordRevocation(lockedStream(tx, head), { runner, grantee, author: by }, now);
  await removeMember(tx, grant.squad, runner);
  return true;
}
