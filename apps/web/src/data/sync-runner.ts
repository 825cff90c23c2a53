import { createSyncLoop, type SyncLoop, type Trigger } from "@/sync";
import { announceChange, localDb } from "./local-store";

let loop: SyncLoop | null = null;
let busy = false;
const listeners = new Set<() => void>();

/** The one sync loop of this page. */
export function syncLoop(): SyncLoop {
  loop ??= createSyncLoop({
    cycle,
    random: Math.random,
    onChange: (state) => {
      busy = state.busy;
      for (const listener of listeners) listener();
    },
  });
  return loop;
}

/** Starts syncing by itself: now, when the signal returns, when the page is looked at again. */
export function startSyncing(): () => void {
  const online = () => syncLoop().poke("online");
  const visible = () => document.visibilityState === "visible" && syncLoop().poke("visible");
  window.addEventListener("online", online);
  document.addEventListener("visibilitychange", visible);
  syncLoop().poke("start");
  return () => {
    window.removeEventListener("online", online);
    document.removeEventListener("visibilitychange", visible);
  };
}

export function isSyncing(): boolean {
  return busy;
}

export function onSyncing(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

// The cycle is large and nobody waits for it: it comes when there is first something to send or ask.
async function cycle(trigger: Trigger) {
  const { syncOnce } = await import("./sync-once");
  const outcome = await syncOnce(localDb(), trigger, () => announceChange());
  announceChange("sync");
  return outcome;
}
