import { once } from "node:events";
import type { Writable } from "node:stream";
import { finished } from "node:stream/promises";
import { type Connection, type Db, inTransaction, type Tx } from "@legwork/db";
import { CannotServe } from "@legwork/db/embedded";
import { from as copyFrom } from "pg-copy-streams";
import { quoted, quotedColumns, readTables, type Table } from "./catalog";
import { type BackupPart, readBackup, UnusableBackup } from "./read-backup";

/** What an empty database may hold: its own birth certificate, and who knocked too often. */
const MAY_HAVE_ROWS = new Set(["server_state", "rate_limit"]);

/** Loads all tables in one transaction, with what `finish` adds: everything is there afterwards, or nothing. */
export function loadBackup(db: Db, path: string, finish: (tx: Tx) => Promise<void>): Promise<void> {
  return inTransaction(db, async (tx) => {
    const tables = await readTables(tx);
    const names = tables.map(({ name }) => quoted(name)).join(", ");
    await tx.client.query(`lock table ${names} in access exclusive mode`);
    await refuseFilled(tx, tables);
    await tx.client.query(`truncate ${names}`);
    let copying: Copying | null = null;
    for await (const part of readBackup(path)) {
      copying = await load(tx, { part, copying, tables });
    }
    await finish(tx);
  });
}

/** Throws when a table holds rows. */
export async function refuseFilled({ client }: Connection, tables: readonly Table[]): Promise<void> {
  for (const { name } of tables) {
    if (MAY_HAVE_ROWS.has(name)) continue;
    const { rows } = await client.query(`select 1 from ${quoted(name)} limit 1`);
    if (rows.length > 0) {
      throw new CannotServe(
        "The database is not empty, and a restore never writes over data. Set LEGWORK_DATA_DIR to a new folder (with an outside Postgres: DATABASE_URL to a new database), or move the old data folder away.",
      );
    }
  }
}

interface Copying {
  readonly stream: Writable & { readonly rowCount: number };
  readonly ended: Promise<void>;
}

interface Loading {
  readonly part: BackupPart;
  readonly copying: Copying | null;
  readonly tables: readonly Table[];
}

async function load(tx: Tx, { part, copying, tables }: Loading): Promise<Copying | null> {
  switch (part.line) {
    case "header": {
      const unknown = part.tables.find((name) => !tables.some((table) => table.name === name));
      const missing = tables.find(({ name }) => !part.tables.includes(name));
      if (unknown !== undefined) throw new UnusableBackup(`The backup holds a table that is not ours: ${unknown}.`);
      if (missing !== undefined) throw new UnusableBackup(`The backup holds no table ${missing.name}.`);
      return null;
    }
    case "table":
      return beginCopy(tx, part);
    case "rows":
      if (copying !== null && !copying.stream.write(part.rows)) {
        await Promise.race([once(copying.stream, "drain"), copying.ended]);
      }
      return copying;
    case "tableEnd":
      copying?.stream.end();
      await copying?.ended;
      if (copying?.stream.rowCount !== part.rows)
        throw new Error(`Postgres took other rows of ${part.name} than were read.`);
      return null;
    case "sequences":
      for (const [name, last] of Object.entries(part.last)) {
        await tx.client.query("select setval($1::regclass, $2)", [quoted(name), last]);
      }
      break;
    case "file":
    case "end":
      break;
  }
  return null;
}

function beginCopy(tx: Tx, table: Table): Copying {
  const stream = tx.client.query(copyFrom(`copy ${quoted(table.name)} (${quotedColumns(table)}) from stdin`));
  const ended = finished(stream);
  ended.catch(() => {});
  return { stream, ended };
}
