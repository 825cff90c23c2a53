// Push of 20 logs a request against the real server, beside the same rows by a bare statement in the same Postgres; and the empty pull.
import { bareLogsPerSecond, hasPgbench, prepareBare } from "./bare-insert.mjs";
import { LOGS_PER_PUSH, pushBody, signUpPhone } from "./phone.mjs";
import { startServerUnderLoad } from "./server-under-load.mjs";

const PHONES = 8;
const ROUNDS = 3;
const SECONDS = 4;
/** More than one connection gets through in a round. Every phone sends the same ones: an opId counts once per runner. */
const BODIES_PER_ROUND = 800;
const PULLS = 2_000;

// Before the first connection, so that no kept connection ages meanwhile.
const bodies = Array.from({ length: ROUNDS + 1 }, () => Array.from({ length: BODIES_PER_ROUND }, pushBody));
const server = await startServerUnderLoad();
try {
  const phones = [];
  for (let phone = 0; phone < PHONES; phone += 1) phones.push(await signUpPhone(server));
  await prepareBare(server.postgres, PHONES);
  await pushedLogsPerSecond(phones, { bodies: bodies[ROUNDS], seconds: 1 });

  const pushed = [];
  const bare = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    pushed.push(await pushedLogsPerSecond(phones, { bodies: bodies[round], seconds: SECONDS }));
    bare.push(await bareLogsPerSecond(server.postgres, { clients: PHONES, seconds: SECONDS }));
  }
  const pulls = await pullMs(phones[0]);
  for (const phone of phones) phone.close();

  const bareName = hasPgbench()
    ? "pgbench"
    : "a bare pg loop (pgbench is not installed: apt-get install postgresql-contrib)";
  console.log(
    `${PHONES} connections, ${LOGS_PER_PUSH} logs a request, fsync on, client on the same machine; medians of ${ROUNDS} rounds of ${SECONDS} s`,
  );
  console.log(`push through the server   ${whole(median(pushed))} logs/s   (${pushed.map(whole).join(", ")})`);
  console.log(`same rows by ${bareName}   ${whole(median(bare))} logs/s   (${bare.map(whole).join(", ")})`);
  console.log(`ratio                     ${((100 * median(pushed)) / median(bare)).toFixed(0)} %`);
  console.log(
    `empty pull                p50 ${pulls.p50.toFixed(1)} ms, p99 ${pulls.p99.toFixed(1)} ms over ${PULLS}, one connection`,
  );
} finally {
  await server.stop();
}

async function pushedLogsPerSecond(phones, { bodies, seconds }) {
  const startedAt = performance.now();
  const until = startedAt + seconds * 1000;
  const applied = await Promise.all(
    phones.map(async (phone) => {
      let logs = 0;
      for (const body of bodies) {
        if (performance.now() >= until) break;
        logs += await phone.push(body);
      }
      return logs;
    }),
  );
  return (applied.reduce((sum, logs) => sum + logs, 0) * 1000) / (performance.now() - startedAt);
}

async function pullMs(phone) {
  while ((await phone.pull()) > 0);
  const times = [];
  for (let pull = 0; pull < PULLS; pull += 1) {
    const startedAt = performance.now();
    await phone.pull();
    times.push(performance.now() - startedAt);
  }
  times.sort((one, other) => one - other);
  return { p50: times[Math.floor(PULLS * 0.5)], p99: times[Math.floor(PULLS * 0.99)] };
}

function median(values) {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)];
}

function whole(value) {
  return Math.round(value).toLocaleString("en");
}
