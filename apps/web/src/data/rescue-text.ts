import { beginRescue, type RescueChange, type RescueDevice, type RescueRecord } from "@legwork/core/exchange";
import type { RunnerId } from "@legwork/core/record";
import { currentRunner, type KeptAside, type LocalDb, type ReadTx, type StoredRecord } from "@/local-db";
import { streamOf } from "@/sync";

/** Records read at once. Our own choice: a phone holds this many twice without noticing. */
const PAGE = 500;

interface Writing {
  /** ISO instant. */
  readonly exportedAt: string;
  /** JSON text of what the server gave, or `null`. */
  readonly server: string;
}

/** The text of a rescue file in pieces, which the browser may keep on its disk: all of one moment, never all of it at once. */
export function writeRescue(db: LocalDb, { exportedAt, server }: Writing): Promise<Blob[]> {
  return db.read(["records", "outbox", "sent", "quarantine", "streams", "device"], async (tx) => {
    const runner = await currentRunner(tx);
    const { runner: _runner, ...stream } = await streamOf(tx, runner);
    const { state, email, epoch, cursor, acknowledgedAt } = stream;
    const head = { runner, exportedAt, stream: { state, email, epoch, cursor, acknowledgedAt } };
    const { text, writer } = beginRescue({ ...head, device: await deviceOf(tx) });
    const parts: Blob[] = [new Blob([text, writer.beginList("records")])];
    for await (const page of pagesOf(tx, runner)) {
      parts.push(new Blob(page.map((record) => writer.row(asRescued(record)))));
    }
    parts.push(new Blob([writer.beginList("changes")]));
    const changes = await changesOf(tx, runner);
    for (let at = 0; at < changes.length; at += PAGE) {
      parts.push(new Blob(changes.slice(at, at + PAGE).map((change) => writer.row(change))));
    }
    const kept = await keptOf(tx);
    return [
      ...parts,
      new Blob([writer.beginList("keptAside"), ...kept.map((each) => writer.row(each)), writer.end(server)]),
    ];
  });
}

/** All records of the runner, page by page, inside one transaction. */
export async function* pagesOf(tx: ReadTx, runner: RunnerId): AsyncGenerator<readonly StoredRecord[]> {
  let after: IDBValidKey = [runner];
  for (;;) {
    const range = IDBKeyRange.bound(after, [runner, []], true, false);
    const page = await tx.objectStore("records").getAll(range, PAGE);
    const last = page.at(-1);
    if (last === undefined) return;
    yield page;
    after = [runner, last.id];
  }
}

function asRescued({ id, kind, body, deleted, server }: StoredRecord): RescueRecord {
  return { id, kind, body, deleted, server };
}

async function changesOf(tx: ReadTx, runner: RunnerId): Promise<readonly RescueChange[]> {
  const own = IDBKeyRange.bound([runner], [runner, []]);
  const [sent, refused, waiting] = await Promise.all([
    tx.objectStore("sent").getAll(own),
    tx.objectStore("quarantine").getAll(own),
    tx
      .objectStore("outbox")
      .index("byRunner")
      .getAll(IDBKeyRange.bound([runner, 0], [runner, Number.MAX_SAFE_INTEGER])),
  ]);
  const changes: { readonly seq: number; readonly change: RescueChange }[] = [
    ...sent.map(({ seq, op, rev, acknowledgedAt }) => ({
      seq,
      change: { state: "sent" as const, op, rev, acknowledgedAt },
    })),
    ...refused.map(({ seq, op, code, key, refusedAt }) => ({
      seq,
      change: { state: "refused" as const, op, code, key, refusedAt },
    })),
    ...waiting.map(({ seq, op, frozen, writtenAt }) => ({
      seq,
      change: { state: "waiting" as const, op, frozen, writtenAt },
    })),
  ];
  return changes.sort((a, b) => a.seq - b.seq).map(({ change }) => change);
}

async function keptOf(tx: ReadTx) {
  const store = tx.objectStore("device");
  const range = IDBKeyRange.bound("kept/", "kept/\uffff");
  const [names, lists] = await Promise.all([store.getAllKeys(range), store.getAll(range)]);
  return names.map((name, index) => ({ name, values: (lists[index] ?? []) as readonly KeptAside[] }));
}

const KEPT_DEVICE_VALUES = /^(restTimerOff|notNow\/.+|mistakeRead\/.+)$/;

async function deviceOf(tx: ReadTx): Promise<RescueDevice> {
  const store = tx.objectStore("device");
  const [names, values] = await Promise.all([store.getAllKeys(), store.getAll()]);
  const rows = names.map((name, index) => [name, values[index] === true] as const);
  return Object.fromEntries(rows.filter(([name]) => KEPT_DEVICE_VALUES.test(name)));
}
