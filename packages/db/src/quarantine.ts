import { createHash } from "node:crypto";
import type { RunnerId } from "@legwork/core/record";
import { type Connection, rowsOf } from "./connection";

/** Our own choice: enough to find out what went wrong, too little to fill a disk. */
export const QUARANTINED_PER_RUNNER_MAX = 200;

export interface RefusedOp {
  /** The op as it came, JSON text. */
  readonly op: string;
  readonly code: string;
  readonly author: string;
}

const QUARANTINE_OPS = {
  name: "quarantine_ops",
  text: `
    insert into op_quarantine (runner_id, hash, op, code, author)
    select $1::uuid, input.* from unnest($2::bytea[], $3::text[], $4::text[], $5::text[]) as input
    on conflict do nothing`,
};
const FORGET_OLDEST = {
  name: "forget_oldest_quarantined",
  text: `
    delete from op_quarantine where runner_id = $1 and hash in (
      select hash from op_quarantine where runner_id = $1 order by at desc, hash offset $2)`,
};

/** Keeps refused ops; the same op again is one row, and the oldest go when a runner has too many. */
export async function quarantineOps(
  connection: Connection,
  runner: RunnerId,
  ops: readonly RefusedOp[],
): Promise<void> {
  if (ops.length === 0) return;
  await rowsOf(connection, QUARANTINE_OPS, [
    runner,
    ops.map((refused) => createHash("sha256").update(refused.op).digest()),
    ops.map((refused) => refused.op),
    ops.map((refused) => refused.code),
    ops.map((refused) => refused.author),
  ]);
  await rowsOf(connection, FORGET_OLDEST, [runner, QUARANTINED_PER_RUNNER_MAX]);
}
