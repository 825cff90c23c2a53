import { createHash } from "node:crypto";
import type { RunnerId } from "@legwork/core/record";
import { type Connection, rowsOf } from "./connection";

/** Of one author in one runner's stream. Our own choice: enough to find out what went wrong, too little to fill a disk. */
export const QUARANTINED_PER_AUTHOR_MAX = 200;

/** A refused op as it is kept. */
export interface KeptRefusal extends RefusedOp {
  /** SHA-256 of the op, hex. */
  readonly hash: string;
  readonly at: Date;
}

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
      select hash from (
        select hash, row_number() over (partition by author order by at desc, hash) as place from op_quarantine where runner_id = $1
      ) ranked where place > $2)`,
};
const REFUSALS_AFTER = {
  name: "refusals_after",
  text: `select encode(hash, 'hex') as hash, op, code, author, at from op_quarantine
         where runner_id = $1 and hash > $2 order by hash limit $3`,
};
const FORGET_REFUSAL = {
  name: "forget_refusal",
  text: `delete from op_quarantine where runner_id = $1 and hash = $2 returning runner_id`,
};

/** Keeps refused ops; the same op again is one row, and the oldest of an author go when there are too many: nobody pushes out another's. */
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
  await rowsOf(connection, FORGET_OLDEST, [runner, QUARANTINED_PER_AUTHOR_MAX]);
}

/** One page in the order of hashes; `after` is the last hash of the page before, null for the first. */
export function refusalsAfter(
  connection: Connection,
  runner: RunnerId,
  { after, limit }: { readonly after: string | null; readonly limit: number },
): Promise<readonly KeptRefusal[]> {
  return rowsOf<KeptRefusal>(connection, REFUSALS_AFTER, [runner, Buffer.from(after ?? "", "hex"), limit]);
}

/** Lets a refused op go; false when it was not there. */
export async function forgetRefusal(connection: Connection, runner: RunnerId, hash: string): Promise<boolean> {
  return (await rowsOf(connection, FORGET_REFUSAL, [runner, Buffer.from(hash, "hex")])).length > 0;
}
