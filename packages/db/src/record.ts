import {
  type Buried,
  isReadable,
  type PastValue,
  type RecordId,
  type RunnerId,
  type StoredRecord,
} from "@legwork/core/record";
import { PAGE_BYTES_MAX, type SyncedRecord } from "@legwork/core/wire";
import { type Connection, rowsOf } from "./connection";
import type { Receipt } from "./receipt";

export interface ChangesQuery {
  /** The last rev the device has seen; 0 for everything. */
  readonly after: number;
  readonly limit: number;
  /** Only these kinds; null for all. */
  readonly kinds: readonly string[] | null;
}

export interface Changes {
  /** In the order of `rev`. */
  readonly records: readonly SyncedRecord[];
  /** True when more lie behind `through`. */
  readonly more: boolean;
  /** The last rev that was looked at, readable or not: where the next page begins. */
  readonly through: number;
}

const CHANGED_COLUMNS = `id, kind, schema, body, rev, deleted, author, op_id as "opId"`;
const READ_RECORDS = {
  name: "read_records",
  text: `select ${CHANGED_COLUMNS}, key_rev as "keyRev" from record where runner_id = $1 and id = any ($2::uuid[])`,
};
const CHANGES_AFTER = {
  name: "changes_after",
  text: pageOf(`select ${CHANGED_COLUMNS} from record where runner_id = $1 and rev > $2 order by rev limit $3`),
};
const CHANGES_OF_KINDS_AFTER = {
  name: "changes_of_kinds_after",
  text: pageOf(
    `select ${CHANGED_COLUMNS} from record where runner_id = $1 and rev > $2 and (kind = any ($4::text[]) or kind = 'held') order by rev limit $3`,
  ),
};

/** Of the rows found, those whose bodies begin within a page's bytes: however long bodies are, a page stays small in memory. */
function pageOf(found: string): string {
  return `
    select id, kind, schema, body, rev, deleted, author, "opId", "hasNext" from (
      select *, sum(octet_length(body::text)) over w - octet_length(body::text) as begins, lead(rev) over w is not null as "hasNext"
      from (${found}) changed window w as (order by rev)
    ) sized where begins <= ${PAGE_BYTES_MAX} order by rev`;
}

const READ_PAST = {
  name: "read_past",
  text: `select past.id, past."values" from record_past past
         join unnest($2::uuid[], $3::bigint[]) as wanted (id, rev) on past.id = wanted.id and past.rev = wanted.rev
         where past.runner_id = $1`,
};

/** The records with these ids that exist, tombstones too, in no order. */
export function readRecords(
  connection: Connection,
  runner: RunnerId,
  ids: readonly RecordId[],
): Promise<readonly StoredRecord[]> {
  return ids.length === 0 ? Promise.resolve([]) : rowsOf<StoredRecord>(connection, READ_RECORDS, [runner, ids]);
}

interface ChangedRow extends SyncedRecord {
  /** Whether there was another before the page was cut to its bytes. */
  readonly hasNext: boolean;
}

// Key by key: a plan that joins would read whole tables while they are small, and is kept when they are not. Rows name their runner by its
// place among the runners, as a UUID is slow to read.
const BEFORE_PUSHES = {
  name: "before_pushes",
  text: `
    select op.runner_id as runner, op.op_id as "opId", op.author, op.rev, op.hash, op.status,
      null::uuid as id, null as kind, null::bigint as schema, null::json as body, null::boolean as deleted, null::json as "keyRev"
    from unnest($2::int[], $3::text[]) as asked (of, op_id) cross join lateral (
      select * from op_receipt where runner_id = ($1::uuid[])[asked.of] and op_id = asked.op_id limit 1) op
    union all
    select one.runner_id, one.op_id, one.author, one.rev, null, null,
      one.id, one.kind, one.schema, one.body, one.deleted, one.key_rev
    from unnest($4::int[], $5::uuid[]) as asked (of, id) cross join lateral (
      select * from record where runner_id = ($1::uuid[])[asked.of] and id = asked.id limit 1) one`,
};

/** What a push to a runner's stream is about. */
export interface PushSubject {
  readonly runner: RunnerId;
  readonly opIds: readonly string[];
  readonly ids: readonly RecordId[];
}

export interface BeforePush {
  /** Of its ops, those that are settled. */
  readonly receipts: readonly Receipt[];
  /** Its records that exist, tombstones too. */
  readonly records: readonly StoredRecord[];
}

/** What is there of each push, in their order. Each runner once. One round trip for all. */
export async function readBeforePushes(
  connection: Connection,
  pushes: readonly PushSubject[],
): Promise<readonly BeforePush[]> {
  const rows = await rowsOf<ReceiptRow | RecordRow>(connection, BEFORE_PUSHES, [
    pushes.map(({ runner }) => runner),
    pushes.flatMap(({ opIds }, index) => opIds.map(() => index + 1)),
    pushes.flatMap(({ opIds }) => opIds),
    pushes.flatMap(({ ids }, index) => ids.map(() => index + 1)),
    pushes.flatMap(({ ids }) => ids),
  ]);
  const found = new Map(
    pushes.map(({ runner }) => [runner, { receipts: [] as Receipt[], records: [] as StoredRecord[] }]),
  );
  for (const row of rows) {
    const of = found.get(row.runner);
    if (row.id === null) of?.receipts.push(receiptOf(row));
    else of?.records.push(recordOf(row));
  }
  return [...found.values()];
}

interface ReceiptRow extends Receipt {
  readonly runner: RunnerId;
  readonly id: null;
}

interface RecordRow extends StoredRecord {
  readonly runner: RunnerId;
}

function receiptOf({ opId, author, rev, hash, status }: ReceiptRow): Receipt {
  return { opId, author, rev, hash, status };
}

function recordOf({ id, kind, schema, body, rev, keyRev, deleted, author, opId }: RecordRow): StoredRecord {
  return { id, kind, schema, body, rev, keyRev, deleted, author, opId };
}

/** One page of what changed behind a cursor, shorter when its bodies are long. When `more` is false the cursor may move to the head of the same snapshot. */
export async function changesAfter(connection: Connection, runner: RunnerId, query: ChangesQuery): Promise<Changes> {
  const values = [runner, query.after, query.limit + 1];
  const rows =
    query.kinds === null
      ? await rowsOf<ChangedRow>(connection, CHANGES_AFTER, values)
      : await rowsOf<ChangedRow>(connection, CHANGES_OF_KINDS_AFTER, [...values, query.kinds]);
  const page = rows.slice(0, query.limit);
  return {
    // What a held value is about stands in its body, which only code looks into: a statement stumbles over some legal JSON.
    records: page.map(asTravelling).filter((record) => isReadable(query.kinds, record)),
    more: page.at(-1)?.hasNext === true,
    through: page.at(-1)?.rev ?? query.after,
  };
}

function asTravelling(row: ChangedRow): SyncedRecord {
  const { hasNext: _, ...record } = row;
  return record;
}

/** The bodies that these tombstones buried, by record id; the tombstone's rev is the rev of its deletion. */
export async function readBuried(
  connection: Connection,
  runner: RunnerId,
  tombstones: readonly StoredRecord[],
): Promise<ReadonlyMap<RecordId, Buried>> {
  if (tombstones.length === 0) return new Map();
  const rows = await rowsOf<{ id: RecordId; values: readonly PastValue[] }>(connection, READ_PAST, [
    runner,
    tombstones.map((tombstone) => tombstone.id),
    tombstones.map((tombstone) => tombstone.rev),
  ]);
  return new Map(
    rows.flatMap(({ id, values }) => {
      const whole = values.find((value) => value.reason === "deleted");
      return whole ? [[id, asBuried(whole)]] : [];
    }),
  );
}

// The merge files a deleted body as a `Buried` under the reason "deleted", and nothing else under it.
function asBuried(past: PastValue): Buried {
  return past.value as unknown as Buried;
}
