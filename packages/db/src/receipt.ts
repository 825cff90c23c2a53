import type { RunnerId } from "@legwork/core/record";
import { type Connection, rowsOf } from "./connection";

export type SettledStatus = "applied" | "merged" | "held";

/** What became of an op that is settled for good. */
export interface Receipt {
  readonly opId: string;
  readonly author: string;
  /** SHA-256 of the op as sent. */
  readonly hash: Buffer;
  readonly status: SettledStatus;
  readonly rev: number;
}

const READ_RECEIPTS = {
  name: "read_receipts",
  text: `select op_id as "opId", author, hash, status, rev from op_receipt where runner_id = $1 and op_id = any ($2::text[])`,
};

/** The receipts that exist for these ops, in no order. */
export function readReceipts(
  connection: Connection,
  runner: RunnerId,
  opIds: readonly string[],
): Promise<readonly Receipt[]> {
  return opIds.length === 0 ? Promise.resolve([]) : rowsOf<Receipt>(connection, READ_RECEIPTS, [runner, opIds]);
}
