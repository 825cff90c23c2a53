import { createHash } from "node:crypto";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, resolve } from "node:path";
import { spawnSync } from "node:child_process";
import { type Binaries, program } from "./binaries";
import { CannotServe, errorCode } from "./cannot-serve";
import { asUser, canEnter, chooseUser, isRoot, type RunAs } from "./run-as";

/** Where the built-in Postgres of a data folder lives and as whom it runs. */
export interface Home {
  /** The data folder as asked for, without symlinks. */
  readonly asked: string;
  /** Holds `postgres/`: the asked folder, or one that the user of Postgres can reach. */
  readonly folder: string;
  readonly isElsewhere: boolean;
  readonly binaries: string;
  readonly runAs: RunAs;
}

/** For data folders inside homes that nobody else may enter. */
const ELSEWHERE = "/var/lib/legwork";
const POINTER = "postgres-is-elsewhere.json";

/** Makes the data folder if it is missing. Throws `CannotServe` when it cannot be written. */
export function prepareDataDir(dataDir: string): string {
  try {
    // Root's folder is entered by the user of Postgres; what is secret in it has modes of its own.
    makeFolder(resolve(dataDir), isRoot() ? 0o755 : 0o700);
    const probe = join(dataDir, `.writable-${process.pid}`);
    writeFileSync(probe, "");
    rmSync(probe);
    return realpathSync(dataDir);
  } catch (cause) {
    throw new CannotServe(`The data folder ${dataDir} ${whyUnusable(errorCode(cause))}.`, { cause });
  }
}

// Node's own `recursive` never ends where a folder exists but lets nobody make one in it, as in /proc.
function makeFolder(path: string, mode: number): void {
  if (existsSync(path)) return;
  if (path !== dirname(path)) makeFolder(dirname(path), mode);
  try {
    mkdirSync(path, { mode });
  } catch (error) {
    // Made by another server meanwhile.
    if (errorCode(error) !== "EEXIST") throw error;
  }
}

/** Decides where the database lives. For root that may be elsewhere than asked; then the binaries are copied there too. */
export function findHome(dataDir: string, binaries: Binaries): Home {
  const asked = prepareDataDir(dataDir);
  const pointed = readPointer(asked);
  const here = join(asked, "postgres");
  const runAs = chooseUser(ownerOf(pointed ? join(pointed, "postgres") : existsSync(here) ? here : asked));
  refuseForeignOwner(pointed ?? asked);
  const reachesBinaries = canRun(binaries.folder, runAs);
  const at = (folder: string) => ({
    asked,
    folder,
    isElsewhere: folder !== asked,
    binaries: usableBinaries(folder, binaries, reachesBinaries),
    runAs,
  });
  if (pointed) return at(pointed);

  const reachesAsked = canEnter(asked, runAs);
  if (reachesAsked && (reachesBinaries || existsSync(here))) return at(asked);
  if (existsSync(here)) {
    const owner = runAs?.name ?? "you";
    throw new CannotServe(
      `The database in ${here} cannot be reached by ${owner}, who owns it: open the folders above it.`,
    );
  }
  const elsewhere = join(ELSEWHERE, createHash("sha256").update(asked).digest("hex").slice(0, 16));
  mkdirSync(elsewhere, { recursive: true, mode: 0o755 });
  return at(elsewhere);
}

/** Leaves a note in the asked folder, so that the next start finds the database. */
export function writePointer(home: Home): void {
  writeFileSync(join(home.asked, POINTER), `${JSON.stringify({ asked: home.asked, folder: home.folder }, null, 2)}\n`);
}

export function hasPointer(home: Home): boolean {
  return existsSync(join(home.asked, POINTER));
}

function readPointer(asked: string): string | null {
  const path = join(asked, POINTER);
  if (!existsSync(path)) return null;
  const pointer = JSON.parse(readFileSync(path, "utf8")) as { asked: string; folder: string };
  if (pointer.asked !== asked) {
    throw new CannotServe(
      `${asked} is a copy of the data folder ${pointer.asked}, whose database lies in ${pointer.folder}: start with LEGWORK_DATA_DIR=${pointer.asked}, or remove ${path} to begin empty.`,
    );
  }
  if (!existsSync(join(pointer.folder, "postgres"))) {
    throw new CannotServe(
      `The database of ${asked} should lie in ${pointer.folder} but is not there: put it back, or remove ${path} to begin empty.`,
    );
  }
  return pointer.folder;
}

// Also tells whether the programs run at all on this machine.
function canRun(folder: string, runAs: RunAs): boolean {
  const run = spawnSync(program(folder, "postgres"), ["--version"], { ...asUser(runAs), cwd: "/", encoding: "utf8" });
  if (run.status === 0) return true;
  if (runAs && errorCode(run.error) === "EACCES") return false;
  if (runAs && spawnSync(program(folder, "postgres"), ["--version"]).status === 0) return false;
  throw new CannotServe(
    `The built-in Postgres does not run on this machine (${(run.error?.message ?? run.stderr).trim().split("\n", 1)[0]}): set DATABASE_URL to a Postgres 15 or newer.`,
  );
}

function usableBinaries(folder: string, binaries: Binaries, reachable: boolean): string {
  if (reachable) return binaries.folder;
  const copy = join(folder, `postgres-${binaries.version}`);
  if (existsSync(copy)) return copy;
  const unfinished = `${copy}.new-${process.pid}`;
  // The links between the libraries are relative and must stay so.
  cpSync(binaries.folder, unfinished, { recursive: true, verbatimSymlinks: true });
  openToAll(unfinished);
  renameSync(unfinished, copy);
  return copy;
}

function openToAll(folder: string): void {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (!entry.isSymbolicLink()) chmodSync(path, statSync(path).mode | (entry.isDirectory() ? 0o555 : 0o444));
  }
  chmodSync(folder, 0o755);
  for (const name of ["initdb", "postgres"] as const) chmodSync(program(folder, name), 0o755);
}

function refuseForeignOwner(folder: string): void {
  const cluster = join(folder, "postgres");
  if (isRoot() || !existsSync(cluster) || ownerOf(cluster) === process.getuid?.()) return;
  throw new CannotServe(
    `The database in ${cluster} belongs to another user: start as that user or as root, or choose another LEGWORK_DATA_DIR.`,
  );
}

function ownerOf(path: string): number {
  return statSync(path).uid;
}

function whyUnusable(code: string): string {
  switch (code) {
    case "EACCES":
    case "EPERM":
    // What /proc says to whoever wants to make a folder in it.
    case "ENOENT":
      return "is not writable for you";
    case "EROFS":
      return "lies on a read-only disk";
    case "ENOSPC":
    case "EDQUOT":
      return "lies on a full disk";
    case "ENOTDIR":
    case "EEXIST":
      return "is not a folder";
    default:
      return `cannot be used (${code})`;
  }
}
