import type { RunnerId } from "@legwork/core/record";
import {
  beginEpoch,
  changesAfter,
  type Push,
  type PushSubject,
  quarantineOps,
  readBeforePushes,
  readBuried,
  readGrant,
  readHistory,
  readReceipts,
  readRecords,
  type RunnerHead,
  type Tx,
  writePushes,
} from "@legwork/db";
import type { LockedStream, StreamChange, StreamView, Subject } from "./stream-store";

type Before = Awaited<ReturnType<LockedStream["beforePush"]>>;

/** What was asked together with the head, before anybody knew whether it is needed. */
export interface Ahead {
  /** Null when it does not hold all of what is wanted. */
  of(wanted: Subject): Promise<Before> | null;
}

/** Asks what pushes are about, all in one statement; each has what is its own. */
export function askAhead(tx: Tx, pushes: readonly PushSubject[]): readonly Ahead[] {
  const found = beforePushes(tx, pushes);
  return pushes.map((about, index) =>
    ahead(
      about,
      found.then((all) => all[index] ?? { receipts: [], records: [] }),
    ),
  );
}

/** Of ops only whether they are settled: all that a pull asks. */
export function askReceiptsAhead(tx: Tx, runner: RunnerId, about: Subject): Ahead {
  return ahead(about, receiptsOnly(tx, runner, about));
}

function ahead(about: Subject, found: Promise<Before>): Ahead {
  // Whoever needs it is told; when the head could not be read nobody does.
  found.catch(() => {});
  const opIds = new Set(about.opIds);
  const ids = new Set(about.ids);
  const holds = (wanted: Subject) =>
    wanted.opIds.every((opId) => opIds.has(opId)) && wanted.ids.every((id) => ids.has(id));
  return { of: (wanted) => (holds(wanted) ? found : null) };
}

async function beforePushes(tx: Tx, pushes: readonly PushSubject[]): Promise<readonly Before[]> {
  const found = await readBeforePushes(tx, pushes);
  return found.map(({ receipts, records }) => ({ receipts: receipts.map(inHex), records }));
}

async function receiptsOnly(tx: Tx, runner: RunnerId, { opIds }: Subject): Promise<Before> {
  return { receipts: (await readReceipts(tx, runner, opIds)).map(inHex), records: [] };
}

export function viewOf(tx: Tx, head: RunnerHead, known: Ahead | null): StreamView {
  const { runner } = head;
  return {
    head,
    async grantTo(account) {
      const grant = await readGrant(tx, runner, account);
      return grant === null ? null : { read: grant.read, write: grant.write };
    },
    changes: (query) => changesAfter(tx, runner, query),
    history: (record) => readHistory(tx, runner, record),
    async receipts(opIds) {
      const about = { opIds, ids: [] };
      const { receipts } = await (known?.of(about) ?? receiptsOnly(tx, runner, about));
      return receipts.filter((receipt) => opIds.includes(receipt.opId));
    },
  };
}

/** The stream behind a lock that `tx` holds. */
export function lockedStream(tx: Tx, head: RunnerHead, known: Ahead | null = null): LockedStream {
  const { runner } = head;
  return {
    ...viewOf(tx, head, known),
    records: (ids) => readRecords(tx, runner, ids),
    async beforePush(about) {
      const [found] = await (known?.of(about)?.then((one) => [one]) ?? beforePushes(tx, [{ runner, ...about }]));
      return found ?? { receipts: [], records: [] };
    },
    buried: async (tombstone) => (await readBuried(tx, runner, [tombstone])).get(tombstone.id) ?? null,
    async write(change) {
      tx.behind(() => writePushes(tx, [asPush(runner, change)]));
    },
    refuse: (ops) => quarantineOps(tx, runner, ops),
    beginEpoch: (next) => beginEpoch(tx, head, next),
  };
}

function inHex<One extends { readonly hash: Buffer }>(receipt: One) {
  return { ...receipt, hash: receipt.hash.toString("hex") };
}

export function asPush(runner: RunnerId, { receipts, ...change }: StreamChange): Push {
  return {
    ...change,
    runner,
    receipts: receipts.map((receipt) => ({ ...receipt, hash: Buffer.from(receipt.hash, "hex") })),
  };
}
