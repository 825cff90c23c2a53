// Another server as its own process, on a port that the system gives.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { openSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";

const START_WITHIN_MS = 60_000;

export async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  await once(server, "close");
  return port;
}

/** Starts a Node program in `folder` and waits until `healthUrl` answers well. */
export async function startPeer({ program, args, folder, healthUrl }) {
  const log = join(folder, "output");
  const out = openSync(log, "w");
  const child = spawn(process.execPath, [program, ...args], {
    cwd: folder,
    env: { ...process.env, NODE_ENV: "production" },
    stdio: ["ignore", out, out],
  });
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill("SIGTERM");
    await once(child, "exit");
  };
  const deadline = performance.now() + START_WITHIN_MS;
  while (performance.now() < deadline && child.exitCode === null) {
    const answer = await fetch(healthUrl).catch(() => null);
    if (answer?.ok) return { pid: child.pid, stop };
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  await stop();
  throw new Error(`it did not start: ${readFileSync(log, "utf8").trim().slice(-600)}`);
}
