import { createHash } from "node:crypto";
import { appliedMigrations, type Db, readServerState, type Tx } from "@legwork/db";
import { to as copyTo } from "pg-copy-streams";
import { quoted, quotedColumns, readSequences, readTables, type Table } from "./catalog";
import { FORMAT, FORMAT_VERSION, type Line, lineText, ROWS_END } from "./format";

export interface BackupSource {
  readonly db: Db;
  readonly app: string;
  readonly now: Date;
  /** Null when it is not kept in the data folder. */
  readonly sessionSecret: string | null;
}

export interface BackupSums {
  readonly tables: number;
  readonly rows: number;
  /** Before they are packed. */
  readonly bytes: number;
}

/**
 * Hands every byte of a backup to `write`, which says when it can take more: memory stays bounded whatever the tables hold. All of it
 * is one moment of the database, whoever writes meanwhile.
 */
export async function writeBackup(source: BackupSource, write: (chunk: Buffer) => Promise<void>): Promise<BackupSums> {
  const client = await source.db.client.connect();
  let broken: Error | boolean = true;
  try {
    await client.query("begin isolation level repeatable read read only");
    const sums = await writeSnapshot({ client }, source, write);
    await client.query("commit");
    broken = false;
    return sums;
  } finally {
    // In the middle of a COPY a rollback would wait for all of its rows: the connection is given up instead.
    client.release(broken);
  }
}

async function writeSnapshot(
  tx: Pick<Tx, "client">,
  { app, now, sessionSecret }: BackupSource,
  write: (chunk: Buffer) => Promise<void>,
): Promise<BackupSums> {
  // A slow disk may keep us waiting between two tables; and rows that a policy hides from us are an error, never left out.
  await tx.client.query("set local idle_in_transaction_session_timeout = 0");
  await tx.client.query("set local row_security = off");
  const tables = await readTables(tx);
  const all = counted(write);
  const say = (line: Line) => all.write(Buffer.from(lineText(line)));

  await say({
    line: "header",
    format: FORMAT,
    version: FORMAT_VERSION,
    app,
    madeAt: now.toISOString(),
    migrations: [...(await appliedMigrations(tx))],
    serverEpoch: tables.some(({ name }) => name === "server_state") ? (await readServerState(tx)).epoch : null,
    tables: tables.map(({ name }) => name),
  });
  if (sessionSecret !== null) await say({ line: "file", name: "session-secret", content: sessionSecret });
  let rows = 0;
  for (const table of tables) {
    await say({ line: "table", name: table.name, columns: [...table.columns] });
    const copied = await copyRows(tx, table, all.write);
    await all.write(Buffer.from(ROWS_END));
    await say({ line: "tableEnd", name: table.name, ...copied });
    rows += copied.rows;
  }
  await say({ line: "sequences", last: await readSequences(tx) });
  const sums = { tables: tables.length, rows, bytes: all.bytes() };
  await say({ line: "end", ...sums, sha256: all.sha256() });
  return sums;
}

async function copyRows(tx: Pick<Tx, "client">, table: Table, write: (chunk: Buffer) => Promise<void>) {
  const rows = tx.client.query(copyTo(`copy ${quoted(table.name)} (${quotedColumns(table)}) to stdout`));
  const sum = counted(write);
  for await (const chunk of rows) await sum.write(chunk as Buffer);
  return { rows: rows.rowCount, bytes: sum.bytes(), sha256: sum.sha256() };
}

function counted(write: (chunk: Buffer) => Promise<void>) {
  const hash = createHash("sha256");
  let bytes = 0;
  return {
    write: (chunk: Buffer) => {
      hash.update(chunk);
      bytes += chunk.length;
      return write(chunk);
    },
    bytes: () => bytes,
    sha256: () => hash.copy().digest("hex"),
  };
}
