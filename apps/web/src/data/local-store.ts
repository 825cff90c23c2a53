import { openLocalDb, type LocalDb } from "@/local-db";

const CHANNEL = "legwork";
let db: LocalDb | null = null;
let channel: BroadcastChannel | null = null;
const listeners = new Set<() => void>();

/** The one database of this page; opened at its first use. */
export function localDb(): LocalDb {
  db ??= openLocalDb();
  return db;
}

/** Something in the database has changed: every query over it reads again, in all tabs. */
export function announceChange() {
  tellListeners();
  openChannel()?.postMessage("changed");
}

export function onLocalChange(listener: () => void): () => void {
  listeners.add(listener);
  openChannel();
  return () => void listeners.delete(listener);
}

function openChannel(): BroadcastChannel | null {
  if (channel !== null || typeof BroadcastChannel === "undefined") return channel;
  channel = new BroadcastChannel(CHANNEL);
  channel.addEventListener("message", tellListeners);
  return channel;
}

function tellListeners() {
  for (const listener of listeners) listener();
}
