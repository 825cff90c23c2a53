// Sync against its figures: pushes, pulls and 2,000 phones back at once, on an empty server and on one with 200,000 records, beside
// the same rows by bare statements in the same Postgres. The rounds are interleaved, so that a busy moment meets all alike.
import { allBack, DEVICES_BACK, LOGS_KEPT } from "./all-back.mjs";
import { bareFlushes } from "./bare-disk.mjs";
import { bareLogsByDriver, bareLogsPerSecond, hasPgbench, prepareBare } from "./bare-insert.mjs";
import { LOGS_PER_PUSH } from "./devices.mjs";
import {
  CONNECTIONS,
  DEVICES,
  LOGS_TO_PULL,
  pulls,
  PULLS,
  pushOfTwenty,
  SINGLE_PER_S,
  singleLogs,
} from "./measures.mjs";
import { putRecords, RECORDS_THERE } from "./records-there.mjs";
import { pg, startPostgres, startServer } from "./server-under-load.mjs";
import { median, medianAndRange, tenths, whole } from "./statistics.mjs";

/** LEGWORK_BENCH_ROUNDS=1 is for a look whether everything runs. */
const ROUNDS = Number(process.env.LEGWORK_BENCH_ROUNDS ?? 5);
const SINGLE_SECONDS = 6;
const BARE_SECONDS = 3;
const FALL_MAX = 0.2;

const postgres = await startPostgres();
const sides = [await openSide("empty"), await openSide("used")];
const [empty, used] = sides;
const bare = { prepared: [], parsed: [], driver: [], disk: [] };
try {
  await putRecords(used.pool, used.server);
  await prepareBare(empty.connection, CONNECTIONS);
  for (const side of sides) await pushOfTwenty(side.server, side.pool);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const side of round % 2 === 0 ? sides : sides.toReversed()) await measure(side);
    const options = { clients: CONNECTIONS, seconds: BARE_SECONDS };
    for (const mode of ["prepared", "parsed"]) {
      bare[mode].push(await bareLogsPerSecond(empty.connection, { ...options, mode }));
    }
    bare.driver.push(await bareLogsByDriver(empty.connection, options));
    bare.disk.push(await bareFlushes(postgres.folder, { perSecond: SINGLE_PER_S, seconds: SINGLE_SECONDS }));
  }
  report();
} finally {
  for (const { pool, server } of sides) {
    await pool.end();
    await server.stop();
  }
  await postgres.stop();
}

async function openSide(name) {
  const connection = await postgres.makeDatabase(name);
  const server = await startServer(postgres, connection);
  return { name, connection, server, pool: new pg.Pool({ ...connection, max: 2 }), rounds: [] };
}

async function measure({ server, pool, rounds }) {
  rounds.push({
    ...(await pushOfTwenty(server, pool)),
    single: await singleLogs(server, pool, SINGLE_SECONDS),
    pulls: await pulls(server, pool),
    back: await allBack(server, pool),
  });
}

function report() {
  console.log(
    `Medians of ${ROUNDS} interleaved rounds and their range; two cores shared with the load, fsync on. In brackets: the figure to reach.`,
  );
  for (const { name, rounds } of sides) {
    const of = (pick, show) => medianAndRange(rounds.map(pick), show);
    console.log(name === "empty" ? "\nOn an empty server" : `\nWith ${whole(RECORDS_THERE)} records there`);
    line(
      `${whole(DEVICES)} devices push ${LOGS_PER_PUSH} logs`,
      of((round) => round.logsPerS, whole),
      "logs/s [12,000]",
    );
    line(
      "  of one processor: server",
      of((round) => 100 * round.serverShare, whole),
      "%",
    );
    line(
      "  of one processor: load",
      of((round) => 100 * round.clientShare, whole),
      "%",
    );
    line(
      `one log at ${SINGLE_PER_S}/s, p50`,
      of((round) => round.single.p50, tenths),
      "ms",
    );
    line(
      `one log at ${SINGLE_PER_S}/s, p99`,
      of((round) => round.single.p99, tenths),
      "ms [25]",
    );
    line(
      `fresh pull of ${whole(LOGS_TO_PULL)} logs`,
      of((round) => round.pulls.freshMs, tenths),
      "ms [150]",
    );
    line(
      "  the same, compressed",
      of((round) => round.pulls.compressedMs, tenths),
      "ms [150]",
    );
    line(
      "  bytes, plain",
      of((round) => round.pulls.bytes, whole),
      "",
    );
    line(
      "  bytes, compressed",
      of((round) => round.pulls.compressedBytes, whole),
      "",
    );
    line(
      `empty pull, p99 of ${whole(PULLS)}`,
      of((round) => round.pulls.emptyP99, tenths),
      "ms [5]",
    );
    line(
      `${whole(DEVICES_BACK)} devices back with ${LOGS_KEPT} logs`,
      of((round) => round.back.seconds, tenths),
      "s, all served, none lost",
    );
    line(
      "  told to wait (503, Retry-After)",
      of((round) => round.back.waits, whole),
      "times",
    );
    line(
      "  connections cut",
      of((round) => round.back.cuts, whole),
      "times",
    );
    line(
      "  memory of the server at most",
      of((round) => round.back.memoryMb, whole),
      "MB",
    );
  }
  console.log("");
  const program = hasPgbench()
    ? "pgbench"
    : "a bare pg loop: pgbench is not installed (apt-get install postgresql-contrib)";
  const pushed = median(empty.rounds.map((round) => round.logsPerS));
  line("same rows, bare, sent as text", medianAndRange(bare.parsed, whole), `logs/s by ${program}`);
  line("  push is of it", `${whole((100 * pushed) / median(bare.parsed))} %`, "[50]");
  line("same rows, bare, constants of a prepared statement", medianAndRange(bare.prepared, whole), "logs/s");
  line("  push is of it", `${whole((100 * pushed) / median(bare.prepared))} %`, "");
  line("same rows, bare, as values by the server's own driver", medianAndRange(bare.driver, whole), "logs/s");
  line("  push is of it", `${whole((100 * pushed) / median(bare.driver))} %`, "[50]");
  const ofDisk = (pick) => medianAndRange(bare.disk.map(pick), tenths);
  line(
    `a page flushed at ${SINGLE_PER_S}/s, bare, p50`,
    ofDisk((flushes) => flushes.p50),
    "ms",
  );
  line(
    `a page flushed at ${SINGLE_PER_S}/s, bare, p99`,
    ofDisk((flushes) => flushes.p99),
    "ms: no single log waits less",
  );
  reportFalls();
}

/** What 200,000 records there cost, each as a part of the empty server's. */
function reportFalls() {
  const measures = [
    ["push of 20", (round) => 1 / round.logsPerS],
    ["one log, p50", (round) => round.single.p50],
    ["one log, p99", (round) => round.single.p99],
    ["fresh pull", (round) => round.pulls.freshMs],
    ["empty pull, p99", (round) => round.pulls.emptyP99],
    ["all back", (round) => round.back.seconds],
  ];
  console.log(`\nSlower with ${whole(RECORDS_THERE)} records there [at most ${100 * FALL_MAX} %]`);
  for (const [name, pick] of measures) {
    const change = median(used.rounds.map(pick)) / median(empty.rounds.map(pick)) - 1;
    line(name, `${change > 0 ? "+" : ""}${(100 * change).toFixed(0)} %`, change > FALL_MAX ? "too much" : "");
  }
}

function line(what, value, unit) {
  console.log(`${what.padEnd(52)}${value} ${unit}`);
}
