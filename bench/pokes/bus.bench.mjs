// How servers tell each other of a push: what each way costs the pushes, how long the news takes, and the real server's own poke.
import { EventEmitter, once } from "node:events";
import { get } from "node:http";
import { openConnection } from "../sync/connection.mjs";
import { appliedIn, LOGS_PER_PUSH, makeDevices } from "../sync/devices.mjs";
import { pg, startPostgres, startServer } from "../sync/server-under-load.mjs";

const WRITERS = 8;
const ROUNDS = 9;
const SECONDS = 1;
/** Runners whose heads a server with as many streams would have to ask for. */
const WATCHED = 1_000;
const POLL_EVERY_MS = 200;
const POKES = 100;
/** Longer than the time in which a stream joins pokes, so that each is alone. */
const PAUSE_MS = 150;

const WAYS = ["silent", "notify inside", "notify after", "polling"];

const postgres = await startPostgres();
try {
  const database = await postgres.makeDatabase("pokes");
  const pool = new pg.Pool({ ...database, max: WRITERS + 4 });
  // Its connections end with Postgres when something failed before.
  pool.on("error", () => {});
  await prepare(pool);
  const rates = Object.fromEntries(WAYS.map((way) => [way, []]));
  const delays = Object.fromEntries(WAYS.map((way) => [way, []]));
  await round(pool, { way: "silent", seconds: 1 });
  for (let turn = 0; turn < ROUNDS; turn += 1) {
    // Each round in another order, so that no way always follows the same.
    for (let index = 0; index < WAYS.length; index += 1) {
      const way = WAYS[(index + turn) % WAYS.length];
      const { perSecond, delaysMs } = await round(pool, { way, seconds: SECONDS });
      rates[way].push(perSecond);
      delays[way].push(...delaysMs);
    }
  }
  console.log(
    `${WRITERS} writers, a transaction of three statements each, fsync on; medians of ${ROUNDS} rounds of ${SECONDS} s`,
  );
  for (const way of WAYS) {
    const median = middle(rates[way]);
    const ratio = ((100 * median) / middle(rates.silent)).toFixed(0);
    const seen =
      delays[way].length === 0 ? "" : `   commit to seen p50 ${at(delays[way], 0.5)}, p99 ${at(delays[way], 0.99)} ms`;
    console.log(
      `${way.padEnd(14)} ${whole(median).padStart(7)} pushes/s (${rates[way].map(whole).join(", ")})  ${ratio} %${seen}`,
    );
  }
  const server = await startServer(postgres, database);
  const pokes = await pokeMs(pool, server);
  await server.stop();
  await pool.end();
  console.log(
    `real server: push sent to poke heard, ${POKES} times   p50 ${at(pokes, 0.5)}, p99 ${at(pokes, 0.99)} ms (300 wanted)`,
  );
  process.exitCode = Number(at(pokes, 0.99)) < 300 ? 0 : 1;
} finally {
  await postgres.stop();
}

async function prepare(pool) {
  await pool.query(`
    create table bench_head (runner int primary key, head bigint not null default 0, at float8 not null default 0);
    create table bench_record (runner int, rev bigint, body json, primary key (runner, rev));
    insert into bench_head (runner) select generate_series(1, ${WATCHED});
  `);
}

/** Writers push to a runner each for some seconds; a listener on a connection of its own notes when it learns of it. */
async function round(pool, { way, seconds }) {
  const delaysMs = [];
  const listener = await pool.connect();
  const stopHearing = await startHearing(listener, { way, delaysMs });
  const teller = way === "notify after" ? batchedTeller(pool) : null;
  const until = performance.now() + seconds * 1000;
  const counts = await Promise.all(
    Array.from({ length: WRITERS }, async (_, index) => {
      let pushes = 0;
      for (; performance.now() < until; pushes += 1) {
        await push(pool, { runner: index + 1, isTelling: way === "notify inside" });
        teller?.tell(`${index + 1} ${performance.now()}`);
      }
      return pushes;
    }),
  );
  await teller?.finished();
  await stopHearing();
  listener.release(true);
  return { perSecond: counts.reduce((sum, count) => sum + count, 0) / seconds, delaysMs };
}

async function push(pool, { runner, isTelling }) {
  const client = await pool.connect();
  try {
    await client.query("begin");
    const { rows } = await client.query({
      name: "head",
      text: "update bench_head set head = head + 1, at = $2 where runner = $1 returning head",
      values: [runner, performance.now()],
    });
    await client.query({
      name: "record",
      text: "insert into bench_record values ($1, $2, $3)",
      values: [runner, rows[0].head, '{"kind":"easy","minutes":48,"km":8.2,"effort":3}'],
    });
    // The moment before the commit: what comes after it counts for the news.
    if (isTelling)
      await client.query({
        name: "tell",
        text: "select pg_notify('bench', $1)",
        values: [`${runner} ${performance.now()}`],
      });
    await client.query("commit");
  } finally {
    client.release();
  }
}

/** One NOTIFY under way at a time; what comes meanwhile goes with the next. */
function batchedTeller(pool) {
  let waiting = [];
  let running = null;
  const run = async () => {
    while (waiting.length > 0) {
      const messages = waiting;
      waiting = [];
      await pool.query({
        name: "tell_all",
        text: "select pg_notify('bench', m) from unnest($1::text[]) m",
        values: [messages],
      });
    }
    running = null;
  };
  return {
    tell(message) {
      waiting.push(message);
      running ??= run();
    },
    finished: async () => running,
  };
}

async function startHearing(listener, { way, delaysMs }) {
  if (way === "silent") return async () => {};
  if (way !== "polling") {
    listener.on("notification", ({ payload }) => delaysMs.push(performance.now() - Number(payload.split(" ")[1])));
    await listener.query("listen bench");
    return async () => new Promise((resolve) => setTimeout(resolve, 100));
  }
  const watched = Array.from({ length: WATCHED }, (_, index) => index + 1);
  const known = new Map();
  const over = new AbortController();
  const poll = async () => {
    while (!over.signal.aborted) {
      const { rows } = await listener.query({
        name: "poll",
        text: "select runner, head, at from bench_head where runner = any($1)",
        values: [watched],
      });
      for (const { runner, head, at: pushedAt } of rows) {
        if (known.has(runner) && known.get(runner) !== head) delaysMs.push(performance.now() - pushedAt);
        known.set(runner, head);
      }
      await new Promise((resolve) => setTimeout(resolve, POLL_EVERY_MS));
    }
  };
  const polling = poll();
  return async () => {
    over.abort();
    await polling;
  };
}

/** From the first byte of a push to the poke in another device's event stream, pushes one after the other. */
async function pokeMs(pool, server) {
  const [phone] = await makeDevices(pool, server, 1);
  const connection = openConnection(server.port);
  const stream = await openStream({ port: server.port, cookie: phone.cookie });
  await stream.next();
  const times = [];
  for (let poke = 0; poke < POKES; poke += 1) {
    const request = phone.push(LOGS_PER_PUSH, poke * LOGS_PER_PUSH);
    const heard = stream.next();
    const startedAt = performance.now();
    appliedIn(await connection.send(request));
    await heard;
    times.push(performance.now() - startedAt);
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
  stream.close();
  connection.close();
  return times;
}

function openStream({ port, cookie }) {
  return new Promise((resolve, reject) => {
    const request = get(
      { port, host: "localhost", path: "/api/pokes?device=other", headers: { Cookie: cookie } },
      (response) => {
        if (response.statusCode !== 200) return reject(new Error(`The stream answered ${response.statusCode}`));
        const events = new EventEmitter();
        response.on("data", (chunk) => {
          if (chunk.includes("event: ")) events.emit("heard");
        });
        response.on("error", () => {});
        resolve({
          next: () => once(events, "heard"),
          close: () => request.destroy(),
        });
      },
    );
    request.on("error", reject);
  });
}

function middle(values) {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)];
}

function at(values, share) {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))].toFixed(1);
}

function whole(value) {
  return Math.round(value).toLocaleString("en");
}
