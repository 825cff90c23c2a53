// The same logs, in the same run, to our server and to two that others use for such work: how fast, how many bytes, how durable, and
// what is left when answers get lost. LEGWORK_BENCH_REMOVE_PEERS=1 removes what was installed, at the end.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { LOGS_PER_PUSH } from "../sync/devices.mjs";
import { startPostgres } from "../sync/server-under-load.mjs";
import { installPeer, removePeers } from "./install-peer.mjs";
import { openLegwork } from "./legwork.mjs";
import {
  batches,
  compressedBytes,
  CONNECTIONS,
  cutAnswers,
  overConnections,
  refuseMissing,
  singles,
  singlesAt,
} from "./measures.mjs";
import { openParse, PARSE } from "./parse.mjs";
import { openPouchdb, POUCHDB } from "./pouchdb.mjs";
import { report } from "./report.mjs";
import { countSyncs, whyNoStrace } from "./syncs.mjs";

/** LEGWORK_BENCH_ROUNDS=1 is for a look whether everything runs. */
const ROUNDS = Number(process.env.LEGWORK_BENCH_ROUNDS ?? 5);
const BATCH_SECONDS = 3;
/** Our own choice: after as many seconds of requests the processor time of one hardly fell any more. */
const WARM_UP = { seconds: 6, batches: 100, singles: { perSecond: 100, seconds: 2 } };
/** So many requests are watched, one after another and then several at once. */
const WATCHED = 60;

const startedAt = performance.now();
const scratch = mkdtempSync(join(tmpdir(), "legwork-sync-peers-"));
const postgres = await startPostgres();
const systems = [];
const missing = [];
try {
  systems.push(await openLegwork(postgres));
  await add(POUCHDB, (folder) => openPouchdb(folder, scratch));
  await add(PARSE, (folder) => openParse(folder, scratch, postgres));
  const sides = systems.flatMap((system) => system.modes.map((mode) => ({ system, mode, rounds: [] })));
  for (const side of sides) if (side.mode.only !== "cuts") await warmUp(side);
  for (let round = 0; round < ROUNDS; round += 1) {
    // Each round in the other direction, so that none always follows the same.
    for (const side of round % 2 === 0 ? sides : sides.toReversed()) await measure(side, round);
  }
  const noStrace = whyNoStrace();
  for (const side of sides.filter(({ mode }) => mode.only === undefined)) await watch(side, noStrace);
  report({ sides, missing, rounds: ROUNDS });
} finally {
  for (const system of systems) await system.stop();
  await postgres.stop();
  rmSync(scratch, { recursive: true, force: true });
  if (process.env.LEGWORK_BENCH_REMOVE_PEERS === "1") removePeers();
}

/** Without the others there is still something to report. */
async function add(peer, open) {
  const { folder, failure } = await installPeer(peer);
  if (failure !== undefined) missing.push(failure);
  else {
    const opened = await open(folder).catch((error) => missing.push(`${peer.name}@${peer.version}: ${error.message}`));
    if (typeof opened === "object") systems.push(opened);
  }
}

async function warmUp(side) {
  const { system, mode } = side;
  progress(`warm-up ${mode.name}`);
  side.place = await system.openPlace(`logs-${mode.body}`, mode.body);
  await singlesAt(system, side.place, WARM_UP.singles);
  const until = performance.now() + WARM_UP.seconds * 1000;
  let logsPerS = 0;
  while (performance.now() < until) ({ logsPerS } = await batches(system, side.place, WARM_UP.batches));
  // As many as take about the wanted time, so that the requests can be made before.
  side.batchCount = Math.max(WARM_UP.batches, Math.round((logsPerS * BATCH_SECONDS) / LOGS_PER_PUSH));
}

async function measure({ system, mode, rounds, place, batchCount }, round) {
  progress(`round ${round + 1} of ${ROUNDS}, ${mode.name}`);
  const seen = {};
  if (mode.only !== "cuts") seen.batches = await batches(system, place, batchCount);
  if (mode.only === undefined) {
    seen.singles = await singles(system, place);
    seen.compressed = {
      batch: await compressedBytes(system, place, LOGS_PER_PUSH),
      single: await compressedBytes(system, place, 1),
    };
  }
  if (mode.only !== "batches") {
    seen.cuts = await cutAnswers(system, await system.openPlace(`cuts-${mode.body}-${round}`, mode.body));
  }
  rounds.push(seen);
}

async function watch(side, noStrace) {
  const { system, place } = side;
  if (noStrace !== null) {
    side.syncs = { failure: noStrace };
    return;
  }
  progress(`counting syncs of ${system.name}`);
  const send = (logs, width) => async (requests) =>
    overConnections(
      system.port,
      requests,
      async (connection, request) => refuseMissing(place, await connection.send(request), logs),
      width,
    );
  const count = async (logs, width) => {
    const requests = place.requests(WATCHED, logs);
    const calls = await countSyncs(await system.pids(), () => send(logs, width)(requests));
    return Object.fromEntries(Object.entries(calls).map(([call, times]) => [call, times / WATCHED]));
  };
  try {
    side.syncs = {
      single: await count(1, 1),
      batch: await count(LOGS_PER_PUSH, 1),
      together: await count(1, CONNECTIONS),
    };
  } catch (error) {
    side.syncs = { failure: error.message };
  }
}

function progress(what) {
  console.log(`${String(Math.round((performance.now() - startedAt) / 1000)).padStart(4)} s  ${what}`);
}
