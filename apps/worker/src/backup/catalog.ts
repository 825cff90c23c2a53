import type { Connection } from "@legwork/db";
import pg from "pg";

/** A table of ours as the database itself describes it: no list of names in the code, so no new table is forgotten. */
export interface Table {
  readonly name: string;
  /** Those that are stored; the database computes the others. */
  readonly columns: readonly string[];
}

const TABLES = `
  select t.table_name as name, array_agg(c.column_name::text order by c.ordinal_position) as columns
  from information_schema.tables t
  join information_schema.columns c on c.table_schema = t.table_schema and c.table_name = t.table_name and c.is_generated = 'NEVER'
  where t.table_schema = 'public' and t.table_type = 'BASE TABLE'
  group by t.table_name order by t.table_name`;
const REFERENCES = `
  select t.relname as name, r.relname as needs
  from pg_constraint c join pg_class t on t.oid = c.conrelid join pg_class r on r.oid = c.confrelid
  where c.contype = 'f' and c.connamespace = 'public'::regnamespace and t.oid <> r.oid`;
const SEQUENCES = `
  select sequencename as name, last_value::text as last from pg_sequences where schemaname = 'public' and last_value is not null`;

/** All tables, each after those it refers to. */
export async function readTables({ client }: Connection): Promise<readonly Table[]> {
  const { rows: tables } = await client.query<Table>(TABLES);
  const { rows: references } = await client.query<{ name: string; needs: string }>(REFERENCES);
  const ordered: Table[] = [];
  while (ordered.length < tables.length) {
    const missing = tables.filter((table) => !ordered.includes(table));
    const next = missing.filter(({ name }) =>
      references.every((one) => one.name !== name || !missing.some((table) => table.name === one.needs)),
    );
    if (next.length === 0)
      throw new Error(`Tables refer to each other: ${missing.map(({ name }) => name).join(", ")}.`);
    ordered.push(...next);
  }
  return ordered;
}

/** The last value of each sequence that has handed one out. */
export async function readSequences({ client }: Connection): Promise<Readonly<Record<string, string>>> {
  const { rows } = await client.query<{ name: string; last: string }>(SEQUENCES);
  return Object.fromEntries(rows.map(({ name, last }) => [name, last]));
}

export function quoted(name: string): string {
  return `public.${pg.escapeIdentifier(name)}`;
}

export function quotedColumns({ columns }: Pick<Table, "columns">): string {
  return columns.map((column) => pg.escapeIdentifier(column)).join(", ");
}
