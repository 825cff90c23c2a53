import type { SyncedRecord } from "../wire/sync";

/**
 * Whether somebody with these kinds may read `record`; null = all. A held value belongs to the record it was meant for: whoever may read
 * that one may read it, and the tombstone of a held value, which says nothing, goes to everybody.
 */
export function isReadable(
  kinds: readonly string[] | null,
  record: Pick<SyncedRecord, "kind" | "body" | "deleted">,
): boolean {
  if (kinds === null) return true;
  if (record.kind !== "held") return kinds.includes(record.kind);
  return record.deleted || kinds.some((kind) => kind === record.body["kind"]);
}
