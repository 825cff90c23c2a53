import {
  beginDeletion,
  type Db,
  deleteAccountRows,
  type Deletion,
  deletionNoted,
  deletionsToNote,
  inTransaction,
  keepTokenHashes,
  lockHead,
  runnersOfAccount,
  sweepDeletedSessions,
  type Tx,
} from "@legwork/db";
import { endGrantIn } from "../squads/end-grant";

/** Puts a deletion where a restored database does not forget it. Returns once it is safe. */
export type NoteDeletion = (deletion: Deletion) => Promise<void>;

/** Deletes everything of a person at once. False when there is no such account. */
export async function deleteAccount(db: Db, account: string, at: Date): Promise<boolean> {
  return inTransaction(db, (tx) => deleteInTransaction(tx, account, at));
}

async function deleteInTransaction(tx: Tx, account: string, at: Date): Promise<boolean> {
  const coached = await beginDeletion(tx, account);
  if (coached === null) return false;
  const own = await runnersOfAccount(tx, account);
  for (const runner of own) await lockHead(tx, runner, 0);
  for (const runner of coached) await endGrantIn(tx, { runner, grantee: account, by: account, now: at });
  await deleteAccountRows(tx, account, at);
  return true;
}

/**
 * Notes the deletions that were committed and not noted yet: after each deletion, and at the start for those that a killed server
 * left. Noting twice is harmless.
 */
export async function noteDeletions(db: Db, note: NoteDeletion, now: Date): Promise<void> {
  for (const deletion of await deletionsToNote(db)) {
    await note(deletion);
    await deletionNoted(db, deletion.account);
  }
  await sweepDeletedSessions(db, now);
}

/** Applies noted deletions to a restored database; again changes nothing. Returns how many accounts had come back. */
export async function applyDeletions(db: Db, deletions: readonly Deletion[]): Promise<number> {
  let applied = 0;
  for (const deletion of deletions) {
    const { account, at } = deletion;
    await keepTokenHashes(db, deletion);
    if (await deleteAccount(db, account, at)) applied += 1;
    // It stands in the file already.
    await deletionNoted(db, account);
  }
  return applied;
}
