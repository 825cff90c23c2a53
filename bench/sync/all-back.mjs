// After an outage all phones are back at once: each sends what it kept, waits as a phone waits when it is told to, and asks for news.
import { openConnection } from "./connection.mjs";
import { makeDevices } from "./devices.mjs";

export const DEVICES_BACK = 2_000;
export const LOGS_KEPT = 40;
const SAMPLE_EVERY_MS = 100;
// As the phone waits: full jitter up to a limit that doubles, and never less than the server asks for.
const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 5 * 60_000;

export async function allBack(server, pool) {
  const devices = await makeDevices(pool, server, DEVICES_BACK);
  const requests = devices.map((device) => [device.push(LOGS_KEPT), device.pull(LOGS_KEPT)]);
  const seen = { waits: 0, cuts: 0, other: new Map() };
  const memoryBeforeMb = server.memoryMb();
  let memoryMb = memoryBeforeMb;
  const sampling = setInterval(() => (memoryMb = Math.max(memoryMb, server.memoryMb())), SAMPLE_EVERY_MS);
  const startedAt = performance.now();
  await Promise.all(requests.map((both) => comeBack(server.port, both, seen)));
  const seconds = (performance.now() - startedAt) / 1000;
  clearInterval(sampling);
  if (seen.other.size > 0) throw new Error(`Phones met ${[...seen.other].join("; ")}`);
  await refuseLoss(pool, devices);
  return { seconds, waits: seen.waits, cuts: seen.cuts, memoryBeforeMb, memoryMb };
}

async function comeBack(port, [push, pull], seen) {
  const connection = openConnection(port);
  await untilAnswered(connection, push, seen);
  await untilAnswered(connection, pull, seen);
  connection.close();
}

async function untilAnswered(connection, request, seen) {
  for (let failures = 0; ; failures += 1) {
    const answer = await connection.send(request).catch(() => null);
    if (answer?.status === 200) return;
    if (answer === null) seen.cuts += 1;
    else if (answer.status === 503 && answer.retryAfterMs !== null) seen.waits += 1;
    else {
      seen.other.set(answer.status, answer.body.toString().slice(0, 200));
      return;
    }
    const backoffMs = Math.random() * Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** failures);
    await new Promise((resolve) => setTimeout(resolve, Math.max(answer?.retryAfterMs ?? 0, backoffMs)));
  }
}

async function refuseLoss(pool, devices) {
  const { rows } = await pool.query(
    "select count(*)::int as logs, count(distinct op_id)::int as ops from record where runner_id = any ($1::uuid[])",
    [devices.map(({ runner }) => runner)],
  );
  const expected = DEVICES_BACK * LOGS_KEPT;
  if (rows[0].logs !== expected || rows[0].ops !== expected) {
    throw new Error(`${expected} logs were sent, ${rows[0].logs} are there from ${rows[0].ops} ops.`);
  }
}
