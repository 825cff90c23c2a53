import type { RunnerId } from "@legwork/core/record";
import type { WriteTx } from "@/local-db";
import { recompute } from "./shown";

/** Forgets what the server has told of a stream. Changes of this phone that are still on their way stay. */
export async function dropTold(tx: WriteTx, runner: RunnerId) {
  const all = await tx.objectStore("records").getAll(IDBKeyRange.bound([runner], [runner, []]));
  // What the server has acknowledged it tells anew, if it may still be read.
  await tx.objectStore("sent").delete(IDBKeyRange.bound([runner], [runner, []]));
  await Promise.all(all.map(({ id }) => recompute(tx, runner, id, null)));
}
