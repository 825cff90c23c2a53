import { useSyncExternalStore } from "react";

const STORAGE_KEY = "legwork.coach";
const listeners = new Set<() => void>();

/** Remembered, so that the rail of a coach is whole at the first paint and without signal. */
export function rememberCoach(coach: boolean) {
  if (coach) localStorage.setItem(STORAGE_KEY, "yes");
  else localStorage.removeItem(STORAGE_KEY);
  for (const listener of listeners) listener();
}

export function useIsCoach(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    () => localStorage.getItem(STORAGE_KEY) === "yes",
    () => false,
  );
}
