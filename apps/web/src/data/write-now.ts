import { makeBody, type RunnerId } from "@legwork/core/record";
import type { LocalDb } from "@/local-db";
import { type RecordWrite, writeRecords } from "@/sync";
import type { WholeRecord, Write } from "./write-record";

/** Puts the changes on the disk, all or none. */
export function writeNow(db: LocalDb, makeWrites: (runner: RunnerId) => readonly Write[]): Promise<void> {
  return writeRecords(db, (runner) => makeWrites(runner).map(asPatch), Date.now());
}

function asPatch(write: Write): RecordWrite {
  return "fields" in write ? { id: write.id, kind: write.kind, patch: bodyOf(write) } : write;
}

// The kind and its fields belong together by the type of a whole record.
function bodyOf({ kind, fields }: WholeRecord) {
  return makeBody(kind, fields);
}
