import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { Kit } from "@legwork/core/exercise";
import type { ExtraCheck } from "@legwork/core/placement";
import type { Plan } from "@legwork/core/plan";
import type { Slot } from "@legwork/core/programme";
import { keys } from "./keys";
import { localDb } from "./local-store";
import { loadStatus, type Loaded } from "./records";

/** Hours to the next run go by while the clock runs. Our own choice, as for proposals. */
const LOOK_AGAIN_MS = 15 * 60_000;

/** What the rules say to a session of the library, started now: beside the plan, and in place of the session asked about. */
export interface LibraryCheck {
  readonly beside: ExtraCheck;
  readonly inPlace: ExtraCheck | null;
}

export interface LibraryChecks {
  /** What the runner has; null without a programme. */
  readonly kit: Kit | null;
  /** True when an answer about health keeps every spring drill out: bones, pregnancy, low energy. */
  readonly keepsFromSprings: boolean;
  /** By the id of the session. */
  readonly checks: ReadonlyMap<string, LibraryCheck>;
}

/** The rules on every session of the library, worked out from the records on this phone; null until they are read. */
export function useLibraryChecks({ today }: Plan, inPlaceOf: Slot | null): Loaded<LibraryChecks | null> {
  const query = useQuery({
    queryKey: keys.library(today, inPlaceOf),
    queryFn: async () => (await import("./read-library-checks")).readLibraryChecks(localDb(), Date.now(), inPlaceOf),
    networkMode: "always",
    placeholderData: keepPreviousData,
    staleTime: LOOK_AGAIN_MS,
    refetchInterval: LOOK_AGAIN_MS,
  });
  return { status: loadStatus(query), value: query.data ?? null };
}
