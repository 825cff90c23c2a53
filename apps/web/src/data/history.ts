import { useQuery } from "@tanstack/react-query";
import type { RecordId } from "@legwork/core/record";
import type { RecordVersion } from "@legwork/core/wire";
import { keys } from "./keys";

export type { HistoryOfRecord, ShownVersion } from "./read-history";

/** Earlier versions of a record, from the server. */
export function useHistory(id: RecordId | null) {
  return useQuery({
    queryKey: keys.history(id),
    queryFn: async () => (id === null ? null : (await import("./read-history")).readHistory(id)),
    networkMode: "always",
    enabled: id !== null,
  });
}

/** Writes an ordinary change that makes the record say what `version` said; a deleted one comes back. */
export async function bringBack(version: RecordVersion): Promise<void> {
  await (await import("./read-history")).bringBack(version);
}
