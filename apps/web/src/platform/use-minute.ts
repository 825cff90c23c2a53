import { useSyncExternalStore } from "react";

const MINUTE_MS = 60_000;

/** The clock in whole minutes, epoch ms: for "2 min ago", which nobody needs to the second. */
export function useMinute(): number {
  return useSyncExternalStore(subscribe, wholeMinute, wholeMinute);
}

function wholeMinute(): number {
  return Math.floor(Date.now() / MINUTE_MS) * MINUTE_MS;
}

function subscribe(listener: () => void): () => void {
  const timer = setInterval(listener, MINUTE_MS / 4);
  document.addEventListener("visibilitychange", listener);
  return () => {
    clearInterval(timer);
    document.removeEventListener("visibilitychange", listener);
  };
}
