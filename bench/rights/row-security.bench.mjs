// What the second wall costs: the same pushes and pulls in transactions that see one runner only, and without that; fsync on, interleaved.
import { randomUUID } from "node:crypto";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bundle } from "../../apps/worker/bundle.mjs";
import { root } from "../../scripts/run-pnpm.mjs";
import { databaseParts } from "../database-parts.mjs";

const WRITERS = 8;
const LOGS_PER_PUSH = 20;
const ROUNDS = 5;
const SECONDS = 3;
const HASH = Buffer.alloc(32);

// The migrations lie beside it.
await bundle(join(root, "apps/worker/dist"));
const database = await databaseParts();
const folder = mkdtempSync(join(tmpdir(), "legwork-bench-"));
// Postgres may run as another user, who must pass through.
chmodSync(folder, 0o711);
const postgres = await database.startEmbedded({ dataDir: folder });
const db = database.openDatabase({ connection: postgres.connection, poolSize: WRITERS });
try {
  await database.migrateDatabase(db);
  if (!(await db.hasRunnerRole())) throw new Error("The role behind the wall is missing.");
  const runners = Array.from({ length: WRITERS }, () => randomUUID());
  for (const runner of runners) {
    await database.inTransaction(db, (tx) => database.createRunner(tx, { account: runner, runner }));
  }
  const measured = { push: { free: [], walled: [] }, pull: { free: [], walled: [] } };
  for (const way of ["free", "walled"]) await perSecond(runners, { way, work: push, seconds: 1 });
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const way of round % 2 === 0 ? ["free", "walled"] : ["walled", "free"]) {
      measured.push[way].push(await perSecond(runners, { way, work: push, seconds: SECONDS }));
      measured.pull[way].push(await perSecond(runners, { way, work: emptyPull, seconds: SECONDS }));
    }
  }
  console.log(`${WRITERS} connections, medians of ${ROUNDS} interleaved rounds of ${SECONDS} s (ranges)`);
  for (const [name, unit] of [
    ["push", `pushes of ${LOGS_PER_PUSH} logs/s`],
    ["pull", "empty pulls/s"],
  ]) {
    const { free, walled } = measured[name];
    const share = (100 * (median(free) - median(walled))) / median(free);
    console.log(
      `${unit}: without ${told(free)}, behind the wall ${told(walled)}: the wall costs ${share.toFixed(1)} %`,
    );
  }
} finally {
  await database.closeDatabase(db);
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function perSecond(runners, { way, work, seconds }) {
  const startedAt = performance.now();
  const until = startedAt + seconds * 1000;
  const counts = await Promise.all(
    runners.map(async (runner) => {
      let count = 0;
      for (; performance.now() < until; count += 1) await work(runner, way === "walled" ? { runners: [runner] } : {});
      return count;
    }),
  );
  return (counts.reduce((sum, count) => sum + count, 0) * 1000) / (performance.now() - startedAt);
}

/** What the server does for a push: lock, receipts, records, one write. */
function push(runner, options) {
  return database.inTransaction(
    db,
    async (tx) => {
      const { head } = await database.lockHead(tx, runner, 0);
      const records = Array.from({ length: LOGS_PER_PUSH }, (_, index) => recordOf(head + index + 1));
      const opIds = records.map(({ opId }) => opId);
      await database.readReceipts(tx, runner, opIds);
      await database.readRecords(
        tx,
        runner,
        records.map(({ id }) => id),
      );
      const receipts = records.map(({ opId, rev }) => ({ opId, author: "mo", hash: HASH, status: "applied", rev }));
      const created = new Set(records.map(({ id }) => id));
      const push = { runner, records, created, past: [], receipts, head: head + LOGS_PER_PUSH, digest: {} };
      await database.writePushes(tx, [push]);
    },
    options,
  );
}

function emptyPull(runner, options) {
  return database.inTransaction(
    db,
    async (tx) => {
      const { head } = await database.readHead(tx, runner);
      await database.changesAfter(tx, runner, { after: head, limit: 500, kinds: null });
    },
    { mode: "snapshot", ...options },
  );
}

function recordOf(rev) {
  const body = { date: "2026-03-02", kind: "easy", minutes: 48, km: 8.2, effort: 3 };
  const keyRev = Object.fromEntries(Object.keys(body).map((key) => [key, [rev, "mo"]]));
  return {
    id: randomUUID(),
    kind: "run_log",
    schema: 1,
    body,
    rev,
    keyRev,
    deleted: false,
    author: "mo",
    opId: randomUUID(),
  };
}

function told(values) {
  const whole = (value) => Math.round(value).toLocaleString("en");
  return `${whole(median(values))} (${whole(Math.min(...values))}–${whole(Math.max(...values))})`;
}

function median(values) {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)];
}
