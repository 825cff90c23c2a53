import { useCallback, useEffect, useState } from "react";
import { readStorageFacts, type StorageFacts } from "@/platform/storage-facts";

const NOT_SAID: StorageFacts = { kept: null, freeBytes: null };

/** What the browser says of its room; nothing until, or where, it does not say. */
export function useStorageFacts(): { readonly facts: StorageFacts; readonly lookAgain: () => void } {
  const [facts, setFacts] = useState(NOT_SAID);
  const lookAgain = useCallback(() => void readStorageFacts().then(setFacts, () => undefined), []);
  useEffect(lookAgain, [lookAgain]);
  return { facts, lookAgain };
}
