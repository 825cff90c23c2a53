import { createHash } from "node:crypto";
import type { RunnerId } from "@legwork/core/record";
import { type Connection, rowsOf, type Tx } from "./connection";

/** A deletion as it is kept outside the database, to be applied again after a restore. */
export interface Deletion {
  readonly account: string;
  readonly at: Date;
  /** SHA-256 of each session's token that was live then. */
  readonly tokenHashes: readonly Buffer[];
}

/** How long a device of a deleted account is told so. Our own choice: longer than a season away from running. */
export const DELETED_SESSION_DAYS = 400;

/** Any number nobody else locks: deletions are rare and touch many people's rows, so they go one after the other. */
const DELETION_LOCK = 5_017_441_903;

const ONE_AT_A_TIME = { name: "one_deletion_at_a_time", text: `select pg_advisory_xact_lock(${DELETION_LOCK})` };
const LOCK_USER = { name: "lock_user", text: `select email from "user" where id = $1 for update` };
const HOLD_USER = { name: "hold_user", text: `select from "user" where id = $1 for key share` };
const CLOSE_INVITATIONS = {
  name: "close_invitations_of_coach",
  text: `delete from invitation where squad_id in (select squad_id from squad where coach = $1)`,
};
const RUNNERS_OF_COACH = {
  name: "runners_granted_to",
  text: `select runner_id as runner from access_grant where grantee = $1 and revoked_at is null order by runner_id`,
};
const RUNNERS_OF_ACCOUNT = {
  name: "runners_of_account",
  text: `select runner_id as runner from runner_head where account_id = $1
         union select runner_id from account_runner where account_id = $1 order by runner`,
};
const LIVE_TOKENS = {
  name: "live_tokens",
  text: `select token from session where user_id = $1 and expires_at > now()`,
};
const KEEP_HASHES = {
  name: "keep_token_hashes",
  text: `insert into deleted_session (token_hash, deleted_at) select *, $2 from unnest($1::bytea[]) on conflict do nothing`,
};
const WRITE_NOTE = {
  name: "write_deletion_note",
  text: `insert into deletion_note (account, at, token_hashes) values ($1, $2, $3) on conflict do nothing`,
};

// Each gets the runners' ids, or the account's id and e-mail.
const OF_RUNNERS = [
  "record",
  "record_past",
  "op_receipt",
  "op_quarantine",
  "access_grant",
  "summary",
  "squad_member",
  "runner_head",
  "account_runner",
  // Last: `saveDevices` holds the head, so that its row is seen here or never written.
  "device",
].map((table) => ({
  name: `delete_${table}_of_runners`,
  text: `delete from ${table} where runner_id = any ($1::uuid[])`,
}));
const OF_ACCOUNT = [
  `delete from squad_member where squad_id in (select squad_id from squad where coach = $1)`,
  `delete from squad where coach = $1`,
  `delete from access_grant where grantee = $1`,
  `delete from device where account = $1`,
  `delete from op_quarantine where author = $1`,
  `update invitation set used_by = null where used_by = $1`,
  `delete from account_runner where account_id = $1`,
  `delete from session where user_id = $1`,
  `delete from account where user_id = $1`,
  `delete from known_client where user_id = $1`,
].map((text, index) => ({ name: `delete_of_account_${index}`, text }));
const OF_CODES = {
  name: "delete_codes_of_account",
  text: `delete from verification where position($1 in identifier) > 0 or value = $1
         or identifier in ('sign-in-otp-' || $2, 'forget-password-otp-' || $2, 'email-verification-otp-' || $2)`,
};
const DELETE_USER = { name: "delete_user", text: `delete from "user" where id = $1` };

/**
 * Begins a deletion: no session is made and no invitation accepted from here on. Null when there is no such account, otherwise the
 * runners that this person coaches, whose grants are to be ended before `deleteAccountRows`.
 */
export async function beginDeletion(tx: Tx, account: string): Promise<readonly RunnerId[] | null> {
  await rowsOf(tx, ONE_AT_A_TIME, []);
  const locked = await rowsOf(tx, LOCK_USER, [account]);
  if (locked.length === 0) return null;
  await rowsOf(tx, CLOSE_INVITATIONS, [account]);
  const rows = await rowsOf<{ runner: RunnerId }>(tx, RUNNERS_OF_COACH, [account]);
  return rows.map(({ runner }) => runner);
}

/** Keeps an account from being deleted until the transaction ends; false when there is none. */
export async function holdAccount(tx: Tx, account: string): Promise<boolean> {
  return (await rowsOf(tx, HOLD_USER, [account])).length > 0;
}

/** The runners that an account is; more than one only when taking up a phone's runner was cut short. */
export async function runnersOfAccount(connection: Connection, account: string): Promise<readonly RunnerId[]> {
  const rows = await rowsOf<{ runner: RunnerId }>(connection, RUNNERS_OF_ACCOUNT, [account]);
  return rows.map(({ runner }) => runner);
}

/** Removes every row of the person but the hashes of live sessions, under the locks of their runners. */
export async function deleteAccountRows(tx: Tx, account: string, at: Date): Promise<Deletion> {
  const [user] = await rowsOf<{ email: string }>(tx, LOCK_USER, [account]);
  const tokens = await rowsOf<{ token: string }>(tx, LIVE_TOKENS, [account]);
  const deletion = { account, at, tokenHashes: tokens.map(({ token }) => hashToken(token)) };
  await keepTokenHashes(tx, deletion);
  await rowsOf(tx, WRITE_NOTE, [account, at, deletion.tokenHashes]);
  const runners = await runnersOfAccount(tx, account);
  for (const statement of OF_RUNNERS) await rowsOf(tx, statement, [runners]);
  for (const statement of OF_ACCOUNT) await rowsOf(tx, statement, [account]);
  await rowsOf(tx, OF_CODES, [account, user?.email ?? account]);
  await rowsOf(tx, DELETE_USER, [account]);
  return deletion;
}

/** So that each device is told once more. */
export async function keepTokenHashes(
  connection: Connection,
  { tokenHashes, at }: Pick<Deletion, "tokenHashes" | "at">,
): Promise<void> {
  await rowsOf(connection, KEEP_HASHES, [tokenHashes, at]);
}

/** What is kept of a session's token. */
export function hashToken(token: string): Buffer {
  return createHash("sha256").update(token).digest();
}

const SWEEP = {
  name: "sweep_deleted_sessions",
  text: `delete from deleted_session where deleted_at < $1::timestamptz - interval '${DELETED_SESSION_DAYS} days'`,
};
const DELETIONS_TO_NOTE = {
  name: "deletions_to_note",
  text: `select account, at, token_hashes as "tokenHashes" from deletion_note order by at`,
};
// A pull that was on its way may have noted its device after the rest was gone.
const DELETION_NOTED = {
  name: "deletion_noted",
  text: `with late as (delete from device where account = $1) delete from deletion_note where account = $1`,
};

export async function sweepDeletedSessions(connection: Connection, now: Date): Promise<void> {
  await rowsOf(connection, SWEEP, [now]);
}

/** Deletions that were committed and are not known to be in the file outside the database. */
export function deletionsToNote(connection: Connection): Promise<readonly Deletion[]> {
  return rowsOf<Deletion>(connection, DELETIONS_TO_NOTE, []);
}

export async function deletionNoted(connection: Connection, account: string): Promise<void> {
  await rowsOf(connection, DELETION_NOTED, [account]);
}
