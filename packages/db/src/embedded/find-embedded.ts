import type { PostgresAddress } from "../connection";
import { findBinaries } from "./binaries";
import { existingCluster, DATABASE_USER } from "./cluster";
import { findHome } from "./home";
import { readLockFile } from "./postmaster";
import { takeServingLock } from "./serving-lock";
import { DATABASE } from "./start-embedded";

/** What a second program finds in a data folder; it changes nothing there. */
export type FoundEmbedded =
  /** Somebody serves it: the same Postgres may be used beside them. */
  | { readonly status: "served"; readonly connection: PostgresAddress }
  /** The database is there, and nobody serves it: `startEmbedded` does. */
  | { readonly status: "idle" }
  | { readonly status: "missing" };

/** Finds the built-in Postgres of a data folder, running or not. */
export async function findEmbedded(dataDir: string): Promise<FoundEmbedded> {
  const home = findHome(dataDir, findBinaries());
  const cluster = existingCluster(home);
  if (cluster === null) return { status: "missing" };
  const found = readLockFile(cluster);
  if (found === null) return { status: "idle" };
  const { host, port } = found.postmaster;
  const result = await takeServingLock(cluster, found.postmaster);
  if (result.status === "served") {
    const { password } = cluster;
    return { status: "served", connection: { host, port, user: DATABASE_USER, password, database: DATABASE } };
  }
  // A killed server left it: whoever starts stops it first.
  if (result.status === "locked") await result.lock.release();
  return { status: "idle" };
}
