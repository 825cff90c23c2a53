import { useEffect } from "react";
import { ringAlarm } from "@/platform/alarm";

/** A moment that passed while the page slept is old news: no alarm for it. Our own number. */
const STILL_NEWS_MS = 2_000;

/** Rings once when the moment `at` comes. */
export function useAlarm(at: number | null, sound: boolean) {
  useEffect(() => {
    if (at === null) return undefined;
    const timer = setTimeout(
      () => {
        if (Date.now() - at < STILL_NEWS_MS) ringAlarm({ sound });
      },
      Math.max(0, at - Date.now()),
    );
    return () => clearTimeout(timer);
  }, [at, sound]);
}
