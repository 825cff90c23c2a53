import pg from "pg";
import { type Cluster, DATABASE_USER } from "./cluster";
import type { Postmaster } from "./postmaster";

/** Any number nobody else locks in the built-in Postgres. */
const SERVING_LOCK = 7_305_118_266;

/**
 * A session that says "this data folder is served". Postgres holds the lock as long as the session lives, so a killed server
 * leaves no stale lock behind, and no clock or process id is trusted.
 */
export interface ServingLock {
  /** Settles when the session broke, whoever ended it. */
  readonly lost: Promise<void>;
  query(text: string, values?: readonly unknown[]): Promise<readonly Record<string, unknown>[]>;
  release(): Promise<void>;
}

export type LockResult =
  | { readonly status: "locked"; readonly lock: ServingLock }
  /** Another server serves this folder. */
  | { readonly status: "served"; readonly by: string }
  /** Postgres is starting, stopping or gone. */
  | { readonly status: "silent"; readonly reason: string };

export async function takeServingLock(cluster: Cluster, postmaster: Postmaster): Promise<LockResult> {
  const client = new pg.Client({
    host: postmaster.host,
    port: postmaster.port,
    user: DATABASE_USER,
    password: cluster.password,
    database: "postgres",
    application_name: `legwork process ${process.pid}`,
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
  });
  const lost = new Promise<void>((resolve) => {
    client.once("end", resolve);
    client.on("error", () => resolve());
  });
  try {
    await client.connect();
    const { rows } = await client.query<{ locked: boolean }>("select pg_try_advisory_lock($1) as locked", [
      SERVING_LOCK,
    ]);
    if (rows[0]?.locked !== true) {
      const by = await holder(client);
      await client.end();
      return { status: "served", by };
    }
  } catch (error) {
    await client.end().catch(() => {});
    return { status: "silent", reason: error instanceof Error ? error.message : String(error) };
  }
  return {
    status: "locked",
    lock: {
      lost,
      query: async (text, values = []) => (await client.query<Record<string, unknown>>(text, [...values])).rows,
      release: () => client.end(),
    },
  };
}

async function holder(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ name: string }>(
    `select a.application_name as name from pg_locks l join pg_stat_activity a on a.pid = l.pid
     where l.locktype = 'advisory' and l.granted and l.pid <> pg_backend_pid() and (l.classid::bigint << 32) + l.objid::bigint = $1`,
    [SERVING_LOCK],
  );
  return rows[0]?.name.replace(/^legwork /, "") ?? "another server";
}
