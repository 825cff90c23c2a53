import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import {
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { program } from "./binaries";
import { type Cluster, type ClusterOptions, giveTo, postgresEnv } from "./cluster";
import type { Home } from "./home";
import { isAlive, waitUntilGone } from "./process-alive";
import { asUser } from "./run-as";

/** A running Postgres. */
export interface Postmaster {
  readonly pid: number;
  /** Folder of its socket, or 127.0.0.1. */
  readonly host: string;
  readonly port: number;
}

/** One that we started; `ended` settles when its process is gone. */
export interface OwnPostmaster extends Postmaster {
  readonly ended: Promise<void>;
  hasEnded(): boolean;
}

/** The kernel cuts longer socket paths off; macOS allows 103 bytes, Linux 107. */
const SOCKET_PATH_BYTES_MAX = 103;
const SOCKET_PORT = 5432;
const DURABLE = ["fsync=on", "synchronous_commit=on", "full_page_writes=on"];
const THROW_AWAY = ["fsync=off", "synchronous_commit=off", "full_page_writes=off"];
const LOG_BYTES_MAX = 4 * 2 ** 20;
const STOP_WITHIN_MS = 20_000;
const STOP_HARD_WITHIN_MS = 5_000;

/** What the lock file of a cluster says. */
export interface LockFile {
  readonly text: string;
  readonly postmaster: Postmaster;
  /** False when that process is gone, is something else by now, or lives where we cannot see it. */
  readonly isRunning: boolean;
}

/** The lock file that a running Postgres holds, or a killed one left; null when there is none. */
export function readLockFile(cluster: Cluster): LockFile | null {
  const path = lockFilePath(cluster);
  if (!existsSync(path)) return null;
  const text = readFileSync(path, "utf8");
  const [pid, , , port, socketFolder] = text.split("\n");
  return {
    text,
    postmaster: { pid: Number(pid), host: socketFolder || "127.0.0.1", port: Number(port) },
    isRunning: isPostmasterOf(Number(pid), cluster.data),
  };
}

/**
 * Takes a lock file away whose process id belongs to another program by now: Postgres would take that program for its
 * predecessor and refuse. Taken by a rename and looked at again, because another server may just have started its own.
 */
export function removeStaleLockFile(cluster: Cluster, stale: LockFile): void {
  const aside = `${lockFilePath(cluster)}.stale-${process.pid}`;
  renameSync(lockFilePath(cluster), aside);
  if (readFileSync(aside, "utf8") === stale.text) rmSync(aside);
  else renameSync(aside, lockFilePath(cluster));
}

/** Starts Postgres in a process group of its own, so that Ctrl-C reaches us and not it: requests drain first. */
export async function startPostmaster(
  home: Home,
  cluster: Cluster,
  { isThrowAway }: ClusterOptions,
): Promise<OwnPostmaster> {
  const address = await chooseAddress(cluster);
  const log = openLog(cluster, home);
  const child = spawn(
    program(home.binaries, "postgres"),
    ["-D", cluster.data, ...listenFlags(address), ...settings(isThrowAway ? THROW_AWAY : DURABLE)],
    {
      ...asUser(home.runAs),
      cwd: "/",
      env: postgresEnv(),
      detached: true,
      stdio: ["ignore", log, log],
    },
  );
  closeSync(log);
  let isOver = false;
  const ended = new Promise<void>((resolve) => {
    const end = () => {
      isOver = true;
      resolve();
    };
    child.once("exit", end);
    child.once("error", end);
  });
  stopWithUs(child, ended);
  return { ...address, pid: child.pid ?? 0, ended, hasEnded: () => isOver };
}

/** Stops a Postgres: running statements are broken off, the journal is closed, nothing stays behind. */
export async function stopPostmaster({ pid }: Postmaster): Promise<void> {
  if (pid <= 0 || !isAlive(pid)) return;
  process.kill(pid, "SIGINT");
  if (await waitUntilGone(pid, STOP_WITHIN_MS)) return;
  process.kill(pid, "SIGQUIT");
  await waitUntilGone(pid, STOP_HARD_WITHIN_MS);
}

/** What the log holds of the last start. */
export function readLog(cluster: Cluster): string {
  const path = join(cluster.folder, "log");
  return existsSync(path) ? readFileSync(path, "utf8").slice(-20_000) : "";
}

function lockFilePath(cluster: Cluster): string {
  return join(cluster.data, "postmaster.pid");
}

// A number in a file may belong to another process by now; Postgres always sits in its data directory.
function isPostmasterOf(pid: number, data: string): boolean {
  if (!(pid > 0) || !isAlive(pid)) return false;
  if (process.platform === "linux") {
    try {
      return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(data);
    } catch {
      return false;
    }
  }
  const listed = spawnSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" });
  return listed.status !== 0 || listed.stdout.includes(data);
}

async function chooseAddress(cluster: Cluster): Promise<{ readonly host: string; readonly port: number }> {
  const socket = join(cluster.folder, `.s.PGSQL.${SOCKET_PORT}`);
  const fits = Buffer.byteLength(socket) <= SOCKET_PATH_BYTES_MAX && process.platform !== "win32";
  return fits ? { host: cluster.folder, port: SOCKET_PORT } : { host: "127.0.0.1", port: await freePort() };
}

function listenFlags({ host, port }: { readonly host: string; readonly port: number }): readonly string[] {
  const isSocket = host.startsWith("/");
  return settings([
    `port=${port}`,
    `listen_addresses=${isSocket ? "" : host}`,
    `unix_socket_directories=${isSocket ? host : ""}`,
    "unix_socket_permissions=0700",
    "timezone=UTC",
    "log_timezone=UTC",
    "log_checkpoints=off",
    "max_connections=60",
    // Our statements are short: compiling them costs more than it saves.
    "jit=off",
    "idle_in_transaction_session_timeout=60s",
  ]);
}

function settings(assignments: readonly string[]): readonly string[] {
  return assignments.flatMap((assignment) => ["-c", assignment]);
}

function openLog(cluster: Cluster, home: Home): number {
  const path = join(cluster.folder, "log");
  if (existsSync(path) && statSync(path).size > LOG_BYTES_MAX) renameSync(path, `${path}.old`);
  const log = openSync(path, "a", 0o600);
  giveTo(path, home.runAs);
  return log;
}

// The last net: even when we end by a bug, Postgres is told to stop.
function stopWithUs(child: ChildProcess, ended: Promise<void>): void {
  const stop = () => child.kill("SIGINT");
  process.once("exit", stop);
  void ended.then(() => process.off("exit", stop));
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(address !== null && typeof address === "object" ? address.port : 0));
    });
  });
}
