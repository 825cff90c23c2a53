import type { RunnerId } from "@legwork/core/record";
import type { Op } from "@legwork/core/wire";
import type { LocalDb } from "@legwork/web/local-db";
import { streamOf } from "@legwork/web/sync";
import type { OpPlace } from "./history";

/** What a phone's database holds of a runner: where its stream stands, its records, and the place of each op. */
export function lookInto(db: Pick<LocalDb, "read">, runner: RunnerId) {
  return db.read(["records", "outbox", "quarantine", "sent", "streams"], async (tx) => {
    const [stream, records, outbox, quarantine, sent] = await Promise.all([
      streamOf(tx, runner),
      tx.objectStore("records").getAll(),
      tx.objectStore("outbox").getAll(),
      tx.objectStore("quarantine").getAll(),
      tx.objectStore("sent").getAll(),
    ]);
    const places = (place: OpPlace["place"], entries: readonly { readonly op: Op }[]) =>
      entries.map(({ op }): OpPlace => ({ op, place }));
    return {
      epoch: stream.epoch,
      cursor: stream.cursor,
      records: records.map(({ id, kind, body, deleted, server }) => ({ id, kind, body, deleted, server })),
      ops: [...places("outbox", outbox), ...places("quarantine", quarantine), ...places("sent", sent)],
    };
  });
}
