// What a system really does for its promise: the calls that bring bytes to the disk, counted by strace while it answers.
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const CALLS = ["fsync", "fdatasync", "sync_file_range", "pwrite64"];
const ATTACH_WITHIN_MS = 10_000;

/** Null when strace can count here; otherwise why not. */
export function whyNoStrace() {
  return spawnSync("strace", ["--version"]).status === 0 ? null : "strace is not installed (apt-get install strace)";
}

/** How often each call was made by these processes, their threads and children while `work` ran. Throws when they cannot be watched. */
export async function countSyncs(pids, work) {
  const folder = mkdtempSync(join(tmpdir(), "legwork-strace-"));
  const table = join(folder, "table");
  const args = [
    "-f",
    "-c",
    "-e",
    `trace=${CALLS.join(",")}`,
    "-o",
    table,
    ...pids.flatMap((pid) => ["-p", String(pid)]),
  ];
  const child = spawn("strace", args, { stdio: ["ignore", "ignore", "pipe"] });
  const ended = once(child, "exit");
  let said = "";
  child.stderr.on("data", (chunk) => (said += chunk));
  try {
    const deadline = performance.now() + ATTACH_WITHIN_MS;
    while (!pids.every((pid) => isTraced(pid))) {
      if (child.exitCode !== null || performance.now() > deadline) {
        throw new Error(`strace could not watch: ${said.trim().split("\n").at(-1)}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    await work();
    child.kill("SIGINT");
    await ended;
    return callsIn(readFileSync(table, "utf8"));
  } finally {
    if (child.exitCode === null && child.signalCode === null) child.kill("SIGINT");
    await ended;
    rmSync(folder, { recursive: true });
  }
}

function callsIn(table) {
  const calls = Object.fromEntries(CALLS.map((call) => [call, 0]));
  for (const [, count, call] of table.matchAll(/^\s*[\d.]+\s+[\d.]+\s+\d+\s+(\d+)(?:\s+\d+)?\s+(\w+)$/gm)) {
    if (call in calls) calls[call] = Number(count);
  }
  return calls;
}

// A process that is gone meanwhile has nothing to be watched.
function isTraced(pid) {
  try {
    return !/^TracerPid:\s+0$/m.test(readFileSync(`/proc/${pid}/status`, "utf8"));
  } catch {
    return true;
  }
}

/** Postgres's first process and all that it has started. */
export async function postgresProcesses(pool) {
  const { rows } = await pool.query("select pg_backend_pid() as pid");
  const first = parentOf(rows[0].pid);
  const numbers = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  return [first, ...numbers.map(Number).filter((pid) => parentOf(pid) === first)];
}

function parentOf(pid) {
  try {
    return Number(readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1).split(" ")[1]);
  } catch {
    return null;
  }
}
