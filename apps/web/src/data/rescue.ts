import { currentRunner, type LocalDb } from "@/local-db";
import { streamOf } from "@/sync";
import { localDb } from "./local-store";

/** Rises when the file's shape changes. */
const RESCUE_VERSION = 1;

/** Everything this phone holds of the runner, as text that any editor opens. */
export async function makeRescueFile(): Promise<File> {
  const content = await readEverything(localDb());
  const day = new Date().toISOString().slice(0, 10);
  return new File([JSON.stringify(content, null, 1)], `legwork-rescue-${day}.json`, { type: "application/json" });
}

function readEverything(db: LocalDb) {
  return db.read(["records", "outbox", "quarantine", "streams", "device"], async (tx) => {
    const runner = await currentRunner(tx);
    const all = IDBKeyRange.bound([runner], [runner, []]);
    const [stream, records, refused, waiting, keptKeys] = await Promise.all([
      streamOf(tx, runner),
      tx.objectStore("records").getAll(all),
      tx.objectStore("quarantine").getAll(all),
      tx
        .objectStore("outbox")
        .index("byRunner")
        .getAll(IDBKeyRange.bound([runner, 0], [runner, Number.MAX_SAFE_INTEGER])),
      tx.objectStore("device").getAllKeys(IDBKeyRange.bound("kept/", "kept/\uffff")),
    ]);
    const kept = await Promise.all(keptKeys.map((key) => tx.objectStore("device").get(key)));
    return {
      format: "legwork-rescue",
      version: RESCUE_VERSION,
      runner,
      exportedAt: new Date().toISOString(),
      stream,
      records: records.map(({ id, kind, body, deleted, server }) => ({
        id,
        kind,
        body,
        deleted,
        rev: server?.rev ?? 0,
      })),
      waiting: waiting.map(({ op }) => op),
      refused: refused.map(({ op, code, key }) => ({ op, code, key })),
      keptAside: kept.flat(),
    };
  });
}
