import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { program } from "./binaries";
import { CannotServe, errorCode } from "./cannot-serve";
import { hasPointer, type Home, writePointer } from "./home";
import { isAlive } from "./process-alive";
import { asUser, type RunAs } from "./run-as";

/** A database cluster on disk: `postgres/` in the home folder with the cluster, its password and its log. */
export interface Cluster {
  readonly folder: string;
  /** What Postgres calls its data directory. */
  readonly data: string;
  readonly password: string;
  /** True when the data folder was emptied or renewed but its database still lay elsewhere. */
  readonly isFoundAgain: boolean;
}

export interface ClusterOptions {
  /** For tests: nothing has to survive a power cut. */
  readonly isThrowAway: boolean;
}

export const DATABASE_USER = "legwork";

/** Our own choices: what an empty cluster takes with room to begin, and what a later start needs for its journal. */
const FIRST_START_BYTES = 160 * 2 ** 20;
const LATER_START_BYTES = 48 * 2 ** 20;

/** Opens the cluster of a home, or makes it; a half made one is never left under its name. */
export async function openCluster(home: Home, options: ClusterOptions): Promise<Cluster> {
  const folder = join(home.folder, "postgres");
  const isFirst = !existsSync(folder);
  refuseFullDisk(home.folder, isFirst ? FIRST_START_BYTES : LATER_START_BYTES, freeBytes(home.folder));
  if (isFirst) await makeCluster(home, folder, options);
  const isFoundAgain = home.isElsewhere && !isFirst && !hasPointer(home);
  if (home.isElsewhere) writePointer(home);
  return { folder, data: join(folder, "cluster"), password: readPassword(folder), isFoundAgain };
}

/** The cluster of a home when there is one; makes nothing. */
export function existingCluster(home: Home): Cluster | null {
  const folder = join(home.folder, "postgres");
  if (!existsSync(folder)) return null;
  return { folder, data: join(folder, "cluster"), password: readPassword(folder), isFoundAgain: false };
}

/** Throws a clear sentence when less than `needed` bytes are free. */
export function refuseFullDisk(folder: string, needed: number, free: number): void {
  if (free >= needed) return;
  const megabytes = (bytes: number) => Math.floor(bytes / 2 ** 20);
  throw new CannotServe(
    `The disk of ${folder} is full: ${megabytes(free)} MB are free, the database needs ${megabytes(needed)} MB to start. Nothing was changed.`,
  );
}

async function makeCluster(home: Home, folder: string, options: ClusterOptions): Promise<void> {
  removeAbandoned(home.folder);
  const unfinished = `${folder}.new-${process.pid}`;
  try {
    mkdirSync(unfinished, { mode: 0o700 });
    const passwordFile = join(unfinished, "password");
    writeFileSync(passwordFile, `${randomBytes(24).toString("base64url")}\n`, { mode: 0o600 });
    for (const path of [unfinished, passwordFile]) giveTo(path, home.runAs);
    await initdb(home, unfinished, options);
    if (!existsSync(folder)) renameSync(unfinished, folder);
  } catch (error) {
    // Another server that made the same cluster meanwhile is as good.
    if (errorCode(error) !== "ENOTEMPTY" && errorCode(error) !== "EEXIST") throw error;
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
}

function initdb(home: Home, unfinished: string, options: ClusterOptions): Promise<void> {
  const flags = [
    `--pgdata=${join(unfinished, "cluster")}`,
    `--username=${DATABASE_USER}`,
    `--pwfile=${join(unfinished, "password")}`,
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    // Sorting then does not change with the machine's C library.
    "--locale-provider=builtin",
    "--locale=C.UTF-8",
    "--lc-collate=C",
    "--lc-ctype=C",
    "--lc-messages=C",
    "--no-instructions",
    ...(options.isThrowAway ? ["--no-sync"] : []),
  ];
  const child = spawn(program(home.binaries, "initdb"), flags, {
    ...asUser(home.runAs),
    cwd: "/",
    env: postgresEnv(),
    // Out of reach of a Ctrl-C, which would leave it half done.
    detached: true,
    stdio: ["ignore", "ignore", "pipe"],
  });
  let said = "";
  child.stderr.on("data", (chunk: Buffer) => (said += chunk.toString()));
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => {
      if (code === 0) resolve();
      else reject(new CannotServe(`The database could not be made in ${home.folder}: ${whyPostgresFailed(said)}`));
    });
  });
}

/** Nothing of our own environment: PG variables of a person's shell would change what Postgres does. */
export function postgresEnv(): Record<string, string> {
  return { PATH: process.env.PATH ?? "", LC_ALL: "C", TZ: "UTC" };
}

/** Gives a file to the user that Postgres runs as. */
export function giveTo(path: string, runAs: RunAs): void {
  if (runAs) chownSync(path, runAs.uid, runAs.gid);
}

/** The cause that Postgres named, in a sentence. */
export function whyPostgresFailed(log: string): string {
  if (/No space left on device|Disk quota exceeded/.test(log)) return "the disk is full.";
  const fatal = log.split("\n").filter((line) => /\b(FATAL|PANIC|error|ERROR)\b/.test(line));
  return (
    fatal.at(-1)?.replace(/^.*?\b(?:FATAL|PANIC|error|ERROR):\s*/, "") ??
    (log.trim().split("\n").at(-1) || "it said nothing.")
  );
}

function removeAbandoned(folder: string): void {
  for (const name of readdirSync(folder)) {
    const maker = /^postgres\.new-(\d+)$/.exec(name)?.[1];
    if (maker && !isAlive(Number(maker))) rmSync(join(folder, name), { recursive: true, force: true });
  }
}

function readPassword(folder: string): string {
  return readFileSync(join(folder, "password"), "utf8").trim();
}

function freeBytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}
