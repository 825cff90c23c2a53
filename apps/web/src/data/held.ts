import { useQuery } from "@tanstack/react-query";
import type { Aside, HeldChoice, KeptChoice } from "@/sync/held";
import { keys } from "./keys";
import { announceChange, localDb } from "./local-store";
import { loadStatus, type Loaded } from "./records";
import { syncLoop } from "./sync-runner";

export type { HeldChoice, KeptChoice, Writer } from "@/sync/held";

const choosing = () => import("@/sync/held");

const NOTHING: Aside = { held: [], kept: [] };

/** Values that wait for the runner to choose. */
export function useAside(): Loaded<Aside> {
  const query = useQuery({
    queryKey: keys.aside,
    queryFn: async () => (await choosing()).readAside(localDb()),
    networkMode: "always",
  });
  return { status: loadStatus(query), value: query.data ?? NOTHING };
}

export async function chooseHeld(choice: HeldChoice, take: "held" | "standing"): Promise<void> {
  await (await choosing()).resolveHeld(localDb(), choice, take, Date.now());
  changed();
}

export async function chooseKept(choice: KeptChoice, take: "kept" | "standing"): Promise<void> {
  const { takeKept, letKeptGo } = await choosing();
  if (take === "kept") await takeKept(localDb(), choice, Date.now());
  await letKeptGo(localDb(), choice);
  changed();
}

function changed() {
  announceChange();
  syncLoop().poke("write");
}
