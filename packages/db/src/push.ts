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
  /** Those of them that were looked for under the lock and were not there. */
  readonly created: ReadonlySet<RecordId>;
  /** At most one per (rev, record). */
  readonly past: readonly PastValues[];
  readonly receipts: readonly Receipt[];
  readonly head: number;
  readonly digest: Digest;
}

// Rows name their runner by its place among the runners, as a UUID is slow to read. json_array_elements hands every body on letter by letter,
// where json_to_recordset would refuse "\u0000". The heads are found by their key and not joined: the plan, made when there were few
// runners, has to be right for many.
const WRITE_PUSHES = {
  name: "write_pushes",
  text: `
    with created as (
      ${insertRecords(4)}
    ), settled as (
      insert into op_receipt (runner_id, op_id, author, hash, status, rev)
      select ($1::uuid[])[of], op_id, author, hash, status, rev
      from unnest($14::int[], $15::text[], $16::text[], $17::bytea[], $18::text[], $19::bigint[]) as input (of, op_id, author, hash, status, rev)
    )
    update runner_head set
      head = ($2::bigint[])[array_position($1::uuid[], runner_id)],
      digest = ($3::text[])[array_position($1::uuid[], runner_id)]::json
    where runner_id = any ($1::uuid[])`,
};
const CHANGE_RECORDS = {
  name: "change_records",
  text: `
    with changed as (
      ${insertRecords(2)}
      on conflict (runner_id, id) do update set
        kind = excluded.kind, schema = excluded.schema, rev = excluded.rev, deleted = excluded.deleted,
        author = excluded.author, op_id = excluded.op_id, body = excluded.body, key_rev = excluded.key_rev, changed_at = now()
    )
    insert into record_past (runner_id, rev, id, "values")
    select ($1::uuid[])[of], rev, id, "values" from rows from (
      unnest($12::int[], $13::bigint[], $14::uuid[]), json_array_elements($15::json)
    ) as input (of, rev, id, "values")`,
};

/** Writes records, past values, receipts, heads and digests of pushes of different runners, in one round trip. Only under the locks of all of them. */
export async function writePushes(tx: Tx, pushes: readonly Push[]): Promise<void> {
  const runners = pushes.map(({ runner }) => runner);
  const records = rowsOfEach(pushes, (push) => push.records);
  const isCreated = ({ of, row }: Of<StoredRecord>) => pushes[of - 1]?.created.has(row.id) ?? false;
  const created = records.filter(isCreated);
  const changed = records.filter((each) => !isCreated(each));
  const past = rowsOfEach(pushes, (push) => push.past);
  const receipts = rowsOfEach(pushes, (push) => push.receipts);
  const written = [
    rowsOf(tx, WRITE_PUSHES, [
      runners,
      pushes.map(({ head }) => head),
      pushes.map(({ digest }) => JSON.stringify(digest)),
      ...columnsOf(created),
      receipts.map(({ of }) => of),
      receipts.map(({ row }) => row.opId),
      receipts.map(({ row }) => row.author),
      receipts.map(({ row }) => row.hash),
      receipts.map(({ row }) => row.status),
      receipts.map(({ row }) => row.rev),
    ]),
  ];
  if (changed.length > 0 || past.length > 0) {
    written.push(
      rowsOf(tx, CHANGE_RECORDS, [
        runners,
        ...columnsOf(changed),
        past.map(({ of }) => of),
        past.map(({ row }) => row.rev),
        past.map(({ row }) => row.id),
        JSON.stringify(past.map(({ row }) => row.values)),
      ]),
    );
  }
  await Promise.all(written);
}

/** Inserts the records whose columns are the parameters from `first` on, as `columnsOf` has them. */
function insertRecords(first: number): string {
  const types = ["int", "uuid", "text", "bigint", "bigint", "boolean", "text", "text"];
  const arrays = types.map((type, index) => `$${first + index}::${type}[]`).join(", ");
  const body = first + types.length;
  return `
      insert into record (runner_id, id, kind, schema, rev, deleted, author, op_id, body, key_rev)
      select ($1::uuid[])[of], id, kind, schema, rev, deleted, author, op_id, body, key_rev
      from rows from (unnest(${arrays}), json_array_elements($${body}::json), json_array_elements($${body + 1}::json))
        as input (of, id, kind, schema, rev, deleted, author, op_id, body, key_rev)`;
}

/** A row of a push, and the place of the push's runner, counted from 1. */
interface Of<Row> {
  readonly of: number;
  readonly row: Row;
}

function rowsOfEach<Row>(pushes: readonly Push[], rows: (push: Push) => readonly Row[]): readonly Of<Row>[] {
  return pushes.flatMap((push, index) => rows(push).map((row) => ({ of: index + 1, row })));
}

function columnsOf(records: readonly Of<StoredRecord>[]): unknown[] {
  return [
    records.map(({ of }) => of),
    records.map(({ row }) => row.id),
    records.map(({ row }) => row.kind),
    records.map(({ row }) => row.schema),
    records.map(({ row }) => row.rev),
    records.map(({ row }) => row.deleted),
    records.map(({ row }) => row.author),
    records.map(({ row }) => row.opId),
    JSON.stringify(records.map(({ row }) => row.body)),
    JSON.stringify(records.map(({ row }) => row.keyRev)),
  ];
}
