import { readBody, type RecordKind } from "@legwork/core/record";
import type { StoredRecord } from "@/local-db";
import type { ReadRecord } from "./records";

/** Null for a body of a newer core that this one cannot read: it is kept and synced, but not shown. */
export function readStored<Kind extends RecordKind>(kind: Kind, stored: StoredRecord): ReadRecord<Kind> | null {
  const body = readBody(kind, stored.body);
  return body.ok && stored.kind === kind ? { id: stored.id, kind, fields: body.fields } : null;
}
