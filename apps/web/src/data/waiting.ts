import { useQuery } from "@tanstack/react-query";
import { readWaiting, type WaitingList } from "@/sync";
import { keys } from "./keys";
import { localDb } from "./local-store";

/** The records of which something is only on this phone, newest first. */
export function useWaiting(): WaitingList {
  const query = useQuery({ queryKey: keys.waiting, queryFn: () => readWaiting(localDb()), networkMode: "always" });
  return query.data ?? { waiting: [], onServer: 0 };
}
