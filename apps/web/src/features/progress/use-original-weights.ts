import { useQuery } from "@tanstack/react-query";
import type { Kit } from "@legwork/core/exercise";

const NOT_KNOWN: readonly number[] = [];

/**
 * The twelve weeks as first written, for the dose of a block that is over. The programme's tables are heavy and needed
 * for nothing else here, so they come when they are wanted.
 */
export function useOriginalWeights(kit: Kit, { isWanted }: { readonly isWanted: boolean }): readonly number[] {
  const query = useQuery({
    queryKey: ["originalWeights", kit],
    queryFn: async () => (await import("./original-weights")).originalWeights(kit),
    enabled: isWanted,
  });
  return query.data ?? NOT_KNOWN;
}
