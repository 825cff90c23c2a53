import type { Writable } from "node:stream";
import { drizzle, type NodePgDatabase } from "drizzle-orm/node-postgres";
import pg from "pg";
import type { RunnerId } from "@legwork/core/record";
import * as schema from "./schema";

/** Where a Postgres listens; `host` is a folder when it is a socket. */
export interface PostgresAddress {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly database: string;
}

/** Bounds, in milliseconds, that Postgres itself keeps, so that one request cannot hold a connection for ever. */
export interface DatabaseWaits {
  readonly statementMs: number;
  /** For a lock that somebody else holds. */
  readonly lockMs: number;
  /** Between two statements of a transaction. */
  readonly idleInTransactionMs: number;
}

/** Of a server that answers requests. Our own choices: a thousandfold of what a push takes; a runner's lock is held for milliseconds. */
export const REQUEST_WAITS: DatabaseWaits = { statementMs: 15_000, lockMs: 5_000, idleInTransactionMs: 15_000 };

export type DatabaseOptions = ({ readonly url: string } | { readonly connection: PostgresAddress }) & {
  /** Connections at most; 10 when not given. */
  readonly poolSize?: number;
  /** How long statements of the pool may take; without end when not given. */
  readonly waits?: DatabaseWaits;
  /** `copying` whole tables needs a connection to itself; otherwise statements that do not need each other's answer travel together. */
  readonly use?: "requests" | "copying";
};

/** What every query function takes: the database itself, or an open transaction of it. */
export interface Connection {
  readonly client: pg.Pool | pg.PoolClient;
}

/** An open database. `orm` is Drizzle over our schema, for better-auth and for queries that are not hot. */
export interface Db extends Connection {
  readonly client: pg.Pool;
  readonly orm: NodePgDatabase<typeof schema>;
  /** Whether the role behind which a transaction sees one runner only is there; asked once. */
  hasRunnerRole(): Promise<boolean>;
  /** A connection of its own beside the pool, not yet open. */
  newClient(): pg.Client;
}

/** A transaction; made by `inTransaction` only. */
export interface Tx extends Connection {
  readonly client: pg.PoolClient;
  /** A statement whose answer the work need not wait for: it goes out together with what is asked next, and the commit waits for it. */
  behind(statement: () => Promise<unknown>): void;
}

export interface TransactionOptions {
  /** `snapshot` is REPEATABLE READ READ ONLY: all statements see the same moment. */
  readonly mode?: "write" | "snapshot";
  /** The runners whose rows the transaction may see and write, whatever its statements say: Postgres itself keeps all others away. */
  readonly runners?: readonly RunnerId[];
}

/** A statement that each connection parses and plans once. */
export interface Statement {
  readonly name: string;
  readonly text: string;
}

const POOL_SIZE = 10;
/** Our own choice: a request rather fails than waits longer for a free connection. */
const CONNECT_WITHIN_MS = 5_000;
/**
 * A new connection costs a process of Postgres, a password check and plans made anew, and is asked for just when many requests wait. Our
 * own choice: longer than a server rests between two syncs of a busy club, shorter than the four minutes after which gateways of clouds
 * forget a silent connection.
 */
const IDLE_CONNECTION_MS = 120_000;
/**
 * Our statements look rows up by their keys, so no value changes the best way to them; left to itself Postgres plans those with lists anew
 * each time, for a quarter of what a push costs it. Growing tables are planned anew when they are analyzed.
 */
const PLAN_ONCE = "-c plan_cache_mode=force_generic_plan";
// A rev stays far below 2^53, so int8 is a number to us.
const types = new pg.TypeOverrides();
types.setTypeParser(pg.types.builtins.INT8, Number);

/** Opens a pool; connects lazily, so ask `pingDatabase` whether it answers. A malformed URL throws. */
export function openDatabase(options: DatabaseOptions): Db {
  const connection = {
    ...("url" in options ? { connectionString: options.url } : options.connection),
    connectionTimeoutMillis: CONNECT_WITHIN_MS,
    idleTimeoutMillis: IDLE_CONNECTION_MS,
    options: PLAN_ONCE,
    pipeline: options.use !== "copying",
    types,
  };
  const { poolSize = POOL_SIZE, waits } = options;
  const client = new pg.Pool({ ...connection, max: poolSize, ...(waits === undefined ? {} : waitSettings(waits)) });
  // An idle connection that breaks is replaced at its next use; without a listener Node would end the process.
  client.on("error", () => {});
  // The pool listens to idle connections only; one that breaks between two statements of a transaction fails the next of them.
  client.on("connect", (connected) => connected.on("error", () => {}));
  let runnerRole: Promise<boolean> | null = null;
  const hasRunnerRole = () => {
    // A failure is not remembered: the database may have been away.
    runnerRole ??= findRunnerRole(client).catch((error: unknown) => {
      runnerRole = null;
      throw error;
    });
    return runnerRole;
  };
  const newClient = () => new pg.Client({ ...connection, keepAlive: true });
  return { client, orm: drizzleOver(client), hasRunnerRole, newClient };
}

/** The role of `inTransaction` with a runner; the migration makes it where it may. */
const RUNNER_ROLE = "legwork_runner";

async function findRunnerRole(client: pg.Pool): Promise<boolean> {
  const { rows } = await client.query<{ has: boolean }>(
    // Postgres 15 does not know the privilege SET yet: a member may.
    `select exists (
       select from pg_roles r where r.rolname = $1 and pg_has_role(
         r.oid, case when current_setting('server_version_num')::int >= 160000 then 'SET' else 'MEMBER' end)
     ) as has`,
    [RUNNER_ROLE],
  );
  return rows[0]?.has ?? false;
}

function waitSettings({ statementMs, lockMs, idleInTransactionMs }: DatabaseWaits): pg.PoolConfig {
  return {
    statement_timeout: statementMs,
    lock_timeout: lockMs,
    idle_in_transaction_session_timeout: idleInTransactionMs,
  };
}

function drizzleOver(client: pg.Pool): Db["orm"] {
  const orm = drizzle(client, { schema });
  // Drizzle's own never gives the connection back when its `begin` fails: the pool would run dry and never close.
  orm.transaction = async (work, config) => {
    const connection = await client.connect();
    try {
      return await drizzle(connection, { schema }).transaction(work, config);
    } finally {
      connection.release();
    }
  };
  return orm;
}

/** Waits for running queries and closes every connection. */
export async function closeDatabase(db: Db): Promise<void> {
  await db.client.end();
}

/** Milliseconds of one round trip; throws when the database does not answer. */
export async function pingDatabase(db: Db): Promise<number> {
  const startedAt = performance.now();
  await db.client.query("select 1");
  return performance.now() - startedAt;
}

/** Runs a prepared statement and returns its rows. `Row` is what the statement's select list says. */
export async function rowsOf<Row>(connection: Connection, statement: Statement, values: unknown[]): Promise<Row[]> {
  const result = await connection.client.query({ name: statement.name, text: statement.text, values });
  return result.rows as Row[];
}

/** Commits what `work` did when it returns; rolls everything back when it throws. */
export async function inTransaction<Result>(
  db: Db,
  work: (tx: Tx) => Promise<Result>,
  options: TransactionOptions = {},
): Promise<Result> {
  const { mode = "write", runners } = options;
  const begin = runners !== undefined && (await db.hasRunnerRole()) ? BEGIN[mode] + behindWall(runners) : BEGIN[mode];
  const client = await db.client.connect();
  let broken: Error | boolean = false;
  const asked: Promise<unknown>[] = [];
  const behind = (statement: () => Promise<unknown>) => {
    inOnePiece(client);
    const answer = statement();
    // Whoever fails first is told below.
    answer.catch(() => {});
    asked.push(answer);
  };
  try {
    behind(() => client.query(begin));
    const result = await work({ client, behind });
    // Answers come in the order of the questions: of several failures the first one is the cause.
    await Promise.all([...asked, client.query("commit")]);
    return result;
  } catch (error) {
    const first = (await Promise.allSettled(asked)).find((each) => each.status === "rejected");
    await client.query("rollback").catch((rollbackError: Error) => {
      broken = rollbackError;
    });
    throw first?.status === "rejected" ? first.reason : error;
  } finally {
    client.release(broken);
  }
}

/** What is asked within this turn of the event loop leaves in one write: each write is a system call. */
function inOnePiece(client: pg.PoolClient): void {
  const { connection } = client as pg.PoolClient & { readonly connection?: { readonly stream?: Writable } };
  connection?.stream?.cork();
  process.nextTick(() => connection?.stream?.uncork());
}

const BEGIN = {
  write: "begin isolation level read committed",
  snapshot: "begin isolation level repeatable read read only",
} as const;

/** Sent with `begin` in one message, so that it costs no round trip. */
function behindWall(runners: readonly RunnerId[]): string {
  // Set takes no parameters, and the texts of ids are all that goes in.
  if (!runners.every((runner) => /^[0-9a-f-]{36}$/.test(runner))) {
    throw new TypeError("A runner id is a UUID in lower case.");
  }
  return `; set local role ${RUNNER_ROLE}; set local legwork.runner = '${runners.join()}'`;
}
