import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { Mistake } from "@legwork/core/attention";
import type { Plan } from "@legwork/core/plan";
import { keys } from "./keys";
import { localDb } from "./local-store";
import { useToday } from "./today";

const NONE: readonly Mistake[] = [];

interface Mistakes {
  /** False while the records are read for the first time. */
  readonly known: boolean;
  readonly mistakes: readonly Mistake[];
}

/** What a word would help with, most helpful first; none while there is no plan. */
export function useMistakes(plan: Plan | null): Mistakes {
  const today = useToday();
  const query = useQuery({
    queryKey: keys.mistakes(today),
    queryFn: async () => (await import("./read-mistakes")).readMistakes(localDb(), today),
    networkMode: "always",
    enabled: today !== "",
  });
  const find = query.data;
  const mistakes = useMemo(() => (find === undefined || plan === null ? NONE : find(plan)), [find, plan]);
  // Without an answer nothing is said: nothing is lost by that.
  return { known: query.isError || find !== undefined, mistakes };
}
