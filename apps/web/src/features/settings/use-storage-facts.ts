import { useEffect, useState } from "react";
import { readStorageFacts, type StorageFacts } from "@/platform/storage";

const NOT_SAID: StorageFacts = { kept: null, freeBytes: null };

/** What the browser says of its room; nothing until, or where, it does not say. */
export function useStorageFacts(): { readonly facts: StorageFacts; readonly lookAgain: () => void } {
  const [facts, setFacts] = useState(NOT_SAID);
  const [looks, setLooks] = useState(0);
  useEffect(() => {
    let here = true;
    const look = async () => {
      const said = await readStorageFacts();
      if (here) setFacts(said);
    };
    void look();
    return () => {
      here = false;
    };
  }, [looks]);
  return { facts, lookAgain: () => setLooks((count) => count + 1) };
}
