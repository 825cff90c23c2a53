import { useQuery } from "@tanstack/react-query";
import type { LocalDate } from "@legwork/core/calendar";
import type { Plan } from "@legwork/core/plan";
import { NO_LIMITS, UNANSWERED } from "@legwork/core/safety";
import { keys } from "./keys";
import { localDb } from "./local-store";
import type { SafetyRead } from "./read-safety";
import { useToday } from "./today";

export interface Safety extends SafetyRead {
  /** While it is not ready nothing is limited and nothing is asked. */
  readonly status: "loading" | "failed" | "ready";
}

const NOTHING_READ: SafetyRead = {
  screening: UNANSWERED,
  limits: NO_LIMITS,
  boneWarning: null,
  health: [],
  due: () => [],
};

/** The answers to the safety questions, what they allow, and what was said about pain. */
export function useSafety(): Safety {
  const today = useToday();
  const query = useQuery({
    queryKey: keys.safety(today),
    // The page stands before the rules arrive.
    queryFn: async () => (await import("./read-safety")).readSafety(localDb(), today),
    networkMode: "always",
    enabled: today !== "",
  });
  if (query.data !== undefined) return { status: "ready", ...query.data };
  return { status: query.isError ? "failed" : "loading", ...NOTHING_READ };
}

/** The day of the plan's last session that loaded the legs; null when there was none. */
export function lastLegsOf(plan: Plan): LocalDate | null {
  const days = plan.weeks
    .flatMap((week) => week.sessions)
    .flatMap(({ state, legLoad }) => (legLoad.class !== "none" && "date" in state ? [state.date] : []));
  return days.toSorted().at(-1) ?? null;
}
