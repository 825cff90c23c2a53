// What is measured of one server, each for one round.
import { gunzipSync } from "node:zlib";
import { openConnection } from "./connection.mjs";
import { appliedIn, LOGS_PER_PUSH, makeDevices } from "./devices.mjs";
import { openLoop } from "./open-loop.mjs";
import { percentile } from "./statistics.mjs";

export const DEVICES = 1_000;
export const CONNECTIONS = 16;
export const SINGLE_PER_S = 500;
const SINGLE_CONNECTIONS = 32;
export const PULLS = 1_000;
export const LOGS_TO_PULL = 2_000;
const LOGS_PER_REQUEST_MAX = 100;

/** New devices push 20 logs in one request each, as fast as the server takes them. */
export async function pushOfTwenty(server, pool) {
  const devices = await makeDevices(pool, server, DEVICES);
  const requests = devices.map((device) => device.push(LOGS_PER_PUSH));
  const connections = Array.from({ length: CONNECTIONS }, () => openConnection(server.port));
  const before = { server: server.processorMs(), client: process.cpuUsage() };
  const startedAt = performance.now();
  let logs = 0;
  let next = 0;
  await Promise.all(
    connections.map(async (connection) => {
      while (next < requests.length) {
        const applied = appliedIn(await connection.send(requests[next++]));
        logs += applied;
      }
    }),
  );
  const ms = performance.now() - startedAt;
  const client = process.cpuUsage(before.client);
  for (const connection of connections) connection.close();
  if (logs !== DEVICES * LOGS_PER_PUSH) throw new Error(`${logs} logs were applied.`);
  return {
    logsPerS: (logs * 1000) / ms,
    serverShare: (server.processorMs() - before.server) / ms,
    clientShare: (client.user + client.system) / 1000 / ms,
  };
}

/** One log a request at a fixed rate. */
export async function singleLogs(server, pool, seconds) {
  const count = SINGLE_PER_S * seconds;
  const devices = await makeDevices(pool, server, Math.min(DEVICES, count));
  // As a phone that was told of its own logs before: each of these moved the head by one.
  const requests = Array.from({ length: count }, (_, index) =>
    devices[index % devices.length].push(1, Math.floor(index / devices.length)),
  );
  const times = await openLoop({
    port: server.port,
    requests,
    perSecond: SINGLE_PER_S,
    connections: SINGLE_CONNECTIONS,
    check(answer) {
      if (appliedIn(answer) !== 1) throw new Error("A log was not applied.");
    },
  });
  return { p50: percentile(times, 0.5), p99: percentile(times, 0.99) };
}

/** A new phone gets everything of a runner, page by page, with and without compression; then it asks for news of which there are none. */
export async function pulls(server, pool) {
  const [device] = await makeDevices(pool, server, 1);
  const connection = openConnection(server.port);
  for (let logs = 0; logs < LOGS_TO_PULL; logs += LOGS_PER_REQUEST_MAX) {
    appliedIn(await connection.send(device.push(LOGS_PER_REQUEST_MAX, logs)));
  }
  const fresh = await freshPull(connection, device);
  const compressed = await freshPull(connection, device, { "Accept-Encoding": "gzip" });
  const request = device.pull(LOGS_TO_PULL);
  const times = [];
  for (let pull = 0; pull < PULLS; pull += 1) {
    const startedAt = performance.now();
    const { status } = await connection.send(request);
    times.push(performance.now() - startedAt);
    if (status !== 200) throw new Error(`A pull answered ${status}`);
  }
  connection.close();
  return {
    freshMs: fresh.ms,
    compressedMs: compressed.ms,
    bytes: fresh.bytes,
    compressedBytes: compressed.bytes,
    emptyP50: percentile(times, 0.5),
    emptyP99: percentile(times, 0.99),
  };
}

async function freshPull(connection, device, headers) {
  const startedAt = performance.now();
  let cursor = 0;
  let more = true;
  let records = 0;
  let bytes = 0;
  while (more) {
    const answer = await connection.send(device.pull(cursor, headers));
    bytes += answer.bytes;
    const page = JSON.parse(bodyText(answer));
    records += page.changes.length;
    ({ cursor, more } = page);
  }
  if (records !== LOGS_TO_PULL) throw new Error(`${records} records were pulled.`);
  return { ms: performance.now() - startedAt, bytes };
}

function bodyText({ head, body }) {
  const whole = /\r\ntransfer-encoding: chunked/i.test(head) ? unchunked(body) : body;
  return (/\r\ncontent-encoding: gzip/i.test(head) ? gunzipSync(whole) : whole).toString();
}

function unchunked(body) {
  const parts = [];
  for (let at = 0; ;) {
    const lineEnd = body.indexOf("\r\n", at);
    const length = Number.parseInt(body.latin1Slice(at, lineEnd), 16);
    if (length === 0) return Buffer.concat(parts);
    parts.push(body.subarray(lineEnd + 2, lineEnd + 2 + length));
    at = lineEnd + 2 + length + 2;
  }
}
