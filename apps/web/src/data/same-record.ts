import { replaceEqualDeep } from "@tanstack/react-query";
import type { StoredRecord } from "@/local-db";

const known = new Map<string, StoredRecord>();

/**
 * The record as it was read before, where nothing of it changed. The database hands out a new copy at every read; what the rules
 * worked out from years of sessions is found again only for the same one.
 */
export function sameRecord(read: StoredRecord): StoredRecord {
  const key = `${read.runner} ${read.id}`;
  const record = replaceEqualDeep<StoredRecord>(known.get(key), read);
  known.set(key, record);
  return record;
}
