import { makeBody, type FieldsByKind, type RecordId, type RecordKind, type RunnerId } from "@legwork/core/record";
import { type RecordWrite, writeRecords } from "@/sync";
import { announceChange, localDb } from "./local-store";
import { syncLoop } from "./sync-runner";

export type { RecordWrite } from "@/sync";

/** Resolves when the change is on the disk: only then may the screen say saved. */
export type WriteRecord = (
  writes: RecordWrite | readonly RecordWrite[] | ((runner: RunnerId) => readonly RecordWrite[]),
) => Promise<void>;

/** Writes this phone's records; what needs sending goes out by itself. */
export function useWriteRecord(): WriteRecord {
  return writeRecord;
}

const writeRecord: WriteRecord = async (writes) => {
  const list = typeof writes === "function" || isList(writes) ? writes : [writes];
  await writeRecords(localDb(), list, Date.now());
  announceChange();
  syncLoop().poke("write");
};

/** A whole record, or the parts of one that change: null in a patch removes an entry. */
export function wholeRecord<Kind extends RecordKind>(
  kind: Kind,
  id: RecordId,
  fields: FieldsByKind[Kind],
): RecordWrite {
  return { id, kind, patch: makeBody(kind, fields) };
}

function isList(writes: RecordWrite | readonly RecordWrite[]): writes is readonly RecordWrite[] {
  return Array.isArray(writes);
}
