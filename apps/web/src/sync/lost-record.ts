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
 * The first change that the server told of in this history and can no longer know. Null when there is none, and for a coach, for whom no
 * history begins. The first one, since nothing from there on is shared.
 */
export function firstLost(db: LocalDb, runner: RunnerId, pulled: Pulled): Promise<Lost | null> {
  return db.read(["records", "streams"], async (tx) => {
    const { epoch, cursor, scope } = await streamOf(tx, runner);
    // Another tab may have left this history meanwhile.
    if (epoch !== pulled.last.epoch || scope !== null) return null;
    const stored = await tx.objectStore("records").getAll(IDBKeyRange.bound([runner], [runner, []]));
    const told = stored.flatMap(({ server }) => server ?? []);
    // Above the head lies what another tab has heard of since.
    const [first] = lostUpTo(pulled.last.head, told, pulled).sort((one, other) => one.rev - other.rev);
    return first === undefined ? null : { epoch, cursor, settled: { opId: first.opId, rev: first.rev } };
  });
}

/** The last rev up to which this device and the server may share what came before: below the first that they hold differently. */
export function sharedUntil(told: readonly SyncedRecord[], pulled: Pulled, restoreHead: number): number {
  const lost = lostUpTo(restoreHead, told, pulled);
  return lost.reduce((shared, { rev }) => Math.min(shared, rev - 1), restoreHead);
}

/** Within one history a rev is given to one change for ever, and no record stands at a lower one than before: where that does not hold. */
function lostUpTo(rev: number, told: readonly SyncedRecord[], { records }: Pulled): SyncedRecord[] {
  const byRev = new Map(Array.from(records.values(), (record) => [record.rev, record]));
  const isLost = (mine: SyncedRecord) => {
    const atItsRev = byRev.get(mine.rev);
    if (atItsRev !== undefined) return atItsRev.id !== mine.id || atItsRev.opId !== mine.opId;
    return (records.get(mine.id)?.rev ?? 0) < mine.rev;
  };
  return told.filter((mine) => mine.rev <= rev && isLost(mine));
}
