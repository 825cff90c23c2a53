import { useSyncExternalStore } from "react";
import { localDateAt, type LocalDate } from "@legwork/core/calendar";

const LOOK_EVERY_MS = 60_000;

/** The civil day here; changes by itself at midnight and when the phone comes out of the pocket. */
export function useToday(): LocalDate {
  return useSyncExternalStore(
    subscribe,
    () => localDateAt(Date.now(), phoneZone()),
    () => "" as LocalDate,
  );
}

export function phoneZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

function subscribe(listener: () => void): () => void {
  const timer = setInterval(listener, LOOK_EVERY_MS);
  document.addEventListener("visibilitychange", listener);
  return () => {
    clearInterval(timer);
    document.removeEventListener("visibilitychange", listener);
  };
}
