import type { RecordId, RunnerId } from "@legwork/core/record";
import type { SyncedRecord, SyncRequest, SyncResponse } from "@legwork/core/wire";
import type { LocalDb } from "@/local-db";
import { streamOf } from "./stream";

/** Everything that the server has, as it was pulled just now. */
export interface Pulled {
  readonly last: SyncResponse;
  readonly records: ReadonlyMap<RecordId, SyncedRecord>;
}

/** By what the server, asked, sees that it has gone backwards. */
export type Lost = Required<Pick<SyncRequest, "epoch" | "cursor" | "settled">>;

/**
 * The first change that the server told of in this history and can no longer know: within one, no record ever stands at a lower rev than
 * before. Null when there is none, and for a coach, for whom no history begins. The first one, since nothing from there on is shared.
 */
export function firstLost(db: LocalDb, runner: RunnerId, { last, records }: Pulled): Promise<Lost | null> {
  return db.read(["records", "streams"], async (tx) => {
    const { epoch, cursor, scope } = await streamOf(tx, runner);
    // Another tab may have left this history meanwhile.
    if (epoch !== last.epoch || scope !== null) return null;
    const stored = await tx.objectStore("records").getAll(IDBKeyRange.bound([runner], [runner, []]));
    // Above the head lies what another tab has heard of since.
    const [first] = stored
      .flatMap(({ server }) => server ?? [])
      .filter(({ id, rev }) => rev <= last.head && rev > (records.get(id)?.rev ?? 0))
      .sort((one, other) => one.rev - other.rev);
    return first === undefined ? null : { epoch, cursor, settled: { opId: first.opId, rev: first.rev } };
  });
}
