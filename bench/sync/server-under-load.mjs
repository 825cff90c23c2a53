// The real server as its own process over the built-in Postgres with fsync on, and a way into the same Postgres beside it.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "../../scripts/run-pnpm.mjs";
import { databaseParts } from "../database-parts.mjs";
import { bundle } from "../../apps/worker/bundle.mjs";

export const pg = createRequire(join(root, "packages/db/package.json"))("pg");
/** Signs the sessions of the devices, which are written into the database and not signed in. */
export const SECRET = "a secret of the bench, long enough to be taken";
const START_WITHIN_MS = 30_000;
const DIST = join(root, "apps/worker/dist");
// Linux counts processor time in these.
const TICK_MS = 10;

/** The built-in Postgres with fsync on, in a folder that `stop` removes. */
export async function startPostgres() {
  await bundle(DIST);
  const { startEmbedded } = await databaseParts();
  const folder = mkdtempSync(join(tmpdir(), "legwork-bench-"));
  // Postgres may run as another user, who must pass through.
  chmodSync(folder, 0o711);
  const postgres = await startEmbedded({ dataDir: join(folder, "postgres") });
  return {
    folder,
    connection: postgres.connection,
    async makeDatabase(database) {
      const client = new pg.Client(postgres.connection);
      await client.connect();
      await client.query(`create database ${database}`);
      await client.end();
      return { ...postgres.connection, database };
    },
    async stop() {
      await postgres.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A server on a database. With LEGWORK_BENCH_PROFILE=<folder> it leaves a processor profile there. */
export async function startServer(postgres, connection, bundleFolder = DIST) {
  // Below the ports that the system gives to outgoing connections.
  const port = 20_000 + Math.floor(Math.random() * 12_000);
  const profile = process.env.LEGWORK_BENCH_PROFILE;
  const flags = [...flagsOfStart(), ...(profile === undefined ? [] : ["--cpu-prof", `--cpu-prof-dir=${profile}`])];
  const dataDir = mkdtempSync(join(postgres.folder, "data-"));
  // Thousands of phones that are told to wait are thousands of lines.
  const log = join(dataDir, "log");
  const child = spawn(process.execPath, [...flags, join(bundleFolder, "serve.js")], {
    env: {
      ...process.env,
      PORT: String(port),
      LEGWORK_DATA_DIR: dataDir,
      LEGWORK_SECRET: SECRET,
      DATABASE_URL: urlOf(connection),
    },
    stdio: ["ignore", "ignore", openSync(log, "w")],
  });
  const url = `http://localhost:${port}`;
  const stop = async () => {
    child.kill("SIGTERM");
    if (child.exitCode === null) await once(child, "exit");
  };
  if (!(await becomesHealthy(url, child))) {
    await stop();
    throw new Error(`The server did not start:\n${readFileSync(log, "utf8").slice(-2_000)}`);
  }
  return {
    url,
    port,
    pid: child.pid,
    /** Processor time so far, in milliseconds. */
    processorMs: () => processorMs(child.pid),
    memoryMb: () => memoryMb(child.pid),
    stop,
  };
}

/** As `npm start` starts it. */
function flagsOfStart() {
  const { start } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")).scripts;
  return start
    .match(/exec node (.*)apps\/worker\/dist\/serve\.js/)[1]
    .split(" ")
    .filter(Boolean);
}

function processorMs(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1].split(" ");
  return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
}

function memoryMb(pid) {
  return Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))[1]) / 1024;
}

export function urlOf({ host, port, user, password, database }) {
  const credentials = `${encodeURIComponent(user)}:${encodeURIComponent(password)}`;
  return host.startsWith("/")
    ? `postgres://${credentials}@/${database}?host=${encodeURIComponent(host)}&port=${port}`
    : `postgres://${credentials}@${host}:${port}/${database}`;
}

async function becomesHealthy(url, child) {
  const deadline = performance.now() + START_WITHIN_MS;
  while (performance.now() < deadline && child.exitCode === null) {
    const answer = await fetch(`${url}/api/health`).catch(() => null);
    if (answer?.ok) return true;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return false;
}
