import { type Connection, rowsOf } from "./connection";

const IS_OF_DELETED_ACCOUNT = {
  name: "is_of_deleted_account",
  text: `select from deleted_session where token_hash = $1`,
};

/** Whether the session whose token has this SHA-256 was live when its account was deleted. */
export async function isOfDeletedAccount(connection: Connection, tokenHash: Buffer): Promise<boolean> {
  return (await rowsOf(connection, IS_OF_DELETED_ACCOUNT, [tokenHash])).length > 0;
}
