// What is measured of each system alike, with requests made before the clock runs.
import { openConnection } from "../sync/connection.mjs";
import { LOGS_PER_PUSH } from "../sync/devices.mjs";
import { openLoop } from "../sync/open-loop.mjs";
import { percentile } from "../sync/statistics.mjs";
import { startCutProxy } from "./cut-proxy.mjs";

export const CONNECTIONS = 8;
export const RATES = [100, 200, 500];
export const CUT_EVERY = 100;
export const LOGS_CUT = 1_000;
/** Our own choice of what keeping up means: half of the answers in the last quarter of the time come this soon. */
export const KEEPS_UP_MS = 100;
const COMPRESSED = 40;
const SINGLE_CONNECTIONS = 32;
const RATE_SECONDS = 3;
// As parse's own client does; ours and CouchDB's know no limit.
const ATTEMPTS_MAX = 5;
const KEYS = /"plannedRun":"([^"]+)"/g;

/** Twenty logs a request, as fast as the server takes them. */
export async function batches({ port }, place, count) {
  const requests = place.requests(count, LOGS_PER_PUSH);
  let bytes = 0;
  const startedAt = performance.now();
  await overConnections(port, requests, async (connection, request) => {
    const answer = await connection.send(request);
    refuseMissing(place, answer, LOGS_PER_PUSH);
    bytes += request.length + answer.bytes;
  });
  const logs = count * LOGS_PER_PUSH;
  return { logsPerS: (logs * 1000) / (performance.now() - startedAt), bytesPerLog: bytes / logs };
}

/** One log a request at each rate, up to the first that the system does not keep up with. */
export async function singles(system, place) {
  const seen = { keptUp: 0 };
  for (const perSecond of RATES) {
    const { times, bytesPerLog } = await singlesAt(system, place, { perSecond, seconds: RATE_SECONDS });
    if (perSecond === RATES[0]) {
      Object.assign(seen, { p50: percentile(times, 0.5), p99: percentile(times, 0.99), bytesPerLog });
    }
    if (percentile(times.slice(-times.length / 4), 0.5) > KEEPS_UP_MS) break;
    Object.assign(seen, { keptUp: perSecond, keptUpP50: percentile(times, 0.5), keptUpP99: percentile(times, 0.99) });
  }
  return seen;
}

export async function singlesAt({ port }, place, { perSecond, seconds }) {
  const requests = place.requests(perSecond * seconds, 1);
  let bytes = requests.reduce((sum, request) => sum + request.length, 0);
  const check = (answer) => {
    refuseMissing(place, answer, 1);
    bytes += answer.bytes;
  };
  const times = await openLoop({ port, requests, perSecond, connections: SINGLE_CONNECTIONS, check });
  return { times, bytesPerLog: bytes / requests.length };
}

/** Bytes a log on the wire, both ways, when the client takes compressed answers as browsers do. */
export async function compressedBytes({ port }, place, logsEach) {
  const plain = place.requests(COMPRESSED, logsEach);
  const requests = plain.map((request) =>
    Buffer.from(request.toString().replace("\r\n", "\r\nAccept-Encoding: gzip\r\n")),
  );
  let bytes = 0;
  await overConnections(port, requests, async (connection, request) => {
    const answer = await connection.send(request);
    if (answer.status !== 200 && answer.status !== 201) throw new Error(`A compressed push answered ${answer.status}`);
    bytes += request.length + answer.bytes;
  });
  return bytes / (COMPRESSED * logsEach);
}

/** One log a request, one answer of a hundred cut, the same bytes sent again; then all logs are read back and counted. */
export async function cutAnswers({ port }, place) {
  const proxy = await startCutProxy({ port, everyNth: CUT_EVERY });
  const requests = place.requests(LOGS_CUT, 1);
  const sent = new Set(requests.flatMap((request) => keysIn(request.toString())));
  try {
    await overConnections(proxy.port, requests, (connection, request) => untilAnswered(place, connection, request));
  } finally {
    await proxy.stop();
  }
  const found = keysIn(await place.readBack());
  const there = new Set(found);
  return {
    cuts: proxy.cuts(),
    lost: [...sent].filter((key) => !there.has(key)).length,
    doubled: found.length - there.size,
  };
}

async function untilAnswered(place, connection, request) {
  for (let attempt = 1; ; attempt += 1) {
    const answer = await connection.send(request).catch(() => null);
    if (answer !== null) return refuseMissing(place, answer, 1);
    if (attempt === ATTEMPTS_MAX) throw new Error(`No answer in ${ATTEMPTS_MAX} attempts`);
  }
}

export async function overConnections(port, requests, send, width = CONNECTIONS) {
  let next = 0;
  const run = async () => {
    const connection = openConnection(port);
    while (next < requests.length) await send(connection, requests[next++]);
    connection.close();
  };
  await Promise.all(Array.from({ length: width }, run));
}

export function refuseMissing(place, answer, logs) {
  const stored = place.stored(answer);
  if (stored !== logs) {
    throw new Error(`${logs} logs were sent, ${stored} acknowledged: ${answer.body.toString().slice(0, 300)}`);
  }
}

function keysIn(text) {
  return [...text.matchAll(KEYS)].map(([, key]) => key);
}
