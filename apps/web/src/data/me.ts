import { useQuery } from "@tanstack/react-query";
import type { Me } from "@legwork/core/wire";
import { askServer, problemCode } from "./ask-server";
import { keys } from "./keys";
import { useSyncStatus } from "./sync-status";

export type MeState =
  | { readonly status: "loading" }
  | { readonly status: "signedOut" }
  | { readonly status: "failed"; readonly error: Error; readonly tryAgain: () => void }
  | { readonly status: "ready"; readonly me: Me };

/** The account that is signed in. A phone without an account asks nobody. */
export function useMe(): MeState {
  const { status, connection } = useSyncStatus();
  const known = status === "ready" && connection !== "local";
  const query = useQuery({ queryKey: keys.me, queryFn: fetchMe, networkMode: "always", enabled: known });
  if (status === "loading") return { status: "loading" };
  if (!known) return { status: "signedOut" };
  if (query.isError) return { status: "failed", error: query.error, tryAgain: () => void query.refetch() };
  if (query.data === undefined) return { status: "loading" };
  return query.data === null ? { status: "signedOut" } : { status: "ready", me: query.data };
}

export async function fetchMe(): Promise<Me | null> {
  try {
    return await askServer<Me>("/api/me");
  } catch (error) {
    if (problemCode(error) === "signInNeeded") return null;
    throw error;
  }
}
