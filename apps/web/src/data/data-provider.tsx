"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEffect, type ReactNode } from "react";
import { keys } from "./keys";
import { onLocalChange } from "./local-store";
import { startSyncing } from "./sync-runner";
import { loadWriting } from "./write-record";

/** Keeps queries and the phone's database together, and syncs while the app is open. Stands inside the QueryClientProvider. */
export function DataProvider({ children }: { children: ReactNode }) {
  const client = useQueryClient();
  useEffect(
    () =>
      onLocalChange((what) => {
        const queryKey = what === "device" ? keys.anyDevice : keys.local;
        void client.invalidateQueries({ queryKey });
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
