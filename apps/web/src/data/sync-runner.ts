import { createSyncLoop, type SyncLoop, type Trigger } from "@/sync";
import { announceChange, localDb } from "./local-store";

/** How the syncing of this page is going. */
export interface Syncing {
  readonly busy: boolean;
  /** It was forgotten for ten minutes although something waits; it is tried again. */
  readonly overdue: boolean;
}

let loop: SyncLoop | null = null;
let syncing: Syncing = { busy: false, overdue: false };
let lastAttemptAt = 0;
const listeners = new Set<() => void>();

/** The one sync loop of this page. */
export function syncLoop(): SyncLoop {
  loop ??= createSyncLoop({
    cycle,
    random: Math.random,
    onChange: ({ busy, failures }) => {
      if (busy) lastAttemptAt = Date.now();
      tell({ busy, overdue: syncing.overdue && (busy || failures > 0) });
    },
  });
  return loop;
}

/** Starts syncing by itself: now, when the signal returns, when the page is looked at or wakes again, when the server says so. */
export function startSyncing(): () => void {
  const ends: (() => void)[] = [];
  const on = (target: EventTarget, type: string, listener: (event: Event) => void) => {
    target.addEventListener(type, listener);
    ends.push(() => target.removeEventListener(type, listener));
  };
  on(window, "online", () => syncLoop().poke("online"));
  on(document, "visibilitychange", () => document.visibilityState === "visible" && syncLoop().poke("visible"));
  // Out of the back-forward cache, or out of a freeze: its timers stood still.
  on(window, "pageshow", (event) => (event as PageTransitionEvent).persisted && syncLoop().poke("resume"));
  on(document, "resume", () => syncLoop().poke("resume"));
  // The worker woke up with a signal and found this page open.
  const worker = "serviceWorker" in navigator ? navigator.serviceWorker : null;
  if (worker !== null) {
    on(worker, "message", (event) => (event as MessageEvent).data?.type === "sync" && syncLoop().poke("background"));
  }

  let ended = false;
  lastAttemptAt = Date.now();
  const keepGoing = async () => {
    const { keepSyncing } = await import("./keep-syncing");
    if (!ended) ends.push(keepSyncing());
  };
  // Without a signal for the file the timers of the loop stand without it.
  keepGoing().catch(() => undefined);
  syncLoop().poke("start");
  return () => {
    ended = true;
    for (const end of ends) end();
  };
}

export function readSyncing(): Syncing {
  return syncing;
}

export function onSyncing(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

export function lastSyncAttemptAt(): number {
  return lastAttemptAt;
}

/** The watchdog found that syncing was forgotten. */
export function syncOverdue() {
  tell({ ...syncing, overdue: true });
  syncLoop().poke("watchdog");
}

function tell(next: Syncing) {
  if (next.busy === syncing.busy && next.overdue === syncing.overdue) return;
  syncing = next;
  for (const listener of listeners) listener();
}

// The cycle is large and nobody waits for it: it comes when there is first something to send or ask.
async function cycle(trigger: Trigger) {
  const { syncOnce } = await import("./sync-once");
  const outcome = await syncOnce(localDb(), trigger, () => announceChange());
  announceChange("sync");
  return outcome;
}
