import { readSyncStatus, watchSyncing } from "@/sync";
import { askForBackgroundSync } from "@/platform/background-sync";
import { startListening } from "./listen";
import { localDb, onLocalChange } from "./local-store";
import { lastSyncAttemptAt, syncOverdue } from "./sync-runner";

/** What keeps syncing going when nobody touches the phone: the server's pokes, a watchdog, and the service worker. */
export function keepSyncing(): () => void {
  const stopWatching = watchSyncing({
    now: Date.now,
    isOnline: () => navigator.onLine,
    isWaiting: async () => {
      const { onlyHere, refused, connection } = await readSyncStatus(localDb());
      return connection === "live" && onlyHere > refused;
    },
    lastAttemptAt: lastSyncAttemptAt,
    onOverdue: syncOverdue,
  });
  const stopAsking = onLocalChange((what) => {
    if (what === "sync") void askWhileWaiting().catch(() => undefined);
  });
  const stopListening = startListening();
  return () => {
    stopWatching();
    stopAsking();
    stopListening();
  };
}

// After a cycle that left something here: the page may be closed before the signal is back.
async function askWhileWaiting() {
  const { onlyHere, connection } = await readSyncStatus(localDb());
  if (connection === "live" && onlyHere > 0) await askForBackgroundSync();
}
