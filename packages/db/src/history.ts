import type { PastValue, RecordId, RecordPast, RunnerId, StoredRecord } from "@legwork/core/record";
import { type Connection, rowsOf } from "./connection";

/** Changes of one record that its history is told from. Our own choice: a session log is changed some thirty times. */
export const HISTORY_CHANGES_MAX = 500;

const RECORD_AND_MOMENT = {
  name: "record_and_moment",
  text: `select id, kind, schema, body, rev, deleted, author, op_id as "opId", key_rev as "keyRev", changed_at as "changedAt"
         from record where runner_id = $1 and id = $2`,
};
const PAST_OF_RECORD = {
  name: "past_of_record",
  text: `select rev, at, "values" from record_past where runner_id = $1 and id = $2 order by rev desc limit $3`,
};

/** One record with what was put aside of it, the newest `HISTORY_CHANGES_MAX` changes; null when there is no such record. */
export async function readHistory(connection: Connection, runner: RunnerId, id: RecordId): Promise<RecordPast | null> {
  const [found] = await rowsOf<StoredRecord & { changedAt: Date }>(connection, RECORD_AND_MOMENT, [runner, id]);
  if (!found) return null;
  const { changedAt, ...record } = found;
  const rows = await rowsOf<{ rev: number; at: Date; values: readonly PastValue[] }>(connection, PAST_OF_RECORD, [
    runner,
    id,
    HISTORY_CHANGES_MAX + 1,
  ]);
  const known = rows.slice(0, HISTORY_CHANGES_MAX);
  return {
    record,
    changedAt: changedAt.toISOString(),
    past: known.map((row) => ({ ...row, at: row.at.toISOString() })),
    knownFrom: rows.length > known.length ? (known.at(-1)?.rev ?? 0) : 0,
  };
}
