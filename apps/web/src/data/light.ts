import { useQuery } from "@tanstack/react-query";
import type { LocalDb } from "@/local-db";
import { keys } from "./keys";
import { localDb } from "./local-store";

/** What the light tells beside counts. */
export interface LightFacts {
  /** Epoch ms of the oldest change that is only on this phone; null when there is none. */
  readonly oldestAt: number | null;
  /** Values that wait for the runner to choose. */
  readonly choices: number;
}

const NOT_READ_YET: LightFacts = { oldestAt: null, choices: 0 };

export function useLightFacts(): LightFacts {
  const query = useQuery({ queryKey: keys.light, queryFn: () => readLightFacts(localDb()), networkMode: "always" });
  return query.data ?? NOT_READ_YET;
}

function readLightFacts(db: LocalDb): Promise<LightFacts> {
  return db.read(["records", "outbox", "quarantine", "device"], async (tx, runner) => {
    const waiting = IDBKeyRange.bound([runner, 0], [runner, Number.MAX_SAFE_INTEGER]);
    const held = IDBKeyRange.bound([runner, "held", ""], [runner, "held", "\uffff"]);
    const [first, refused, heldRecords, keptLists] = await Promise.all([
      tx.objectStore("outbox").index("byRunner").openCursor(waiting),
      tx.objectStore("quarantine").getAll(IDBKeyRange.bound([runner], [runner, []])),
      tx.objectStore("records").index("byKindAndDate").getAll(held),
      tx.objectStore("device").getAll(IDBKeyRange.bound("kept/", "kept/\uffff")),
    ]);
    const moments = [...refused.map((each) => each.refusedAt), ...(first === null ? [] : [first.value.writtenAt])];
    return {
      oldestAt: moments.length === 0 ? null : Math.min(...moments),
      choices: heldRecords.filter((each) => !each.deleted).length + keptLists.flat().length,
    };
  });
}
