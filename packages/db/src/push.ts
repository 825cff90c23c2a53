import type { Digest, PastValue, RecordId, RunnerId, StoredRecord } from "@legwork/core/record";
import { rowsOf, type Tx } from "./connection";
import type { Receipt } from "./receipt";

/** What one op put aside of one record. */
export interface PastValues {
  readonly id: RecordId;
  /** The rev that the op took. */
  readonly rev: number;
  readonly values: readonly PastValue[];
}

/** Everything one push changes. */
export interface Push {
  /** The state after the push, each record once. */
  readonly records: readonly StoredRecord[];
  /** At most one per (rev, record). */
  readonly past: readonly PastValues[];
  readonly receipts: readonly Receipt[];
  readonly head: number;
  readonly digest: Digest;
}

// One round trip. json_array_elements hands every body on letter by letter, where json_to_recordset would refuse "\u0000".
const WRITE_PUSH = {
  name: "write_push",
  text: `
    with written as (
      insert into record (runner_id, id, kind, schema, rev, deleted, author, op_id, body, key_rev)
      select $1::uuid, input.* from rows from (
        unnest($2::uuid[], $3::text[], $4::bigint[], $5::bigint[], $6::boolean[], $7::text[], $8::text[]),
        json_array_elements($9::json), json_array_elements($10::json)
      ) as input
      on conflict (runner_id, id) do update set
        kind = excluded.kind, schema = excluded.schema, rev = excluded.rev, deleted = excluded.deleted,
        author = excluded.author, op_id = excluded.op_id, body = excluded.body, key_rev = excluded.key_rev, changed_at = now()
    ), kept as (
      insert into record_past (runner_id, rev, id, "values")
      select $1::uuid, input.* from rows from (
        unnest($11::bigint[], $12::uuid[]), json_array_elements($13::json)
      ) as input
    ), settled as (
      insert into op_receipt (runner_id, op_id, author, hash, status, rev)
      select $1::uuid, input.* from unnest($14::text[], $15::text[], $16::bytea[], $17::text[], $18::bigint[]) as input
    )
    update runner_head set head = $19, digest = $20::json where runner_id = $1`,
};

/** Writes records, past values, receipts, head and digest in one statement. Only under the lock of `lockHead`. */
export async function writePush(tx: Tx, runner: RunnerId, push: Push): Promise<void> {
  const { records, past, receipts } = push;
  await rowsOf(tx, WRITE_PUSH, [
    runner,
    records.map((row) => row.id),
    records.map((row) => row.kind),
    records.map((row) => row.schema),
    records.map((row) => row.rev),
    records.map((row) => row.deleted),
    records.map((row) => row.author),
    records.map((row) => row.opId),
    JSON.stringify(records.map((row) => row.body)),
    JSON.stringify(records.map((row) => row.keyRev)),
    past.map((row) => row.rev),
    past.map((row) => row.id),
    JSON.stringify(past.map((row) => row.values)),
    receipts.map((row) => row.opId),
    receipts.map((row) => row.author),
    receipts.map((row) => row.hash),
    receipts.map((row) => row.status),
    receipts.map((row) => row.rev),
    push.head,
    JSON.stringify(push.digest),
  ]);
}
