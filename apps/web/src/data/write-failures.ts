import { NoRoomError } from "@/local-db";

/** Why a tap was not saved. */
export type WriteFailure = "noRoom" | "notSaved";

const listeners = new Set<(failure: WriteFailure) => void>();

/** Told of every write that was not kept, whoever made it: no tap fails in silence. */
export function onWriteFailed(listener: (failure: WriteFailure) => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** Runs a write; what it throws is told, and thrown on to the screen that may say it better. */
export async function tellingFailure<Result>(write: () => Promise<Result>): Promise<Result> {
  try {
    return await write();
  } catch (error) {
    const failure = error instanceof NoRoomError ? "noRoom" : "notSaved";
    for (const listener of listeners) listener(failure);
    throw error;
  }
}
