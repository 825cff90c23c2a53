import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { Plan } from "@legwork/core/plan";
import { keys } from "./keys";
import { localDb } from "./local-store";
import { useToday } from "./today";

export type PlanState =
  | { readonly status: "loading" }
  | { readonly status: "failed"; readonly error: Error }
  /** Nothing is planned yet: onboarding is next. */
  | { readonly status: "none" }
  | { readonly status: "ready"; readonly plan: Plan };

/** The runner's weeks, from the records on this phone. Opening a week whose Monday has come agrees it. */
export function usePlan(): PlanState {
  const today = useToday();
  const query = useQuery({
    queryKey: keys.plan(today),
    // The rules are a fifth of all code: the page stands and answers taps before they arrive.
    queryFn: async () => (await import("./open-plan")).openPlan(localDb(), today),
    networkMode: "always",
    placeholderData: keepPreviousData,
    enabled: today !== "",
  });
  if (query.isError) return { status: "failed", error: query.error };
  if (query.data === undefined) return { status: "loading" };
  return query.data === null ? { status: "none" } : { status: "ready", plan: query.data };
}
