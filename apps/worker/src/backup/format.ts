import * as v from "valibot";

/**
 * A backup is gzip of text. Lines of JSON say what follows; between `table` and `tableEnd` stand the rows as Postgres copies them, one
 * line each (it writes a line break inside a value as `\n`), closed by a line `\.`. So `zcat` and `psql` alone can read one.
 */
export const FORMAT = "legwork-backup";
/** Rises when an older program could no longer read what is written. */
export const FORMAT_VERSION = 1;
/** Closes the rows of a table; no row of Postgres' text format looks like it. */
export const ROWS_END = "\\.\n";

const Count = v.pipe(v.number(), v.integer(), v.minValue(0));
const Sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const TableName = v.pipe(v.string(), v.minLength(1));

/** First line: what the file is, and what must be in it. */
export const Header = v.object({
  line: v.literal("header"),
  format: v.literal(FORMAT),
  version: v.literal(FORMAT_VERSION),
  app: v.string(),
  madeAt: v.pipe(v.string(), v.isoTimestamp()),
  /** Hashes of the migrations the tables have had, in order: the version of the schema. */
  migrations: v.array(Sha256),
  /** Which life of the server this was; null before servers knew. */
  serverEpoch: v.nullable(v.string()),
  tables: v.array(TableName),
});
export type Header = v.InferOutput<typeof Header>;

/** A secret that lies beside the database, without which everybody would have to sign in again. */
export const FileLine = v.object({
  line: v.literal("file"),
  name: v.literal("session-secret"),
  content: v.string(),
});
export const TableLine = v.object({ line: v.literal("table"), name: TableName, columns: v.array(v.string()) });
export const TableEndLine = v.object({
  line: v.literal("tableEnd"),
  name: TableName,
  rows: Count,
  bytes: Count,
  /** Of the rows' bytes. */
  sha256: Sha256,
});
export const SequencesLine = v.object({
  line: v.literal("sequences"),
  /** The last value each handed out, as text: it may be larger than a number holds. */
  last: v.record(v.string(), v.pipe(v.string(), v.regex(/^-?\d+$/))),
});
/** Last line: a file without it is cut off. */
export const EndLine = v.object({
  line: v.literal("end"),
  tables: Count,
  rows: Count,
  bytes: Count,
  /** Of every byte before this line. */
  sha256: Sha256,
});
export type EndLine = v.InferOutput<typeof EndLine>;

export const Line = v.variant("line", [Header, FileLine, TableLine, TableEndLine, SequencesLine, EndLine]);
export type Line = v.InferOutput<typeof Line>;

/** What a first line must have for the reader to know whose version it is. */
export const AnyHeader = v.looseObject({ line: v.literal("header"), format: v.literal(FORMAT), version: Count });

export function lineText(line: Line): string {
  return `${JSON.stringify(line)}\n`;
}
