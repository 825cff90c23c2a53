// Phones as the server sees them: accounts written straight into the database, requests made before the clock runs.
import { createHmac, randomBytes, randomUUID } from "node:crypto";
import { makeRequest } from "./connection.mjs";
import { SECRET } from "./server-under-load.mjs";

export const LOGS_PER_PUSH = 20;
const SESSION_LASTS = "90 days";

/** Signed-in devices of as many new runners. */
export async function makeDevices(pool, { port, url }, count) {
  const people = Array.from({ length: count }, () => ({
    account: randomBytes(16).toString("hex"),
    token: randomBytes(16).toString("hex"),
    runner: randomUUID(),
  }));
  await pool.query(
    `with person as (select * from unnest($1::text[], $2::text[], $3::uuid[]) as p (account, token, runner)),
      users as (insert into "user" (id, name, email) select account, 'Bench', account || '@example.org' from person),
      sessions as (insert into session (id, expires_at, token, user_id) select token, now() + interval '${SESSION_LASTS}', token, account from person),
      runners as (insert into account_runner (account_id, runner_id) select account, runner from person)
    insert into runner_head (runner_id, account_id, epoch, server_epoch)
      select person.runner, person.account, gen_random_uuid(), server_state.epoch from person, server_state`,
    [people.map((each) => each.account), people.map((each) => each.token), people.map((each) => each.runner)],
  );
  return people.map(({ account, token, runner }) => device({ account, runner, port, url, cookie: cookieOf(token) }));
}

function device({ account, runner, port, url, cookie }) {
  const headers = {
    Host: `localhost:${port}`,
    Origin: url,
    "Content-Type": "application/json",
    Cookie: `legwork.session_token=${cookie}`,
  };
  const request = (body, more = {}) =>
    makeRequest({ path: `/api/runners/${runner}/sync`, headers: { ...headers, ...more }, body });
  return {
    account,
    runner,
    cookie: headers.Cookie,
    /** A push of so many new logs. The device is new to them, so it begins at `cursor`. */
    push: (logs, cursor = 0) => request(syncBody({ cursor, ops: Array.from({ length: logs }, newLog) })),
    pull: (cursor, more) => request(syncBody({ cursor }), more),
  };
}

/** What a runner logs after an easy run. */
export function runLogBody() {
  return {
    plannedRun: `${randomUUID()}@2026-03-02`,
    date: "2026-03-02",
    kind: "easy",
    minutes: 48,
    km: 8.2,
    effort: 3,
  };
}

function newLog() {
  return {
    opId: randomUUID(),
    record: randomUUID(),
    kind: "run_log",
    schema: 1,
    base: 0,
    epoch: "",
    patch: runLogBody(),
  };
}

function syncBody({ cursor, ops = [] }) {
  const outbox = { count: ops.length, oldestS: 0 };
  return JSON.stringify({ proto: 1, device: "bench", schemas: {}, epoch: null, cursor, outbox, ops });
}

// As better-auth signs it.
function cookieOf(token) {
  return encodeURIComponent(`${token}.${createHmac("sha256", SECRET).update(token).digest("base64")}`);
}

const APPLIED = '"status":"applied"';

/** How many logs an answer says are applied, without reading all of it as JSON. */
export function appliedIn({ status, body }) {
  if (status !== 200) throw new Error(`A push answered ${status}: ${body.toString().slice(0, 300)}`);
  let count = 0;
  for (let at = body.indexOf(APPLIED); at !== -1; at = body.indexOf(APPLIED, at + 1)) count += 1;
  return count;
}
