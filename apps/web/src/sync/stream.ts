import type { RunnerId } from "@legwork/core/record";
import type { ReadTx, Stream, WriteTx } from "@/local-db";

/** What this phone knows of a runner's stream; a runner without an account has a local one. */
export async function streamOf(tx: ReadTx | WriteTx, runner: RunnerId): Promise<Stream> {
  return (await tx.objectStore("streams").get(runner)) ?? newStream(runner);
}

function newStream(runner: RunnerId): Stream {
  return { runner, state: "local", email: null, epoch: null, cursor: 0, acknowledgedAt: null, digest: {}, sentRev: 0 };
}

export async function changeStream(tx: WriteTx, runner: RunnerId, change: Partial<Omit<Stream, "runner">>) {
  await tx.objectStore("streams").put({ ...(await streamOf(tx, runner)), ...change });
}
