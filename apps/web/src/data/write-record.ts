import type { FieldsByKind, RecordId, RecordKind, RunnerId } from "@legwork/core/record";
import type { RecordWrite } from "@/sync";
import { announceChange, localDb } from "./local-store";
import { syncLoop } from "./sync-runner";
import { tellingFailure } from "./write-failures";

export type { RecordWrite } from "@/sync";

/** A record written as a whole. */
export type WholeRecord = {
  readonly [Kind in RecordKind]: { readonly id: RecordId; readonly kind: Kind; readonly fields: FieldsByKind[Kind] };
}[RecordKind];

export type Write = RecordWrite | WholeRecord;

/** Resolves when the change is on the disk: only then may the screen say saved. */
export type WriteRecord = (
  writes: Write | readonly Write[] | ((runner: RunnerId) => readonly Write[]),
) => Promise<void>;

/** Writes this phone's records; what needs sending goes out by itself. */
export function useWriteRecord(): WriteRecord {
  return writeRecord;
}

const writeRecord: WriteRecord = async (writes) => {
  const makeWrites = typeof writes === "function" ? writes : () => (isList(writes) ? writes : [writes]);
  await tellingFailure(async () => (await loadWriting()).writeNow(localDb(), makeWrites));
  announceChange();
  syncLoop().poke("write");
};

/** The schemas are heavy, and a screen stands without them. Asked for at the start, so that no tap waits for them. */
export function loadWriting() {
  return import("./write-now");
}

function isList(writes: Write | readonly Write[]): writes is readonly Write[] {
  return Array.isArray(writes);
}
