import { sha256 as sha256OfBytes } from "@noble/hashes/sha2.js";
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

/** One record as it was and as it is; null = there was or is none. */
export interface DigestChange {
  readonly before: DigestedRecord | null;
  readonly after: DigestedRecord | null;
}

/** SHA-256 of a text in UTF-8: 32 bytes. */
export type Sha256 = (text: string) => Uint8Array;

/** The digest of all live records. Kinds without one are left out, so equal sets give equal digests. */
export function digestOf(records: Iterable<DigestedRecord>): Digest {
  return changeDigest(
    {},
    Array.from(records, (after) => ({ before: null, after })),
  );
}

/** `digest` after these changes. A server gives the SHA-256 of its machine, which is faster than ours; the result is the same. */
export function changeDigest(digest: Digest, changes: Iterable<DigestChange>, sha256: Sha256 = ownSha256): Digest {
  const sums = new Map<string, Sum>();
  const turn = (record: DigestedRecord, step: 1 | -1) => {
    const sum = sums.get(record.kind) ?? beginSum(digest[record.kind] ?? NOTHING);
    sums.set(record.kind, sum);
    const mark = sha256(`${record.id}${record.opId}`);
    sum.count += step;
    for (let index = 0; index < BYTES; index += 1) sum.xor[index] = (sum.xor[index] ?? 0) ^ (mark[index] ?? 0);
  };
  for (const { before, after } of changes) {
    if (before !== null && !before.deleted) turn(before, -1);
    if (after !== null && !after.deleted) turn(after, 1);
  }
  const changed = Array.from(sums, ([kind, { count, xor }]) => [kind, { count, xor: bytesToHex(xor) }] as const);
  return Object.fromEntries(
    [...Object.entries(digest).filter(([kind]) => !sums.has(kind)), ...changed].filter(([, { count }]) => count !== 0),
  );
}

interface Sum {
  count: number;
  readonly xor: Uint8Array;
}

function beginSum({ count, xor }: KindDigest): Sum {
  return { count, xor: hexToBytes(xor) };
}

function ownSha256(text: string): Uint8Array {
  return sha256OfBytes(utf8ToBytes(text));
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
