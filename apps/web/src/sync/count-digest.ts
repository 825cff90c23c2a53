import { type Digest, digestOf, type RunnerId } from "@legwork/core/record";
import type { ReadTx, WriteTx } from "@/local-db";

/** The digest of everything the server has told of. Reads it all: for a database that was made before digests were kept, once. */
export async function countDigest(tx: ReadTx | WriteTx, runner: RunnerId): Promise<Digest> {
  const all = await tx.objectStore("records").getAll(IDBKeyRange.bound([runner], [runner, []]));
  return digestOf(all.flatMap(({ server }) => server ?? []));
}
