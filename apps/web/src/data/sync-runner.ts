import { createSyncLoop, httpTransport, inOneTab, runCycle, type SyncLoop, type Trigger } from "@/sync";
import { readCurrentRunner } from "@/local-db";
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

async function cycle(trigger: Trigger) {
  const db = localDb();
  const runner = await readCurrentRunner(db);
  const insist = trigger === "asked" || trigger === "start";
  const options = { db, transport: httpTransport, runner, now: Date.now, insist };
  const outcome = await inOneTab({ db, name: runner, now: Date.now }, () => runCycle(options));
  announceChange();
  return outcome;
}
