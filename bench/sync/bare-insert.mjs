// The same rows without any of us: one multi-row statement per 20 logs, by pgbench where it is installed, else by a bare pg loop.
import { execFile, spawnSync } from "node:child_process";
import { hash, randomUUID } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { LOGS_PER_PUSH, runLogBody } from "./devices.mjs";
import { pg } from "./server-under-load.mjs";

/** Head, records and receipts of one push, as text that needs only the number of the client. */
function statement(client) {
  const rows = Array.from({ length: LOGS_PER_PUSH }, (_, index) => {
    const keyRev = Object.fromEntries(Object.keys(runLogBody()).map((key) => [key, [100_000, "account"]]));
    return `(${index + 1}, '${JSON.stringify(runLogBody())}', '${JSON.stringify(keyRev)}')`;
  });
  return `with head as (
      update runner_head set head = head + ${LOGS_PER_PUSH} where runner_id = ('00000000-0000-4000-8000-' || lpad((${client})::text, 12, '0'))::uuid returning runner_id, head
    ), log as (
      select head.runner_id, gen_random_uuid() as id, gen_random_uuid()::text as op_id, head.head - ${LOGS_PER_PUSH} + row.n as rev, row.body, row.key_rev
      from head, (values ${rows.join(", ")}) as row (n, body, key_rev)
    ), written as (
      insert into record (runner_id, id, kind, schema, body, rev, key_rev, deleted, author, op_id)
      select runner_id, id, 'run_log', 1, body::json, rev, key_rev::json, false, 'account', op_id from log
    )
    insert into op_receipt (runner_id, op_id, author, hash, status, rev)
    select runner_id, op_id, 'account', sha256(op_id::bytea), 'applied', rev from log`;
}

function runnerOf(client) {
  return `00000000-0000-4000-8000-${String(client).padStart(12, "0")}`;
}

export function hasPgbench() {
  return spawnSync("pgbench", ["--version"]).status === 0;
}

/** Makes the runners that the statements write to. */
export async function prepareBare(connection, clients) {
  const pool = new pg.Pool(connection);
  for (let client = 0; client < clients; client += 1) {
    const values = [runnerOf(client), "account", randomUUID()];
    await pool.query(
      "insert into runner_head (runner_id, account_id, epoch, server_epoch) select $1, $2, $3, epoch from server_state",
      values,
    );
  }
  await pool.end();
}

const ROWS_AS_VALUES = {
  name: "bare_rows",
  text: `with head as (
      update runner_head set head = head + cardinality($2::uuid[]) where runner_id = $1 returning head - cardinality($2::uuid[]) as before
    ), log as (
      select head.before + row.n as rev, row.* from head,
        rows from (unnest($2::uuid[], $3::text[], $4::bytea[]), json_array_elements($5::json), json_array_elements($6::json))
        with ordinality as row (id, op_id, hash, body, key_rev, n)
    ), written as (
      insert into record (runner_id, id, kind, schema, body, rev, key_rev, deleted, author, op_id)
      select $1::uuid, id, 'run_log', 1, body, rev, key_rev, false, 'account', op_id from log
    )
    insert into op_receipt (runner_id, op_id, author, hash, status, rev)
    select $1::uuid, op_id, 'account', hash, 'applied', rev from log`,
};

/** The same rows as values of one statement a push, by the driver that the server uses: rows from outside can hardly come more cheaply. */
export async function bareLogsByDriver(connection, { clients, seconds }) {
  return loopsOf(connection, { clients, seconds }, (client) => {
    const ids = Array.from({ length: LOGS_PER_PUSH }, () => randomUUID());
    const bodies = ids.map(() => runLogBody());
    const keyRevs = bodies.map((body) => Object.fromEntries(Object.keys(body).map((key) => [key, [1, "account"]])));
    const values = [
      runnerOf(client),
      ids,
      ids.map(() => randomUUID()),
      ids.map((id) => hash("sha256", id, "buffer")),
      JSON.stringify(bodies),
      JSON.stringify(keyRevs),
    ];
    return { ...ROWS_AS_VALUES, values };
  });
}

/**
 * Logs per second over `seconds`. `parsed`: each statement comes as text with its rows, as rows from outside must; `prepared`: the rows
 * are constants that the server parsed once, which nobody's real rows can be.
 */
export function bareLogsPerSecond(connection, options) {
  return hasPgbench() ? byPgbench(connection, options) : byPg(connection, options);
}

async function byPgbench({ host, port, user, password, database }, { clients, seconds, mode }) {
  const folder = mkdtempSync(join(tmpdir(), "legwork-pgbench-"));
  const script = join(folder, "push.sql");
  writeFileSync(script, `${statement(":client_id").replaceAll("\n", " ")};\n`);
  const where = ["-h", host, "-p", port, "-U", user, database];
  const options = [
    "-n",
    "-M",
    mode === "parsed" ? "simple" : "prepared",
    "-c",
    clients,
    "-j",
    1,
    "-T",
    seconds,
    "-f",
    script,
    ...where,
  ].map(String);
  // Not the synchronous form: our kept connections must see it when the server lets them go meanwhile.
  const { stdout } = await promisify(execFile)("pgbench", options, { env: { ...process.env, PGPASSWORD: password } });
  rmSync(folder, { recursive: true });
  const perSecond = /tps = ([\d.]+)/.exec(stdout)?.[1];
  if (perSecond === undefined) throw new Error(`pgbench said nothing of its speed:\n${stdout}`);
  return Number(perSecond) * LOGS_PER_PUSH;
}

function byPg(connection, { clients, seconds, mode }) {
  const prepared = mode === "parsed" ? {} : { name: "bare_push" };
  return loopsOf(connection, { clients, seconds }, (client) => ({ ...prepared, text: statement(client) }));
}

/** Each client sends what `next` says, one after the other. */
async function loopsOf(connection, { clients, seconds }, next) {
  const pool = new pg.Pool({ ...connection, max: clients });
  const until = performance.now() + seconds * 1000;
  const counts = await Promise.all(
    Array.from({ length: clients }, async (_, client) => {
      const connected = await pool.connect();
      let pushes = 0;
      for (; performance.now() < until; pushes += 1) await connected.query(next(client));
      connected.release();
      return pushes;
    }),
  );
  await pool.end();
  return (counts.reduce((sum, count) => sum + count, 0) * LOGS_PER_PUSH) / seconds;
}
