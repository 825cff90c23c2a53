import {
  beginEpoch,
  changesAfter,
  type Db,
  inTransaction,
  lockHead,
  quarantineOps,
  readBeforePush,
  readBuried,
  readGrant,
  readHead,
  readHistory,
  readReceipts,
  readRecords,
  type RunnerHead,
  type Tx,
  writePush,
} from "@legwork/db";
import type { RunnerId } from "@legwork/core/record";
import { noteDevices } from "./note-devices";
import { recently } from "./recently";
import type { LockedStream, StreamStore, StreamView, Subject } from "./stream-store";

/** Streams in Postgres: the lock is the row lock on `runner_head`, a view is one REPEATABLE READ snapshot. */
export function postgresStore(db: Db, now: () => Date): StreamStore {
  // Stale by a minute it costs an ended coach a moment of the lock, under which the grant is read again.
  const knows = recently(now);
  // So that a pull stays a read and a push stays one transaction.
  const noted = recently(now);
  const note = noteDevices(db);
  return {
    view: (runner, read, about) =>
      inTransaction(
        db,
        async (tx) => {
          const answer = readHead(tx, runner);
          const ahead = about === undefined ? null : readAhead(about, receiptsOnly(tx, runner, about));
          const head = await answer;
          return head === null ? null : read(viewOf(tx, head, ahead));
        },
        { mode: "snapshot", runner },
      ),
    locked: (runner, work, about) =>
      inTransaction(
        db,
        async (tx) => {
          // Locks only: revs are counted while merging, and `writePush` moves the head in the same transaction.
          const answer = lockHead(tx, runner, 0);
          // Asked in the same write and read once the lock is there: each statement sees what was committed before it began.
          const ahead = about === undefined ? null : readAhead(about, beforePush(tx, runner, about));
          const head = await answer;
          return head === null ? null : work(lockedStream(tx, head, ahead));
        },
        { runner },
      ),
    async mayTouch(runner, account) {
      if (knows.lately(runner, account)) return true;
      const head = await readHead(db, runner);
      const mayTouch =
        head !== null && (head.account === account || (head.isMet && (await readGrant(db, runner, account)) !== null));
      if (mayTouch) knows.note(runner, account);
      return mayTouch;
    },
    async noteDevice(runner, report) {
      const { device, account } = report;
      if (noted.lately(runner, device, account)) return;
      noted.note(runner, device, account);
      await note({ runner, ...report });
    },
  };
}

type Before = Awaited<ReturnType<LockedStream["beforePush"]>>;

/** What was asked together with the head, before anybody knew whether it is needed. */
interface Ahead {
  /** Null when it does not hold all of what is wanted. */
  of(wanted: Subject): Promise<Before> | null;
}

function readAhead(about: Subject, found: Promise<Before>): Ahead {
  // Whoever needs it is told; when the head could not be read nobody does.
  found.catch(() => {});
  const opIds = new Set(about.opIds);
  const ids = new Set(about.ids);
  const holds = (wanted: Subject) =>
    wanted.opIds.every((opId) => opIds.has(opId)) && wanted.ids.every((id) => ids.has(id));
  return { of: (wanted) => (holds(wanted) ? found : null) };
}

async function beforePush(tx: Tx, runner: RunnerId, about: Subject): Promise<Before> {
  const { receipts, records } = await readBeforePush(tx, runner, about);
  return { receipts: receipts.map(inHex), records };
}

async function receiptsOnly(tx: Tx, runner: RunnerId, { opIds }: Subject): Promise<Before> {
  return { receipts: (await readReceipts(tx, runner, opIds)).map(inHex), records: [] };
}

function viewOf(tx: Tx, head: RunnerHead, ahead: Ahead | null): StreamView {
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
      const { receipts } = await (ahead?.of(about) ?? receiptsOnly(tx, runner, about));
      return receipts.filter((receipt) => opIds.includes(receipt.opId));
    },
  };
}

function inHex<One extends { readonly hash: Buffer }>(receipt: One) {
  return { ...receipt, hash: receipt.hash.toString("hex") };
}

/** The stream behind a lock that `tx` holds. */
export function lockedStream(tx: Tx, head: RunnerHead, ahead: Ahead | null = null): LockedStream {
  const { runner } = head;
  return {
    ...viewOf(tx, head, ahead),
    records: (ids) => readRecords(tx, runner, ids),
    beforePush: (about) => ahead?.of(about) ?? beforePush(tx, runner, about),
    buried: async (tombstone) => (await readBuried(tx, runner, [tombstone])).get(tombstone.id) ?? null,
    async write({ receipts, ...change }) {
      const written = receipts.map((receipt) => ({ ...receipt, hash: Buffer.from(receipt.hash, "hex") }));
      tx.behind(() => writePush(tx, runner, { ...change, receipts: written }));
    },
    refuse: (ops) => quarantineOps(tx, runner, ops),
    beginEpoch: (next) => beginEpoch(tx, head, next),
  };
}
