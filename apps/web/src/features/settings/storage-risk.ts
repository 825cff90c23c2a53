import type { SyncView } from "@/data";
import type { StorageFacts } from "@/platform/storage-facts";

/** Why the logs on this phone are at risk, the gravest first. */
export type StorageRisk = "littleRoom" | "clearedWhenUnused" | "noAccount" | "waitsLong";

/** Our own choice: what waits longer than a weekend away may have no way out by itself. */
const WAITS_LONG_MS = 3 * 86_400_000;
/** Our own choice: a session takes a few kB, a browser begins to refuse and to clear well before nothing is left. */
const LITTLE_BYTES = 20 * 1024 * 1024;

export interface RiskInput extends StorageFacts {
  readonly connection: SyncView["connection"];
  readonly onlyHere: number;
  readonly oldestAt: number | null;
  readonly isClearedWhenUnused: boolean;
  readonly now: number;
}

/** Null while the browser promises to keep everything, or nothing would be lost. */
export function storageRisk(input: RiskInput): StorageRisk | null {
  const { kept, freeBytes, connection, onlyHere, oldestAt, now } = input;
  if (onlyHere === 0) return null;
  if (freeBytes !== null && freeBytes < LITTLE_BYTES) return "littleRoom";
  if (kept === true) return null;
  if (input.isClearedWhenUnused) return "clearedWhenUnused";
  if (connection === "local") return "noAccount";
  return oldestAt !== null && now - oldestAt > WAITS_LONG_MS ? "waitsLong" : null;
}
