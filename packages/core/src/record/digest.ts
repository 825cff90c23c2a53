import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, hexToBytes, utf8ToBytes } from "@noble/hashes/utils.js";
import type { SyncedRecord } from "../wire/sync";

/** What a digest reads of a record. */
export type DigestedRecord = Pick<SyncedRecord, "id" | "kind" | "opId" | "deleted">;

/** Of one kind: how many live records, and xor of the first 8 bytes of SHA-256(id ‖ opId) as 16 hex digits. */
export interface KindDigest {
  readonly count: number;
  readonly xor: string;
}
export type Digest = Readonly<Record<string, KindDigest>>;

const BYTES = 8;
const NOTHING: KindDigest = { count: 0, xor: "0".repeat(2 * BYTES) };

/** The digest of all live records. Kinds without one are left out, so equal sets give equal digests. */
export function digestOf(records: Iterable<DigestedRecord>): Digest {
  let digest: Digest = {};
  for (const record of records) digest = changeDigest(digest, null, record);
  return digest;
}

/** `digest` after one record went from `before` to `after`; null = there was or is none. */
export function changeDigest(digest: Digest, before: DigestedRecord | null, after: DigestedRecord | null): Digest {
  let changed = digest;
  if (before !== null && !before.deleted) changed = turn(changed, before, -1);
  if (after !== null && !after.deleted) changed = turn(changed, after, 1);
  return changed;
}

/** The part of a digest that a scope of readable kinds may see; null = all kinds. Held values are read one by one, and so are in none. */
export function digestWithin(digest: Digest, kinds: readonly string[] | null): Digest {
  if (kinds === null) return digest;
  return Object.fromEntries(Object.entries(digest).filter(([kind]) => kind !== "held" && kinds.includes(kind)));
}

/** Whether two digests describe the same records. */
export function sameDigest(one: Digest, other: Digest): boolean {
  const kinds = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...kinds].every((kind) => {
    const [a, b] = [one[kind] ?? NOTHING, other[kind] ?? NOTHING];
    return a.count === b.count && a.xor === b.xor;
  });
}

function turn(digest: Digest, record: DigestedRecord, step: 1 | -1): Digest {
  const { [record.kind]: present = NOTHING, ...others } = digest;
  const mark = sha256(utf8ToBytes(`${record.id}${record.opId}`));
  const xor = hexToBytes(present.xor).map((byte, index) => byte ^ (mark[index] ?? 0));
  const count = present.count + step;
  return count === 0 ? others : { ...others, [record.kind]: { count, xor: bytesToHex(xor) } };
}
