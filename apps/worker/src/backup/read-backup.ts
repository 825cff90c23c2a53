import { createHash, type Hash } from "node:crypto";
import { createReadStream } from "node:fs";
import { createGunzip } from "node:zlib";
import { errorCode } from "@legwork/db/embedded";
import * as v from "valibot";
import { AnyHeader, FORMAT_VERSION, type Header, Line, ROWS_END } from "./format";

/** Why a file cannot be restored, in one sentence. */
export class UnusableBackup extends Error {
  override readonly name = "UnusableBackup";
}

export type BackupPart =
  | Line
  /** Whole rows of the table whose line came last. */
  | { readonly line: "rows"; readonly rows: Buffer };

const NEWLINE = 0x0a;
const CLOSING = Buffer.from(ROWS_END);
const CLOSING_BELOW_ROWS = Buffer.from(`\n${ROWS_END}`);
/** Postgres holds no larger value; a line that is longer was never a row. */
const LINE_BYTES_MAX = 2 ** 30;

/**
 * Reads a backup part by part and throws `UnusableBackup` at the first that is not as it was written. Only when the `end` part has come
 * is the file whole: what came before may be followed by damage.
 */
export async function* readBackup(path: string): AsyncGenerator<BackupPart> {
  const judge = makeJudge(path);
  let pending: Buffer = Buffer.alloc(0);
  for await (const chunk of unpacked(path)) {
    pending = pending.length === 0 ? chunk : Buffer.concat([pending, chunk]);
    for (let taken = take(pending, judge); taken !== null; taken = take(pending, judge)) {
      pending = pending.subarray(taken.bytes);
      if (taken.part !== null) yield taken.part;
    }
    if (pending.length > LINE_BYTES_MAX) throw damaged(path);
  }
  judge.closeFile(pending.length);
}

interface Taken {
  readonly bytes: number;
  readonly part: BackupPart | null;
}

/** The next whole part at the beginning of `bytes`; null when more must be read first. */
function take(bytes: Buffer, judge: Judge): Taken | null {
  if (!judge.isInRows()) {
    const end = bytes.indexOf(NEWLINE) + 1;
    return end === 0 ? null : { bytes: end, part: judge.line(bytes.subarray(0, end)) };
  }
  if (bytes.subarray(0, CLOSING.length).equals(CLOSING)) {
    judge.closeRows(bytes.subarray(0, CLOSING.length));
    return { bytes: CLOSING.length, part: null };
  }
  const closing = bytes.indexOf(CLOSING_BELOW_ROWS);
  const end = closing === -1 ? bytes.lastIndexOf(NEWLINE) + 1 : closing + 1;
  if (end === 0) return null;
  const rows = bytes.subarray(0, end);
  judge.rows(rows);
  return { bytes: end, part: { line: "rows", rows } };
}

interface Judge {
  isInRows(): boolean;
  line(bytes: Buffer): BackupPart;
  rows(bytes: Buffer): void;
  closeRows(bytes: Buffer): void;
  closeFile(leftBytes: number): void;
}

interface OpenTable {
  readonly name: string;
  readonly hash: Hash;
  rows: number;
  bytes: number;
}

/** Compares what is read with what the file says about itself. */
function makeJudge(path: string): Judge {
  const whole = createHash("sha256");
  let bytesRead = 0;
  let header: Header | null = null;
  let table: OpenTable | null = null;
  let inRows = false;
  let isOver = false;
  const seen: string[] = [];
  let rowsSeen = 0;

  const count = (bytes: Buffer) => {
    whole.update(bytes);
    bytesRead += bytes.length;
  };

  function check(part: Line): boolean {
    switch (part.line) {
      case "header":
        return header === null;
      case "file":
        return seen.length === 0 && table === null;
      case "table":
        if (table !== null || header?.tables[seen.length] !== part.name) return false;
        table = { name: part.name, hash: createHash("sha256"), rows: 0, bytes: 0 };
        inRows = true;
        return true;
      case "tableEnd": {
        const open = table;
        table = null;
        if (open === null || open.name !== part.name) return false;
        seen.push(open.name);
        rowsSeen += open.rows;
        return open.rows === part.rows && open.bytes === part.bytes && open.hash.digest("hex") === part.sha256;
      }
      case "sequences":
        return table === null;
      case "end":
        break;
    }
    isOver = true;
    return (
      table === null &&
      seen.length === header?.tables.length &&
      part.tables === seen.length &&
      part.rows === rowsSeen &&
      part.bytes === bytesRead &&
      part.sha256 === whole.copy().digest("hex")
    );
  }

  return {
    isInRows: () => inRows,
    line(bytes) {
      if (isOver) throw damaged(path);
      const part = header === null ? readHeader(path, bytes) : readLine(path, bytes);
      if (!check(part)) throw damaged(path);
      if (part.line === "header") header = part;
      count(bytes);
      return part;
    },
    rows(bytes) {
      if (table === null) throw damaged(path);
      count(bytes);
      table.hash.update(bytes);
      table.bytes += bytes.length;
      for (let at = bytes.indexOf(NEWLINE); at !== -1; at = bytes.indexOf(NEWLINE, at + 1)) table.rows += 1;
    },
    closeRows(bytes) {
      count(bytes);
      inRows = false;
    },
    closeFile(leftBytes) {
      if (header === null) throw noBackup(path);
      if (!isOver) throw cutOff(path);
      if (leftBytes > 0) throw damaged(path);
    },
  };
}

function readHeader(path: string, bytes: Buffer): Header {
  const any = v.safeParse(AnyHeader, parsed(bytes));
  if (!any.success) throw noBackup(path);
  if (any.output.version > FORMAT_VERSION) {
    throw new UnusableBackup(
      `${path} was made by a newer Legwork (format ${any.output.version}, this one reads ${FORMAT_VERSION}): update first.`,
    );
  }
  const line = v.safeParse(Line, any.output);
  if (!line.success || line.output.line !== "header") throw damaged(path);
  return line.output;
}

function readLine(path: string, bytes: Buffer): Line {
  const line = v.safeParse(Line, parsed(bytes));
  if (!line.success) throw damaged(path);
  return line.output;
}

function parsed(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString());
  } catch {
    return null;
  }
}

async function* unpacked(path: string): AsyncGenerator<Buffer> {
  const file = createReadStream(path);
  const gunzip = createGunzip();
  file.on("error", (error) => gunzip.destroy(error));
  file.pipe(gunzip);
  try {
    for await (const chunk of gunzip) yield chunk as Buffer;
  } catch (error) {
    throw translated(error, path);
  } finally {
    file.destroy();
    gunzip.destroy();
  }
}

function translated(error: unknown, path: string): unknown {
  switch (errorCode(error)) {
    case "ENOENT":
      return new UnusableBackup(`There is no file ${path}.`);
    case "EISDIR":
      return new UnusableBackup(`${path} is a folder, not a backup.`);
    case "EACCES":
      return new UnusableBackup(`${path} is not readable for you.`);
    case "Z_BUF_ERROR":
      return cutOff(path);
    case "Z_DATA_ERROR":
      return error instanceof Error && error.message === "incorrect header check" ? noBackup(path) : damaged(path);
    default:
      return error;
  }
}

function noBackup(path: string): UnusableBackup {
  return new UnusableBackup(`${path} is no backup of Legwork.`);
}

function cutOff(path: string): UnusableBackup {
  return new UnusableBackup(`${path} is cut off: its end is missing.`);
}

function damaged(path: string): UnusableBackup {
  return new UnusableBackup(`${path} is damaged: its contents do not match their checksums.`);
}
