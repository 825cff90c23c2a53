import { useEffect, useState } from "react";

const TICK_MS = 250;

/** The clock while something runs until `end` (null = nothing runs). After a sleep in the pocket it is simply right again. */
export function useNow(end: number | null): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (end === null) return undefined;
    const look = () => {
      const time = Date.now();
      setNow(time);
      if (time >= end) clearInterval(timer);
    };
    const timer = setInterval(look, TICK_MS);
    look();
    document.addEventListener("visibilitychange", look);
    return () => {
      document.removeEventListener("visibilitychange", look);
      clearInterval(timer);
    };
  }, [end]);
  return now;
}
