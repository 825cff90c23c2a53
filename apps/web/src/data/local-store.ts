import { openLocalDb, type LocalDb } from "@/local-db";

const CHANNEL = "legwork";
let db: LocalDb | null = null;
let channel: BroadcastChannel | null = null;
const listeners = new Set<(what: Change) => void>();

/** Records and their syncing, or only what this device keeps for itself. */
export type Change = "records" | "device";

/** The one database of this page; opened at its first use. */
export function localDb(): LocalDb {
  db ??= openLocalDb();
  return db;
}

/** Something in the database has changed: every query over it reads again, in all tabs. */
export function announceChange(what: Change = "records") {
  tellListeners(what);
  openChannel()?.postMessage(what);
}

export function onLocalChange(listener: (what: Change) => void): () => void {
  listeners.add(listener);
  openChannel();
  return () => void listeners.delete(listener);
}

function openChannel(): BroadcastChannel | null {
  if (channel !== null || typeof BroadcastChannel === "undefined") return channel;
  channel = new BroadcastChannel(CHANNEL);
  channel.addEventListener("message", (event: MessageEvent<Change>) => tellListeners(event.data));
  return channel;
}

function tellListeners(what: Change) {
  for (const listener of listeners) listener(what);
}
