import { useQuery } from "@tanstack/react-query";
import type { Mended, Mending, RefusedChange } from "@/sync/mend";
import { keys } from "./keys";
import { localDb, announceChange } from "./local-store";
import { loadStatus, type Loaded } from "./records";
import { syncLoop } from "./sync-runner";

export type { Mended, RefusedChange } from "@/sync/mend";

const mending = () => import("@/sync/mend");

/** What the server refused, with what waits behind each. */
export function useRefused(): Loaded<readonly RefusedChange[]> {
  const query = useQuery({
    queryKey: keys.refused,
    queryFn: async () => (await mending()).readRefused(localDb()),
    networkMode: "always",
  });
  return { status: loadStatus(query), value: query.data ?? [] };
}

export async function mendRefusal(wanted: Mending): Promise<Mended> {
  const mended = await (await mending()).mendRefused(localDb(), wanted);
  announceChange();
  if (mended.ok) syncLoop().poke("write");
  return mended;
}
