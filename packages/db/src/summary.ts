import type { Json, RunnerId } from "@legwork/core/record";
import { type Connection, rowsOf } from "./connection";

/** A part of what a coach's list shows of a runner; it holds nothing that depends on today. */
export interface StoredSummary {
  readonly runner: RunnerId;
  /** Which kinds it was made from; each grant reads whole parts. */
  readonly part: string;
  /** The head it was derived at; stale when the runner's head is higher. */
  readonly rev: number;
  readonly coreVersion: number;
  readonly facts: Json;
}

const READ_SUMMARIES = {
  name: "read_summaries",
  text: `select runner_id as runner, part, rev, core_version as "coreVersion", facts from summary
         where runner_id = any ($1::uuid[]) and part = any ($2::text[])`,
};
const WRITE_SUMMARIES = {
  name: "write_summaries",
  text: `
    insert into summary as s (runner_id, part, rev, core_version, facts)
    select * from unnest($1::uuid[], $2::text[], $3::bigint[], $4::int[], $5::json[])
    on conflict (runner_id, part) do update set rev = excluded.rev, core_version = excluded.core_version, facts = excluded.facts
    where (s.core_version, s.rev) <= (excluded.core_version, excluded.rev)`,
};

export function readSummaries(
  connection: Connection,
  runners: readonly RunnerId[],
  parts: readonly string[],
): Promise<readonly StoredSummary[]> {
  return rowsOf<StoredSummary>(connection, READ_SUMMARIES, [runners, parts]);
}

/** Keeps the newer one when two servers derive the same part at once. Each (runner, part) once. */
export async function writeSummaries(connection: Connection, summaries: readonly StoredSummary[]): Promise<void> {
  if (summaries.length === 0) return;
  await rowsOf(connection, WRITE_SUMMARIES, [
    summaries.map((row) => row.runner),
    summaries.map((row) => row.part),
    summaries.map((row) => row.rev),
    summaries.map((row) => row.coreVersion),
    summaries.map((row) => JSON.stringify(row.facts)),
  ]);
}
