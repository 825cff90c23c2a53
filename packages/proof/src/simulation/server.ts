import type { RunnerId } from "@legwork/core/record";
import type { Scope } from "@legwork/core/wire";
import {
  memoryServer,
  memoryStore,
  type MemoryStream,
  type LockedStream,
  type StreamChange,
  type StreamStore,
} from "@legwork/worker/testing";
import type { FinalServer, HistoryEvent } from "../history/types";

/** What only the simulated database cannot store. */
const POISON = "poison";

/** The real routes over streams in memory, noting every commit. */
export interface SimulatedServer {
  request(account: string, path: string, body: string): Promise<Response>;
  grant(account: string, scope: Scope | null): Promise<void>;
  /** A copy of everything, to which `setBack` returns. */
  backUp(): MemoryStream;
  /** Stands again as it stood: a failover to an older copy, or a backup restored, after which no runner has been met. */
  setBack(backup: MemoryStream, how: "failover" | "restore"): void;
  head(): number;
  epoch(): string;
  digestText(): string;
  final(): FinalServer;
}

export interface ServerOptions {
  readonly runner: RunnerId;
  readonly owner: string;
  readonly log: (event: HistoryEvent) => void;
  /** Waits until the scheduler lets it go. */
  readonly schedule: (label: string) => Promise<unknown>;
}

export function makeServer({ runner, owner, log, schedule }: ServerOptions): SimulatedServer {
  const store = memoryStore();
  store.createRunner(runner, owner, "epoch-1");
  const server = memoryServer(noting(store, { log, schedule }));
  const stream = (): MemoryStream => {
    const found = store.peek(runner);
    if (found === null) throw new Error("The simulated server lost its runner");
    return found;
  };
  return {
    request: (account, path, body) => server.request(account, path, body),
    async grant(account, scope) {
      await store.grant(runner, account, scope);
      log({ type: "grant", account, scope, head: stream().head.head });
    },
    backUp: stream,
    setBack(backup, how) {
      store.setBack(runner, backup);
      if (how === "restore") store.beginServerEpoch();
      log({ type: "rewind", head: backup.head.head, epoch: backup.head.epoch });
    },
    head: () => stream().head.head,
    epoch: () => stream().head.epoch,
    digestText: () => JSON.stringify(stream().head.digest),
    final() {
      const { head, records, past, receipts } = stream();
      return {
        epoch: head.epoch,
        head: head.head,
        digest: head.digest,
        records: [...records.values()],
        past,
        receipts: [...receipts.values()],
      };
    },
  };
}

/**
 * Notes each commit under the lock, as the last thing in it: nothing can come between the two. Before the lock anything may happen: others
 * push, grants end.
 */
function noting(store: StreamStore, { log, schedule }: Pick<ServerOptions, "log" | "schedule">): StreamStore {
  return {
    ...store,
    async locked(runner, work, about) {
      const noted = async (stream: LockedStream) => {
        let written: StreamChange | null = null;
        const result = await work({
          ...stream,
          async write(change) {
            refusePoison(change);
            await stream.write(change);
            written = change;
          },
        });
        if (written !== null) noteCommit(written, { epoch: stream.head.epoch, log });
        return result;
      };
      await schedule("the runner's lock");
      return store.locked(runner, noted, about);
    },
  };
}

function noteCommit(
  change: StreamChange,
  { epoch, log }: { readonly epoch: string; readonly log: (event: HistoryEvent) => void },
) {
  log({
    type: "commit",
    account: change.receipts[0]?.author ?? "",
    epoch,
    head: change.head,
    opIds: change.receipts.map(({ opId }) => opId),
    records: change.records.map(({ id, kind, rev, opId }) => ({ id, kind, rev, opId })),
  });
}

/** As Postgres refuses a value that passes every check of ours and that it cannot hold. */
function refusePoison({ records }: StreamChange) {
  if (
    !records.some(({ body }) =>
      Object.values(body).some((value) => typeof value === "string" && value.startsWith(POISON)),
    )
  ) {
    return;
  }
  throw Object.assign(new Error("invalid byte sequence"), { code: "22021" });
}
