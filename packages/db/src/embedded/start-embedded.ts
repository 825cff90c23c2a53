import type { PostgresAddress } from "../connection";
import { findBinaries } from "./binaries";
import { CannotServe } from "./cannot-serve";
import { type Cluster, DATABASE_USER, openCluster, whyPostgresFailed } from "./cluster";
import { findHome, type Home } from "./home";
import {
  readLockFile,
  removeStaleLockFile,
  type OwnPostmaster,
  readLog,
  startPostmaster,
  stopPostmaster,
} from "./postmaster";
import { isAlive } from "./process-alive";
import { type ServingLock, takeServingLock } from "./serving-lock";

export interface EmbeddedOptions {
  /** Made when missing. One server at a time serves it. */
  readonly dataDir: string;
  /** For tests: nothing is synced to the disk. */
  readonly isThrowAway?: boolean;
}

/** The built-in Postgres of one data folder, running and ours. */
export interface EmbeddedPostgres {
  readonly connection: PostgresAddress;
  /** Where the database really lies, and as whom it runs when that is not us. */
  readonly folder: string;
  readonly isElsewhere: boolean;
  readonly user: string | null;
  /** True when a Postgres that a killed server had left running was stopped first. */
  readonly stoppedLeftover: boolean;
  /** True when the data folder was emptied or renewed but its database still lay elsewhere. */
  readonly isFoundAgain: boolean;
  /** Settles when Postgres or our hold on it ended before `stop` was called, with the reason. */
  readonly failed: Promise<string>;
  stop(): Promise<void>;
}

export const DATABASE = "legwork";
const START_WITHIN_MS = 60_000;
const ASK_EVERY_MS = 20;

/** Starts Postgres on a data folder, making it first when needed. Throws `CannotServe` with a sentence for the person. */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const home = findHome(options.dataDir, findBinaries());
  const durability = { isThrowAway: options.isThrowAway ?? false };
  const cluster = await openCluster(home, durability);
  const deadline = performance.now() + START_WITHIN_MS;
  let stoppedLeftover = false;

  while (performance.now() < deadline) {
    stoppedLeftover = (await clearLeftover(home, cluster, deadline)) || stoppedLeftover;
    const postmaster = await startPostmaster(home, cluster, durability);
    const lock = await lockOrEnd(home, cluster, postmaster, deadline);
    if (lock === null) continue;
    const database = await openOwnDatabase(lock);
    const connection = { ...address(postmaster), user: DATABASE_USER, password: cluster.password, database };
    return running({ home, cluster, postmaster, lock, connection, stoppedLeftover });
  }
  throw new CannotServe(
    `The database in ${cluster.folder} did not start within ${START_WITHIN_MS / 1000} s; see ${cluster.folder}/log.`,
  );
}

/** Stops a Postgres that nobody serves any more, and says whether there was one. Throws when somebody serves it. */
async function clearLeftover(home: Home, cluster: Cluster, deadline: number): Promise<boolean> {
  let wasLeft = false;
  for (let found = readLockFile(cluster); found !== null; found = readLockFile(cluster)) {
    const { postmaster, isRunning } = found;
    const result = await takeServingLock(cluster, postmaster);
    if (result.status === "served") throw alreadyServed(home, result.by);
    if (result.status === "locked" && !isRunning) throw outOfSight(cluster);
    if (result.status === "silent" && !isRunning) {
      // When the process is gone, Postgres itself sees that and clears up.
      if (isAlive(postmaster.pid)) removeStaleLockFile(cluster, found);
      return wasLeft;
    }
    if (result.status === "locked") {
      wasLeft = true;
      await stopPostmaster(postmaster);
    } else if (performance.now() > deadline) {
      throw new CannotServe(
        `A Postgres (process ${postmaster.pid}) runs on ${cluster.folder} but does not answer: stop it and start again.`,
      );
    }
    await pause();
  }
  return wasLeft;
}

function outOfSight(cluster: Cluster): CannotServe {
  return new CannotServe(
    `A Postgres that cannot be seen from here, perhaps in another container, runs on ${cluster.folder}: stop it and start again.`,
  );
}

/** Null when our Postgres ended because another server was faster: look again. */
async function lockOrEnd(
  home: Home,
  cluster: Cluster,
  postmaster: OwnPostmaster,
  deadline: number,
): Promise<ServingLock | null> {
  while (!postmaster.hasEnded() && performance.now() < deadline) {
    const result = await takeServingLock(cluster, postmaster);
    if (result.status === "locked") return result.lock;
    // They took ours for a leftover and hold it now; leaving it alone is what serves them.
    if (result.status === "served") throw alreadyServed(home, result.by);
    await pause();
  }
  if (!postmaster.hasEnded()) {
    await stopPostmaster(postmaster);
    return null;
  }
  if (readLockFile(cluster)?.isRunning) return null;
  const log = readLog(cluster);
  if (/lock file ".*" already exists|received fast shutdown request/.test(log.split("\n").slice(-12).join("\n")))
    return null;
  throw new CannotServe(`The database in ${cluster.folder} does not start: ${whyPostgresFailed(log)}`);
}

async function openOwnDatabase(lock: ServingLock): Promise<string> {
  const found = await lock.query("select from pg_database where datname = $1", [DATABASE]);
  if (found.length === 0) await lock.query(`create database ${DATABASE}`);
  return DATABASE;
}

interface Running {
  readonly home: Home;
  readonly cluster: Cluster;
  readonly postmaster: OwnPostmaster;
  readonly lock: ServingLock;
  readonly connection: PostgresAddress;
  readonly stoppedLeftover: boolean;
}

function running({ home, cluster, postmaster, lock, connection, stoppedLeftover }: Running): EmbeddedPostgres {
  let isStopping = false;
  const failed = new Promise<string>((resolve) => {
    void postmaster.ended.then(() => isStopping || resolve("Postgres ended by itself"));
    void lock.lost.then(() => isStopping || resolve("the hold on the data folder was lost"));
  });
  return {
    connection,
    folder: home.folder,
    isElsewhere: home.isElsewhere,
    user: home.runAs?.name ?? null,
    stoppedLeftover,
    isFoundAgain: cluster.isFoundAgain,
    failed,
    stop: async () => {
      isStopping = true;
      await stopPostmaster(postmaster);
    },
  };
}

function alreadyServed(home: Home, by: string): CannotServe {
  return new CannotServe(
    `The data folder ${home.asked} is already served by ${by}: stop that server first, or choose another LEGWORK_DATA_DIR.`,
  );
}

function address({ host, port }: OwnPostmaster): { readonly host: string; readonly port: number } {
  return { host, port };
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ASK_EVERY_MS));
}
