import { randomUUID } from "node:crypto";
import pg from "pg";
import { closeDatabase, type Db, openDatabase, type PostgresAddress } from "../connection";
import { sharedPostgres } from "./shared-postgres";

/** A migrated database of its own on the shared Postgres of the tests. */
export interface TestDatabase {
  readonly db: Db;
  readonly connection: PostgresAddress;
  /** The same as a URL, for a server in a child process. */
  readonly url: string;
  /** Closes and drops it. */
  close(): Promise<void>;
}

export interface TestDatabaseOptions {
  readonly poolSize?: number;
  /** Begin without tables. */
  readonly isEmpty?: boolean;
}

export async function testDatabase(options: TestDatabaseOptions = {}): Promise<TestDatabase> {
  const shared = sharedPostgres();
  const database = `test_${randomUUID().replaceAll("-", "")}`;
  await administer(`create database ${database} template ${options.isEmpty ? "template0" : shared.database}`);
  const connection = { ...shared, database };
  const db = openDatabase({ connection, poolSize: options.poolSize ?? 5 });
  const close = async () => {
    await closeDatabase(db);
    await administer(`drop database ${database} with (force)`);
  };
  return { db, connection, url: urlOf(connection), close };
}

async function administer(statement: string): Promise<void> {
  const client = new pg.Client({ ...sharedPostgres(), database: "postgres" });
  await client.connect();
  await client.query(statement);
  await client.end();
}

function urlOf({ host, port, user, password, database }: PostgresAddress): string {
  const credentials = `${encodeURIComponent(user)}:${encodeURIComponent(password)}`;
  return host.startsWith("/")
    ? `postgres://${credentials}@/${database}?host=${encodeURIComponent(host)}&port=${port}`
    : `postgres://${credentials}@${host}:${port}/${database}`;
}
