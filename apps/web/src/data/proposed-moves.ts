import { useQuery } from "@tanstack/react-query";
import type { Plan, ProposedMove } from "@legwork/core/plan";
import { keys } from "./keys";
import { localDb } from "./local-store";

/** Places go by while the clock runs. Our own choice: a session is placed to the quarter of an hour at most. */
const LOOK_AGAIN_MS = 15 * 60_000;

const NONE: readonly ProposedMove[] = [];

export interface Proposals {
  /** False while it is being worked out for the first time. */
  readonly known: boolean;
  readonly moves: readonly ProposedMove[];
}

/** What had better be moved in the running week of `plan`; worked out after the plan, and again when a record changes. */
export function useProposedMoves({ today, currentWeek }: Plan): Proposals {
  const query = useQuery({
    queryKey: keys.proposals(today),
    queryFn: async () => (await import("./read-proposals")).readProposals(localDb(), Date.now()),
    networkMode: "always",
    enabled: currentWeek >= 0,
    staleTime: LOOK_AGAIN_MS,
    refetchInterval: LOOK_AGAIN_MS,
    refetchOnWindowFocus: true,
  });
  // Without an answer the plan stands as it is: nothing is lost by that.
  return { known: !query.isLoading, moves: query.data ?? NONE };
}
