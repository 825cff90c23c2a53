import { useQuery } from "@tanstack/react-query";
import { useSyncExternalStore } from "react";
import type { SyncStatus } from "@/sync";
import { keys } from "./keys";
import { localDb } from "./local-store";
import { onSyncing, readSyncing, syncLoop, type Syncing } from "./sync-runner";

/** Where the logs are, as the safety light says it. */
export interface SyncView extends SyncStatus {
  readonly status: "loading" | "ready";
  readonly online: boolean;
  readonly syncing: boolean;
  /** Nobody had tried for ten minutes although something waits; it is being tried again. */
  readonly overdue: boolean;
}

const AT_REST: Syncing = { busy: false, overdue: false };
const NOT_READ_YET: SyncStatus = { onlyHere: 0, connection: "local", email: null, acknowledgedAt: null, refused: 0 };

export function useSyncStatus(): SyncView {
  const query = useQuery({
    queryKey: keys.syncStatus,
    // The page stands before it is known where the logs are.
    queryFn: async () => (await import("./read-sync-status")).readSyncStatus(localDb()),
    networkMode: "always",
  });
  const online = useSyncExternalStore(
    subscribeToOnline,
    () => navigator.onLine,
    () => true,
  );
  const { busy, overdue } = useSyncExternalStore(onSyncing, readSyncing, () => AT_REST);
  return { status: query.data ? "ready" : "loading", ...(query.data ?? NOT_READ_YET), online, syncing: busy, overdue };
}

/** Tries to sync at once, also after an answer that said to stop. */
export function syncNow() {
  return syncLoop().now();
}

function subscribeToOnline(listener: () => void): () => void {
  window.addEventListener("online", listener);
  window.addEventListener("offline", listener);
  return () => {
    window.removeEventListener("online", listener);
    window.removeEventListener("offline", listener);
  };
}
