import { createHash, randomUUID } from "node:crypto";
import type { StreamHead } from "./stream-store";

/** Hex digits at the end of an epoch's id. Our own choice: among the few epochs of one runner none shares them by chance. */
const MARK_DIGITS = 12;

/**
 * A new epoch after the server was found out by a device that stands in `seen`. It bears the mark of that one: what else comes from there,
 * late or from another device, is then of a history that has ended, and begins no further one.
 */
export function epochAfter(seen: string | null): string {
  return seen === null ? randomUUID() : `${randomUUID().slice(0, -MARK_DIGITS)}${markOf(seen)}`;
}

/** Whether the server knows that `epoch` is over. One of which it knows nothing began after the copy that it stands on. */
export function hasEnded({ epoch: present, endedEpochs }: StreamHead, epoch: string): boolean {
  if (epoch === present) return false;
  const known = [present, ...Object.keys(endedEpochs)];
  return known.includes(epoch) || known.some((each) => each.endsWith(markOf(epoch)));
}

function markOf(epoch: string): string {
  return createHash("sha256").update(epoch).digest("hex").slice(0, MARK_DIGITS);
}
