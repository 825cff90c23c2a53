import { type Db, inTransaction, lockHead, readGrant, readHead } from "@legwork/db";
import type { Logger } from "pino";
import { lockedTogether } from "./locked-together";
import { noteDevices } from "./note-devices";
import { askAhead, askReceiptsAhead, lockedStream, viewOf } from "./postgres-stream";
import { recently } from "./recently";
import type { LockedStream, StreamStore, Subject } from "./stream-store";
import { pushesTogether } from "./pushes-together";
import type { RunnerId } from "@legwork/core/record";

export interface PostgresStoreOptions {
  readonly db: Db;
  readonly now: () => Date;
  readonly logger: Logger;
}

/** Streams in Postgres: the lock is the row lock on `runner_head`, a view is one REPEATABLE READ snapshot. */
export function postgresStore({ db, now, logger }: PostgresStoreOptions): StreamStore {
  // Stale by a minute it costs an ended coach a moment of the lock, under which the grant is read again.
  const knows = recently(now);
  // So that a pull stays a read and a push stays one transaction.
  const noted = recently(now);
  const note = noteDevices(db, logger);
  const push = pushesTogether({
    together: (pushes) => lockedTogether(db, pushes),
    alone: ({ runner, work, about }) => lockedAlone(db, runner, work, about),
  });
  return {
    view: (runner, read, about) =>
      inTransaction(
        db,
        async (tx) => {
          const answer = readHead(tx, runner);
          const ahead = about === undefined ? null : askReceiptsAhead(tx, runner, about);
          const head = await answer;
          return head === null ? null : read(viewOf(tx, head, ahead));
        },
        { mode: "snapshot", runners: [runner] },
      ),
    locked: (runner, work, about) => (about === undefined ? lockedAlone(db, runner, work) : push(runner, about, work)),
    async mayTouch(runner, account) {
      if (knows.lately(runner, account)) return true;
      const head = await readHead(db, runner);
      const mayTouch =
        head !== null && (head.account === account || (head.isMet && (await readGrant(db, runner, account)) !== null));
      if (mayTouch) knows.note(runner, account);
      return mayTouch;
    },
    noteDevice(runner, report) {
      const { device, account } = report;
      if (noted.lately(runner, device, account)) return;
      noted.note(runner, device, account);
      note({ runner, ...report });
    },
  };
}

/** Waits for the lock as long as that takes. Null for a runner nobody made. */
function lockedAlone<Result>(
  db: Db,
  runner: RunnerId,
  work: (stream: LockedStream) => Promise<Result>,
  about?: Subject,
): Promise<Result | null> {
  return inTransaction(
    db,
    async (tx) => {
      // Locks only: revs are counted while merging, and `writePushes` moves the head in the same transaction.
      const answer = lockHead(tx, runner, 0);
      // Asked in the same write and read once the lock is there: each statement sees what was committed before it began.
      const [ahead] = about === undefined ? [] : askAhead(tx, [{ runner, ...about }]);
      const head = await answer;
      return head === null ? null : work(lockedStream(tx, head, ahead));
    },
    { runners: [runner] },
  );
}
