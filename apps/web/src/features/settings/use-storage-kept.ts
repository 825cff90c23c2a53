import { useEffect, useState } from "react";
import { isStorageKept } from "@/platform/storage";

/** Whether the browser promises to keep the logs; null until, or where, it does not say. */
export function useStorageKept(): boolean | null {
  const [kept, setKept] = useState<boolean | null>(null);
  useEffect(() => {
    let here = true;
    const look = async () => {
      const answer = await isStorageKept();
      if (here) setKept(answer);
    };
    void look();
    return () => {
      here = false;
    };
  }, []);
  return kept;
}
