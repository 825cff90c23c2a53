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
  readonly runner: RunnerId;
  /** The state after the push, each record once. */
  readonly records: readonly StoredRecord[];
  /** At most one per (rev, record). */
  readonly past: readonly PastValues[];
  readonly receipts: readonly Receipt[];
  readonly head: number;
  readonly digest: Digest;
}

// One round trip. json_array_elements hands every body on letter by letter, where json_to_recordset would refuse "\u0000". The heads are
// found by their key and not joined: the plan, made when there were few runners, has to be right for many.
const WRITE_PUSHES = {
  name: "write_pushes",
  text: `
    with written as (
      insert into record (runner_id, id, kind, schema, rev, deleted, author, op_id, body, key_rev)
      select input.* from rows from (
        unnest($1::uuid[], $2::uuid[], $3::text[], $4::bigint[], $5::bigint[], $6::boolean[], $7::text[], $8::text[]),
        json_array_elements($9::json), json_array_elements($10::json)
      ) as input
      on conflict (runner_id, id) do update set
        kind = excluded.kind, schema = excluded.schema, rev = excluded.rev, deleted = excluded.deleted,
        author = excluded.author, op_id = excluded.op_id, body = excluded.body, key_rev = excluded.key_rev, changed_at = now()
    ), kept as (
      insert into record_past (runner_id, rev, id, "values")
      select input.* from rows from (
        unnest($11::uuid[], $12::bigint[], $13::uuid[]), json_array_elements($14::json)
      ) as input
    ), settled as (
      insert into op_receipt (runner_id, op_id, author, hash, status, rev)
      select input.* from unnest($15::uuid[], $16::text[], $17::text[], $18::bytea[], $19::text[], $20::bigint[]) as input
    )
    update runner_head set
      head = ($22::bigint[])[array_position($21::uuid[], runner_id)],
      digest = ($23::text[])[array_position($21::uuid[], runner_id)]::json
    where runner_id = any ($21::uuid[])`,
};

/** Writes records, past values, receipts, heads and digests of pushes of different runners in one statement. Only under the locks of all of them. */
export async function writePushes(tx: Tx, pushes: readonly Push[]): Promise<void> {
  const records = pushes.flatMap(({ runner, records: written }) => written.map((row) => ({ runner, row })));
  const past = pushes.flatMap(({ runner, past: kept }) => kept.map((row) => ({ runner, row })));
  const receipts = pushes.flatMap(({ runner, receipts: settled }) => settled.map((row) => ({ runner, row })));
  await rowsOf(tx, WRITE_PUSHES, [
    records.map(({ runner }) => runner),
    records.map(({ row }) => row.id),
    records.map(({ row }) => row.kind),
    records.map(({ row }) => row.schema),
    records.map(({ row }) => row.rev),
    records.map(({ row }) => row.deleted),
    records.map(({ row }) => row.author),
    records.map(({ row }) => row.opId),
    JSON.stringify(records.map(({ row }) => row.body)),
    JSON.stringify(records.map(({ row }) => row.keyRev)),
    past.map(({ runner }) => runner),
    past.map(({ row }) => row.rev),
    past.map(({ row }) => row.id),
    JSON.stringify(past.map(({ row }) => row.values)),
    receipts.map(({ runner }) => runner),
    receipts.map(({ row }) => row.opId),
    receipts.map(({ row }) => row.author),
    receipts.map(({ row }) => row.hash),
    receipts.map(({ row }) => row.status),
    receipts.map(({ row }) => row.rev),
    pushes.map(({ runner }) => runner),
    pushes.map(({ head }) => head),
    pushes.map(({ digest }) => JSON.stringify(digest)),
  ]);
}
