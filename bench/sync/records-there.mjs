// A server that has been used for long: as many records and receipts as if they had been pushed, written straight into the database.
import { makeDevices, runLogBody } from "./devices.mjs";

export const RECORDS_THERE = 200_000;
const LOGS_EACH = 400;

export async function putRecords(pool, server) {
  const devices = await makeDevices(pool, server, RECORDS_THERE / LOGS_EACH);
  const body = runLogBody();
  const keyRev = Object.fromEntries(Object.keys(body).map((key) => [key, [1, "account"]]));
  const runners = devices.map(({ runner }) => runner);
  await pool.query(
    `with log as (
      select runner, rev, gen_random_uuid() as id, gen_random_uuid()::text as op_id
      from unnest($1::uuid[]) as runner, generate_series(1, $2::bigint) as rev
    ), written as (
      insert into record (runner_id, id, kind, schema, body, rev, key_rev, deleted, author, op_id)
      select runner, id, 'run_log', 1, $3::json, rev, $4::json, false, 'account', op_id from log
    )
    insert into op_receipt (runner_id, op_id, author, hash, status, rev)
    select runner, op_id, 'account', sha256(op_id::bytea), 'applied', rev from log`,
    [runners, LOGS_EACH, JSON.stringify(body), JSON.stringify(keyRev)],
  );
  await pool.query("update runner_head set head = $2 where runner_id = any ($1::uuid[])", [runners, LOGS_EACH]);
  await pool.query("vacuum analyze");
  await pool.query("checkpoint");
}
