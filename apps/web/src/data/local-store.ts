import { useSyncExternalStore } from "react";
import { openLocalDb, type PhoneDb, type Waiting } from "@/local-db";

const CHANNEL = "legwork";
let db: PhoneDb | null = null;
let waiting: Waiting = "nobody";
const waitingListeners = new Set<() => void>();
let channel: BroadcastChannel | null = null;
const listeners = new Set<(what: Change) => void>();

/** Records and their syncing, how far the syncing is, what this device keeps for itself, whose records are shown, or those of a squad. */
export type Change = "records" | "sync" | "device" | "account" | "squads";

/** The database that this page shows; opened at its first use. */
export function localDb(): PhoneDb {
  db ??= openLocalDb({
    onWaiting: (next) => {
      if (next === waiting) return;
      waiting = next;
      for (const listener of waitingListeners) listener();
    },
    carryOver: async (from, to) => (await import("./carry-over")).carryOver(from, to),
  });
  return db;
}

/** True while the database cannot be opened because another tab holds an older version of it. */
export function useOtherTabHoldsUp(): boolean {
  return useSyncExternalStore(
    (listener) => {
      waitingListeners.add(listener);
      return () => void waitingListeners.delete(listener);
    },
    () => waiting === "otherTab",
    () => false,
  );
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
  channel.addEventListener("message", (event: MessageEvent<Change>) => {
    if (event.data === "account") localDb().follow();
    tellListeners(event.data);
  });
  return channel;
}

function tellListeners(what: Change) {
  for (const listener of listeners) listener(what);
}
