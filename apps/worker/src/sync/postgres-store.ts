import {
  beginEpoch,
  changesAfter,
  type Connection,
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
import { noteDevices } from "./note-devices";
import { recently } from "./recently";
import type { LockedStream, StreamStore, StreamView } from "./stream-store";

/** Streams in Postgres: the lock is the row lock on `runner_head`, a view is one REPEATABLE READ snapshot. */
export function postgresStore(db: Db, now: () => Date): StreamStore {
  // Stale by a minute it costs an ended coach a moment of the lock, under which the grant is read again.
  const knows = recently(now);
  // So that a pull stays a read and a push stays one transaction.
  const noted = recently(now);
  const note = noteDevices(db);
  return {
    view: (runner, read) =>
      inTransaction(
        db,
        async (tx) => {
          const head = await readHead(tx, runner);
          return head === null ? null : read(viewOf(tx, head));
        },
        { mode: "snapshot", runner },
      ),
    locked: (runner, work) =>
      inTransaction(
        db,
        async (tx) => {
          // Locks only: revs are counted while merging, and `writePush` moves the head in the same transaction.
          const head = await lockHead(tx, runner, 0);
          return head === null ? null : work(lockedStream(tx, head));
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

function viewOf(connection: Connection, head: RunnerHead): StreamView {
  return {
    head,
    async grantTo(account) {
      const grant = await readGrant(connection, head.runner, account);
      return grant === null ? null : { read: grant.read, write: grant.write };
    },
    changes: (query) => changesAfter(connection, head.runner, query),
    history: (record) => readHistory(connection, head.runner, record),
    receipts: async (opIds) => (await readReceipts(connection, head.runner, opIds)).map(inHex),
  };
}

function inHex<One extends { readonly hash: Buffer }>(receipt: One) {
  return { ...receipt, hash: receipt.hash.toString("hex") };
}

/** The stream behind a lock that `tx` holds. */
export function lockedStream(tx: Tx, head: RunnerHead): LockedStream {
  const { runner } = head;
  return {
    ...viewOf(tx, head),
    records: (ids) => readRecords(tx, runner, ids),
    async beforePush(about) {
      const { receipts, records } = await readBeforePush(tx, runner, about);
      return { receipts: receipts.map(inHex), records };
    },
    buried: async (tombstone) => (await readBuried(tx, runner, [tombstone])).get(tombstone.id) ?? null,
    async write({ receipts, ...change }) {
      const written = receipts.map((receipt) => ({ ...receipt, hash: Buffer.from(receipt.hash, "hex") }));
      tx.behind(() => writePush(tx, runner, { ...change, receipts: written }));
    },
    refuse: (ops) => quarantineOps(tx, runner, ops),
    beginEpoch: (next) => beginEpoch(tx, head, next),
  };
}
