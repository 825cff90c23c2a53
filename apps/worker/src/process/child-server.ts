import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Plugin } from "esbuild";
import type { Environment } from "./settings";

/** For tests: a server as a process of its own, from a bundle of the present source. */
export interface ChildServer {
  readonly child: ChildProcess;
  /** Everything it said so far. */
  output(): string;
  /** Its address, once it says that it is ready. */
  readonly ready: Promise<string>;
  /** Exit code, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals | null>;
}

// As an init system sets it: useradd and mount lie in sbin.
const PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";
const WORKER = fileURLToPath(new URL("../../", import.meta.url));

/** Bundles all programs as they are shipped into a folder where the packages are found, and returns the path of `serve.js`. */
export function bundleServer(): Promise<string> {
  return bundleWith((bundler, folder) => bundler.bundle(folder));
}

/** The server alone, quicker to start. */
export function bundleQuickServer(): Promise<string> {
  return bundleChangedServer([]);
}

/** The same changed by plugins. */
export function bundleChangedServer(plugins: readonly Plugin[]): Promise<string> {
  return bundleWith((bundler, folder) => bundler.bundleForTest(folder, plugins));
}

interface Bundler {
  bundle(into: string): Promise<void>;
  bundleForTest(into: string, plugins: readonly Plugin[]): Promise<void>;
}

async function bundleWith(work: (bundler: Bundler, folder: string) => Promise<void>): Promise<string> {
  const folder = mkdtempSync(join(WORKER, "node_modules", ".legwork-test-"));
  await work((await import(join(WORKER, "bundle.mjs"))) as Bundler, folder);
  return join(folder, "serve.js");
}

export function removeBundle(serve: string): void {
  rmSync(join(serve, ".."), { recursive: true, force: true });
}

export function startChild(serve: string, settings: Environment): ChildServer {
  const child = spawn(process.execPath, [serve], {
    cwd: tmpdir(),
    env: { PATH, PORT: "0", ...settings },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  const ended = new Promise<number | NodeJS.Signals | null>((resolve) => {
    child.once("close", (code, signal) => resolve(code ?? signal));
  });
  const ready = new Promise<string>((resolve, reject) => {
    const listen = (chunk: Buffer) => {
      said += chunk.toString();
      const url = /Open {2}(\S+)/.exec(said)?.[1];
      if (url) resolve(url);
    };
    child.stdout.on("data", listen);
    child.stderr.on("data", listen);
    void ended.then(() => reject(new Error(`The server ended before it was ready:\n${said}`)));
  });
  ready.catch(() => {});
  return { child, ready, ended, output: () => said };
}

/** A folder that the user of Postgres can enter when root tests. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "legwork-process-"));
  chmodSync(folder, 0o711);
  return folder;
}

/** The process id of the Postgres on a data folder; null when none was left. */
export function postmasterPid(dataDir: string): number | null {
  const path = join(dataDir, "postgres/cluster/postmaster.pid");
  return existsSync(path) ? Number(readFileSync(path, "utf8").split("\n")[0]) : null;
}

/** A listening port of 127.0.0.1 and what to do with those who connect. */
export async function listenAnywhere(server: Server = createServer()): Promise<{ port: number; close(): void }> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = address !== null && typeof address === "object" ? address.port : 0;
  return { port, close: () => server.close() };
}

/** Whether a process runs; one that ended but was not collected yet does not. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  const status = `/proc/${pid}/stat`;
  return !existsSync(status) || !/\) Z /.test(readFileSync(status, "utf8"));
}
