import type { Buried, RecordId, RunnerId, StoredRecord } from "@legwork/core/record";
import { endEpoch, isReadable, toSynced } from "@legwork/core/record";
import type { Scope } from "@legwork/core/wire";
import type {
  DeviceReport,
  LockedStream,
  PastWrite,
  Receipt,
  RefusedOp,
  StreamHead,
  StreamStore,
  StreamView,
} from "./stream-store";

/** Everything of one runner, as it stands at one moment. */
interface Stream {
  readonly head: Omit<StreamHead, "isMet">;
  /** The server's life in which the runner was last met. */
  readonly metIn: number;
  readonly records: ReadonlyMap<RecordId, StoredRecord>;
  readonly receipts: ReadonlyMap<string, Receipt>;
  readonly past: readonly (PastWrite & { readonly at: string })[];
  /** ISO instants at which records took their revs. */
  readonly changedAt: ReadonlyMap<RecordId, string>;
  readonly refused: readonly RefusedOp[];
  readonly grants: ReadonlyMap<string, Scope>;
}

/** Streams in memory, for simulations: states are replaced whole, so a view never sees half a push. */
export interface MemoryStore extends StreamStore {
  createRunner(runner: RunnerId, account: string, epoch: string): void;
  /** What a restore does: no runner has been met since. */
  beginServerEpoch(): void;
  /** Null ends the grant. */
  grant(runner: RunnerId, account: string, scope: Scope | null): Promise<void>;
  refused(runner: RunnerId): readonly RefusedOp[];
  past(runner: RunnerId): readonly PastWrite[];
  devices(runner: RunnerId): readonly DeviceReport[];
  peek(runner: RunnerId): MemoryStream | null;
  /** What a failover to an older copy does: everything later is forgotten. */
  setBack(runner: RunnerId, stream: MemoryStream): void;
}

export type MemoryStream = Stream;

export function memoryStore(now: () => Date = () => new Date()): MemoryStore {
  const streams = new Map<RunnerId, Stream>();
  let life = 0;
  const queues = new Map<RunnerId, Promise<unknown>>();
  const devices = new Map<RunnerId, Map<string, DeviceReport>>();

  async function locked<Result>(runner: RunnerId, work: (stream: Stream) => Promise<[Stream, Result]>) {
    const before = queues.get(runner) ?? Promise.resolve();
    const turn = before.then(async () => {
      const stream = streams.get(runner);
      if (stream === undefined) return null;
      const [after, result] = await work(stream);
      streams.set(runner, after);
      return result;
    });
    // Whoever waits behind a failed turn takes the next one.
    queues.set(
      runner,
      turn.catch(() => null),
    );
    return turn;
  }

  return {
    async view(runner, read) {
      const stream = streams.get(runner);
      return stream === undefined ? null : read(viewOf(stream, life));
    },
    locked: (runner, work) =>
      locked(runner, async (stream) => {
        const open = openStream(stream, { life, at: now().toISOString() });
        const result = await work(open.locked);
        return [open.after(), result];
      }),
    async mayTouch(runner, account) {
      const stream = streams.get(runner);
      if (stream === undefined) return false;
      return stream.head.account === account || (stream.metIn === life && stream.grants.has(account));
    },
    noteDevice(runner, report) {
      devices.set(runner, (devices.get(runner) ?? new Map<string, DeviceReport>()).set(report.device, report));
    },
    createRunner(runner, account, epoch) {
      const head = { account, epoch, head: 0, restoreHead: 0, endedEpochs: {}, digest: {} };
      const nothing = {
        records: new Map(),
        receipts: new Map(),
        grants: new Map(),
        changedAt: new Map(),
        past: [],
        refused: [],
      };
      streams.set(runner, { head, metIn: life, ...nothing });
    },
    beginServerEpoch() {
      life += 1;
    },
    async grant(runner, account, scope) {
      await locked(runner, async (stream) => {
        const grants = new Map(stream.grants);
        if (scope === null) grants.delete(account);
        else grants.set(account, scope);
        return [{ ...stream, grants }, null];
      });
    },
    refused: (runner) => streams.get(runner)?.refused ?? [],
    past: (runner) => (streams.get(runner)?.past ?? []).map(({ id, rev, values }) => ({ id, rev, values })),
    devices: (runner) => [...(devices.get(runner)?.values() ?? [])],
    peek: (runner) => streams.get(runner) ?? null,
    setBack: (runner, stream) => void streams.set(runner, stream),
  };
}

function viewOf(stream: Stream, life: number): StreamView {
  return {
    head: { ...stream.head, isMet: stream.metIn === life },
    grantTo: async (account) => stream.grants.get(account) ?? null,
    async changes({ after, limit, kinds }) {
      const changed = [...stream.records.values()]
        .filter((record) => record.rev > after && isReadable(kinds, record))
        .sort((one, other) => one.rev - other.rev);
      const records = changed.slice(0, limit).map(toSynced);
      return { records, more: changed.length > limit, through: records.at(-1)?.rev ?? after };
    },
    receipts: async (opIds) => opIds.flatMap((opId) => stream.receipts.get(opId) ?? []),
    async history(id) {
      const record = stream.records.get(id);
      if (!record) return null;
      const past = stream.past.filter((write) => write.id === id);
      return { record, changedAt: stream.changedAt.get(id) ?? "", past, knownFrom: 0 };
    },
  };
}

interface Turn {
  readonly life: number;
  /** ISO instant of the transaction. */
  readonly at: string;
}

function openStream(
  before: Stream,
  { life, at }: Turn,
): { readonly locked: LockedStream; readonly after: () => Stream } {
  let stream = before;
  const locked: LockedStream = {
    head: viewOf(before, life).head,
    grantTo: (account) => viewOf(stream, life).grantTo(account),
    changes: (query) => viewOf(stream, life).changes(query),
    receipts: (opIds) => viewOf(stream, life).receipts(opIds),
    history: (record) => viewOf(stream, life).history(record),
    records: async (ids) => ids.flatMap((id) => stream.records.get(id) ?? []),
    beforePush: async ({ opIds, ids }) => ({
      receipts: await locked.receipts(opIds),
      records: await locked.records(ids),
    }),
    async buried({ id, rev }) {
      const values = stream.past
        .filter((write) => write.id === id && write.rev === rev)
        .flatMap((write) => write.values);
      return (values.find((value) => value.reason === "deleted")?.value ?? null) as unknown as Buried | null;
    },
    async write({ records, past, receipts, head, digest }) {
      stream = {
        ...stream,
        head: { ...stream.head, head, digest },
        records: new Map([...stream.records, ...records.map((record) => [record.id, record] as const)]),
        receipts: new Map([...stream.receipts, ...receipts.map((receipt) => [receipt.opId, receipt] as const)]),
        past: [...stream.past, ...past.map((write) => ({ ...write, at }))],
        changedAt: new Map([...stream.changedAt, ...records.map((record) => [record.id, at] as const)]),
      };
    },
    async refuse(ops) {
      const known = new Set(stream.refused.map((refused) => refused.op));
      stream = { ...stream, refused: [...stream.refused, ...ops.filter((refused) => !known.has(refused.op))] };
    },
    async beginEpoch(next) {
      const endedEpochs = endEpoch(stream.head, next.restoreHead);
      stream = { ...stream, metIn: life, head: { ...stream.head, ...next, endedEpochs } };
    },
  };
  return { locked, after: () => stream };
}
