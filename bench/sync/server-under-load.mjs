// The real server as its own process over the built-in Postgres with fsync on, and a way into the same Postgres beside it.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { root } from "../../scripts/run-pnpm.mjs";
import { bundle } from "../../apps/worker/bundle.mjs";

const START_WITHIN_MS = 30_000;

export async function startServerUnderLoad() {
  const dist = join(root, "apps/worker/dist");
  await bundle(dist);
  const { startEmbedded } = await databaseParts(dist);
  const folder = mkdtempSync(join(tmpdir(), "legwork-bench-"));
  // Postgres may run as another user, who must pass through.
  chmodSync(folder, 0o711);
  const postgres = await startEmbedded({ dataDir: join(folder, "postgres") });
  const port = 20_000 + Math.floor(Math.random() * 20_000);
  const child = spawn(process.execPath, [join(dist, "serve.js")], {
    env: {
      ...process.env,
      PORT: String(port),
      LEGWORK_DATA_DIR: join(folder, "data"),
      DATABASE_URL: urlOf(postgres.connection),
    },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const url = `http://localhost:${port}`;
  const stop = async () => {
    child.kill("SIGTERM");
    if (child.exitCode === null) await once(child, "exit");
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  if (!(await becomesHealthy(url, child))) {
    await stop();
    throw new Error("The server did not start.");
  }
  return { url, port, postgres: postgres.connection, stop };
}

/** TypeScript of packages/db, bundled beside the server so that it finds the same npm packages. */
async function databaseParts(dist) {
  const outfile = join(dist, "bench-database.mjs");
  await build({
    entryPoints: [join(root, "packages/db/src/embedded/index.ts")],
    outfile,
    bundle: true,
    format: "esm",
    platform: "node",
    packages: "external",
    logLevel: "warning",
  });
  try {
    return await import(outfile);
  } finally {
    rmSync(outfile);
  }
}

function urlOf({ host, port, user, password, database }) {
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
