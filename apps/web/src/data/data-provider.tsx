"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEffect, type ReactNode } from "react";
import { keys } from "./keys";
import { type Change, onLocalChange } from "./local-store";
import { startSyncing } from "./sync-runner";
import { loadWriting } from "./write-record";

// A cycle that brought nothing new does not make the plan anew.
const KEYS_BY_CHANGE = {
  records: [keys.local],
  account: [keys.local],
  device: [keys.anyDevice],
  sync: [keys.syncStatus, keys.waiting],
  squads: [keys.squads],
} as const satisfies Record<Change, readonly (readonly string[])[]>;

/** Keeps queries and the phone's database together, and syncs while the app is open. Stands inside the QueryClientProvider. */
export function DataProvider({ children }: { children: ReactNode }) {
  const client = useQueryClient();
  useEffect(
    () =>
      onLocalChange((what) => {
        for (const queryKey of KEYS_BY_CHANGE[what]) void client.invalidateQueries({ queryKey });
      }),
    [client],
  );
  useEffect(startSyncing, []);
  useEffect(() => {
    // Without a signal it stays for the next start.
    import("./account").then(({ resumeJoining }) => resumeJoining()).catch(() => undefined);
  }, []);
  useEffect(() => {
    // Asked for again by the first write.
    loadWriting().catch(() => undefined);
  }, []);
  return children;
}
